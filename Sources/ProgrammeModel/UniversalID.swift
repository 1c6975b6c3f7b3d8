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

  /// A version 4 identifier: nothing but random, so that it tells nothing of whom it names.
  package init(randomUsing generator: inout some RandomNumberGenerator) {
    let randomA: UInt64 = generator.next() & 0xFFFF_FFFF_FFFF_0FFF
    let randomB: UInt64 = generator.next() & 0x3FFF_FFFF_FFFF_FFFF
    self.init(high: randomA | 0x4000, low: 0x8000_0000_0000_0000 | randomB)
  }

  /// An identifier from its sixteen bytes, or nil where there are more or fewer.
  package init?(bytes: some Collection<UInt8>) {
    guard bytes.count == 16 else { return nil }
    func number(_ part: some Sequence<UInt8>) -> UInt64 { part.reduce(0) { $0 << 8 | UInt64($1) } }
    self.init(high: number(bytes.prefix(8)), low: number(bytes.dropFirst(8)))
  }

  /// An identifier from `xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx` in hexadecimal digits of either case, or nil.
  package init?(_ text: some StringProtocol) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.map(\.count) == [8, 4, 4, 4, 12] else { return nil }
    var digits: [UInt8] = []
    for byte in parts.joined() {
      guard let digit = Self.hexadecimalValue(byte) else { return nil }
      digits.append(digit)
    }
    self.init(bytes: stride(from: 0, to: 32, by: 2).map { digits[$0] << 4 | digits[$0 + 1] })
  }

  /// The sixteen bytes, in network order.
  package var bytes: [UInt8] {
    [high, low].flatMap { part in stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: part >> $0) } }
  }

  /// The version that the bits name: 7 where time leads, 4 where all is random.
  package var version: Int {
    Int(high >> 12 & 0xF)
  }

  /// `xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx` in lower case.
  package var description: String {
    let digits = Array("0123456789abcdef")
    var text = ""
    for (index, byte) in bytes.enumerated() {
      if [4, 6, 8, 10].contains(index) { text.append("-") }
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 0xF)])
    }
    return text
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
