/// Reads what `PayloadWriter` writes, field by field in order of name, and refuses everything else.
struct PayloadReader: PayloadVisitor {
  private let bytes: [UInt8]
  private var index = 0

  /// A reader of a payload.
  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// Steps over the beginning.
  mutating func open() throws {
    try take(UInt8(ascii: "{"))
  }

  /// Steps over the end, after which nothing may come.
  mutating func close() throws {
    try take(UInt8(ascii: "}"))
    guard index == bytes.count else { throw UnreadableRow() }
  }

  mutating func text(_ name: StaticString, _ value: inout String?) throws {
    value = try isNext(name) ? try readText() : nil
  }

  mutating func texts(_ name: StaticString, _ value: inout [String]?) throws {
    guard try isNext(name) else { return }
    try take(UInt8(ascii: "["))
    var texts: [String] = []
    while next != UInt8(ascii: "]") {
      if !texts.isEmpty { try take(UInt8(ascii: ",")) }
      texts.append(try readText())
    }
    index += 1
    value = texts
  }

  mutating func number<Number: FixedWidthInteger>(_ name: StaticString, _ value: inout Number?) throws {
    guard try isNext(name) else { return }
    let start = index
    while let byte = next, byte == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
      index += 1
    }
    guard let number = Number(String(decoding: bytes[start..<index], as: UTF8.self)) else { throw UnreadableRow() }
    value = number
  }

  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func take(_ byte: UInt8) throws {
    guard next == byte else { throw UnreadableRow() }
    index += 1
  }

  /// Steps over a field's name where it is the next one.
  private mutating func isNext(_ name: StaticString) throws -> Bool {
    var cursor = index
    if cursor > 1 {
      guard next == UInt8(ascii: ",") else { return false }
      cursor += 1
    }
    let length = name.utf8CodeUnitCount
    guard cursor + length + 3 <= bytes.count, bytes[cursor] == UInt8(ascii: "\""),
      bytes[cursor + length + 1] == UInt8(ascii: "\""), bytes[cursor + length + 2] == UInt8(ascii: ":"),
      name.withUTF8Buffer({ bytes[(cursor + 1)...].starts(with: $0) })
    else { return false }
    index = cursor + length + 3
    return true
  }

  private mutating func readText() throws -> String {
    try take(UInt8(ascii: "\""))
    let start = index
    while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") { index += 1 }
    if next == UInt8(ascii: "\"") {
      index += 1
      return String(decoding: bytes[start..<(index - 1)], as: UTF8.self)
    }
    return try readEscapedText(after: Array(bytes[start..<index]))
  }

  private mutating func readEscapedText(after beginning: [UInt8]) throws -> String {
    var text = beginning
    while let byte = next {
      index += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text.append(try readEscape())
      default: text.append(byte)
      }
    }
    throw UnreadableRow()
  }

  private mutating func readEscape() throws -> UInt8 {
    guard let byte = next else { throw UnreadableRow() }
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): return byte
    case UInt8(ascii: "u"):
      guard index + 4 <= bytes.count,
        let value = UInt8(String(decoding: bytes[index..<(index + 4)], as: UTF8.self), radix: 16)
      else { throw UnreadableRow() }
      index += 4
      return value
    default: throw UnreadableRow()
    }
  }
}
