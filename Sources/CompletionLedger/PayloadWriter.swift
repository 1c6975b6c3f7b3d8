/// Writes the fields of a payload as JSON, one after the other.
///
/// A general encoder costs more than storing the row does.
struct PayloadWriter: PayloadVisitor {
  private var bytes: [UInt8] = [UInt8(ascii: "{")]

  /// A writer of nothing yet.
  init() {
    bytes.reserveCapacity(384)
  }

  /// What has been written, closed.
  var text: String {
    String(decoding: bytes + [UInt8(ascii: "}")], as: UTF8.self)
  }

  mutating func text(_ name: StaticString, _ value: inout String?) throws {
    guard let value else { return }
    write(name)
    write(value)
  }

  mutating func texts(_ name: StaticString, _ value: inout [String]?) throws {
    guard let value else { return }
    write(name)
    bytes.append(UInt8(ascii: "["))
    for (index, text) in value.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      write(text)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  mutating func number<Number: FixedWidthInteger>(_ name: StaticString, _ value: inout Number?) throws {
    guard let value else { return }
    write(name)
    bytes.append(contentsOf: String(value).utf8)
  }

  private mutating func write(_ name: StaticString) {
    if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
  }

  private mutating func write(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    defer { bytes.append(UInt8(ascii: "\"")) }
    // Nearly all texts stand as they are.
    let isPlain = text.utf8.withContiguousStorageIfAvailable { characters in
      guard characters.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) else {
        return false
      }
      bytes.append(contentsOf: characters)
      return true
    }
    if isPlain == true { return }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0..<0x20:
        bytes += [UInt8](#"\u00"#.utf8)
        let digits = String(byte, radix: 16)
        bytes += [UInt8]((digits.count < 2 ? "0" + digits : digits).utf8)
      default: bytes.append(byte)
      }
    }
  }
}
