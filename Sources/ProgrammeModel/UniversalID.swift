package import Bilingual

/// An identifier of 128 bits that machines make and no two ever share, printed as RFC 9562 does.
///
/// As with `Identifier`, the type of what is named keeps an event's apart from a person's.
package struct UniversalID<Entity>: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The first eight bytes, in network order.
  private let high: UInt64
  /// The last eight bytes, in network order.
  private let low: UInt64

  private init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// A version 7 identifier: the moment in its first 48 bits, the rest random, so that order is nearly that of time.
  ///
  /// A moment before 1970 or after the year 10889 is taken as the nearest that fits.
  package init(at moment: Moment, using generator: inout some RandomNumberGenerator) {
    let time = UInt64(min(max(moment.milliseconds, 0), 0xFFFF_FFFF_FFFF))
    let randomA: UInt64 = generator.next() & 0x0FFF
    let randomB: UInt64 = generator.next() & 0x3FFF_FFFF_FFFF_FFFF
    self.init(high: time << 16 | 0x7000 | randomA, low: 0x8000_0000_0000_0000 | randomB)
  }

  /// A version 7 identifier whose first random bits are a number from 0 to 4095, so that of the same millisecond the
  /// lower number comes first (RFC 9562, section 6.2, method 1).
  package init(at moment: Moment, number: Int, using generator: inout some RandomNumberGenerator) {
    self.init(at: moment, using: &generator)
    self.init(high: high & ~0x0FFF | UInt64(min(max(number, 0), 0x0FFF)), low: low)
  }

  /// The number of an identifier of that millisecond; nil for one of another.
  package func number(at moment: Moment) -> Int? {
    let time = UInt64(min(max(moment.milliseconds, 0), 0xFFFF_FFFF_FFFF))
    return high >> 16 == time && version == 7 ? Int(high & 0x0FFF) : nil
  }

  /// A version 4 identifier: nothing but random, so that it tells nothing of whom it names.
  package init(randomUsing generator: inout some RandomNumberGenerator) {
    let randomA: UInt64 = generator.next() & 0xFFFF_FFFF_FFFF_0FFF
    let randomB: UInt64 = generator.next() & 0x3FFF_FFFF_FFFF_FFFF
    self.init(high: randomA | 0x4000, low: 0x8000_0000_0000_0000 | randomB)
  }

  /// An identifier from its sixteen bytes, or nil where there are more or fewer.
  package init?(bytes: some Collection<UInt8>) {
    self.init(bytes: Array(bytes))
  }

  /// An identifier from its sixteen bytes, or nil where there are more or fewer.
  ///
  /// Generic code of another target runs unspecialised: with arrays and texts, of which a ledger has many, this took
  /// most of the time of reading one.
  package init?(bytes: [UInt8]) {
    guard bytes.count == 16 else { return nil }
    var halves: (high: UInt64, low: UInt64) = (0, 0)
    for index in 0..<8 {
      halves.high = halves.high << 8 | UInt64(bytes[index])
      halves.low = halves.low << 8 | UInt64(bytes[index + 8])
    }
    self.init(high: halves.high, low: halves.low)
  }

  /// An identifier from `xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx` in hexadecimal digits of either case, or nil.
  package init?(_ text: some StringProtocol) {
    self.init(String(text))
  }

  /// An identifier from `xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx` in hexadecimal digits of either case, or nil.
  package init?(_ text: String) {
    var halves: (high: UInt64, low: UInt64) = (0, 0)
    var index = 0
    for byte in text.utf8 {
      if index == 8 || index == 13 || index == 18 || index == 23 {
        guard byte == UInt8(ascii: "-") else { return nil }
      } else {
        guard index < 36, let digit = Self.hexadecimalValue(byte) else { return nil }
        if index < 18 {
          halves.high = halves.high << 4 | UInt64(digit)
        } else {
          halves.low = halves.low << 4 | UInt64(digit)
        }
      }
      index += 1
    }
    guard index == 36 else { return nil }
    self.init(high: halves.high, low: halves.low)
  }

  /// The sixteen bytes, in network order.
  package var bytes: [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 16) { buffer, count in
      for index in 0..<8 {
        buffer[index] = UInt8(truncatingIfNeeded: high >> UInt64(56 - 8 * index))
        buffer[index + 8] = UInt8(truncatingIfNeeded: low >> UInt64(56 - 8 * index))
      }
      count = 16
    }
  }

  /// Appends the sixteen bytes, in network order.
  package func appendBytes(to bytes: inout [UInt8]) {
    withUnsafeBytes(of: high.bigEndian) { bytes.append(contentsOf: $0) }
    withUnsafeBytes(of: low.bigEndian) { bytes.append(contentsOf: $0) }
  }

  /// The version that the bits name: 7 where time leads, 4 where all is random.
  package var version: Int {
    Int(high >> 12 & 0xF)
  }

  /// `xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx` in lower case.
  package var description: String {
    String(unsafeUninitializedCapacity: 36) { buffer in
      var nibble = 0
      for index in 0..<36 {
        if index == 8 || index == 13 || index == 18 || index == 23 {
          buffer[index] = UInt8(ascii: "-")
          continue
        }
        let word = nibble < 16 ? high : low
        let digit = UInt8(truncatingIfNeeded: word >> UInt64(60 - 4 * (nibble & 15)) & 0xF)
        buffer[index] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
        nibble += 1
      }
      return 36
    }
  }

  /// Order by bytes: for version 7, by time and then by chance.
  package static func < (a: Self, b: Self) -> Bool {
    (a.high, a.low) < (b.high, b.low)
  }

  private static func hexadecimalValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
