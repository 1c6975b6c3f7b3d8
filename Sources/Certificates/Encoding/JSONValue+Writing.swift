extension JSONValue {
  /// The value as UTF-8, without white space, members in their order.
  ///
  /// Only what RFC 8259, section 7, demands is escaped, so the same value is always the same bytes.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return bytes
  }

  private func write(to bytes: inout [UInt8]) {
    switch self {
    case .null: bytes += Array("null".utf8)
    case .bool(let value): bytes += Array((value ? "true" : "false").utf8)
    case .number(let spelling): bytes += Array(spelling.utf8)
    case .string(let text): Self.write(text, to: &bytes)
    case .array(let items):
      Self.write(items, between: "[", and: "]", to: &bytes) { item, bytes in item.write(to: &bytes) }
    case .object(let members):
      Self.write(members, between: "{", and: "}", to: &bytes) { member, bytes in
        Self.write(member.name, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        member.value.write(to: &bytes)
      }
    }
  }

  private static func write<Item>(
    _ items: [Item], between opening: Unicode.Scalar, and closing: Unicode.Scalar, to bytes: inout [UInt8],
    _ writeItem: (Item, inout [UInt8]) -> Void
  ) {
    bytes.append(UInt8(ascii: opening))
    for (index, item) in items.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      writeItem(item, &bytes)
    }
    bytes.append(UInt8(ascii: closing))
  }

  private static func write(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0x0A: bytes += Array("\\n".utf8)
      case 0x00..<0x20:
        let hexadecimal = String(byte, radix: 16)
        bytes += Array(("\\u" + String(repeating: "0", count: 4 - hexadecimal.count) + hexadecimal).utf8)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
