/// What well-formed bytes of XML stand for: references replaced, line ends made one (XML 1.0, sections 2.11, 3.3.3, 4.1).
///
/// Read from the document when somebody asks, because most texts of a sound document are never asked for.

/// The value that stands between an attribute's quotation marks.
func attributeValue(_ written: ArraySlice<UInt8>) -> String {
  guard written.contains(where: { $0 == UInt8(ascii: "&") || $0 < 0x20 }) else {
    return String(decoding: written, as: UTF8.self)
  }
  var reader = WrittenCharacters(written)
  while let byte = reader.rest.first {
    switch byte {
    case UInt8(ascii: "&"): reader.readReference()
    case 0x0A, 0x0D, 0x09:
      reader.skipLineFeed(after: byte)
      reader.characters.append(0x20)
    default: reader.copy()
    }
  }
  return String(decoding: reader.characters, as: UTF8.self)
}

/// The characters that stand between two tags, comments and processing instructions left out.
func characterData(_ written: ArraySlice<UInt8>) -> String {
  guard written.contains(where: { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "<") || $0 == 0x0D }) else {
    return String(decoding: written, as: UTF8.self)
  }
  var reader = WrittenCharacters(written)
  while let byte = reader.rest.first {
    switch byte {
    case UInt8(ascii: "&"): reader.readReference()
    case UInt8(ascii: "<"): reader.readSection()
    case 0x0D: reader.readLineEnd()
    default: reader.copy()
    }
  }
  return String(decoding: reader.characters, as: UTF8.self)
}

/// Bytes as written, read from the front, and the characters that they stand for.
private struct WrittenCharacters {
  var rest: ArraySlice<UInt8>
  var characters: [UInt8] = []

  init(_ written: ArraySlice<UInt8>) {
    rest = written
    characters.reserveCapacity(written.count)
  }

  mutating func copy() {
    if let byte = rest.popFirst() { characters.append(byte) }
  }

  mutating func readLineEnd() {
    skipLineFeed(after: 0x0D)
    characters.append(0x0A)
  }

  /// Passes over a character, and the line feed that makes one line end of it and a carriage return.
  mutating func skipLineFeed(after byte: UInt8) {
    rest.removeFirst()
    if byte == 0x0D, rest.first == 0x0A { rest.removeFirst() }
  }

  mutating func readReference() {
    let end = rest.firstIndex(of: UInt8(ascii: ";")) ?? rest.endIndex - 1
    let name = String(decoding: rest[(rest.startIndex + 1)..<end], as: UTF8.self)
    rest = rest[(end + 1)...]
    switch name {
    case "amp": characters.append(UInt8(ascii: "&"))
    case "lt": characters.append(UInt8(ascii: "<"))
    case "gt": characters.append(UInt8(ascii: ">"))
    case "quot": characters.append(UInt8(ascii: "\""))
    case "apos": characters.append(UInt8(ascii: "'"))
    default:
      let number = name.hasPrefix("#x") ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst(1))
      if let scalar = number.flatMap(Unicode.Scalar.init) { characters += String(scalar).utf8 }
    }
  }

  /// A character data section is taken as it is; a comment or a processing instruction is left out.
  mutating func readSection() {
    let end = endOfSection(in: rest, at: rest.startIndex) ?? rest.startIndex + 1
    if rest.starts(with: "<![CDATA[".utf8) {
      var inside = rest[(rest.startIndex + 9)..<max(rest.startIndex + 9, end - 3)]
      while let byte = inside.popFirst() {
        if byte == 0x0D, inside.first == 0x0A { continue }
        characters.append(byte == 0x0D ? 0x0A : byte)
      }
    }
    rest = rest[end...]
  }
}
