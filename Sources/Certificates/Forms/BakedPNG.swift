/// A picture with a credential in it (Open Badges Specification 3.0, section 5.3.2.1, "Baking a PNG").
enum BakedPNG {
  /// The bytes that every PNG begins with (PNG, section 5.2).
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// The keyword of the chunk, and those of Open Badges before 3.0, which would be a second credential.
  private static let keyword = "openbadgecredential"
  private static let otherKeywords = ["openbadges"]

  /// Puts a credential into a picture as one uncompressed `iTXt` chunk, directly after its head.
  ///
  /// - Precondition: the picture has a head.
  static func bake(_ credential: String, into png: [UInt8]) -> [UInt8] {
    let headEnd = signature.count + 12 + 13
    precondition(png.count > headEnd, "A picture has a head")
    // Keyword, then: not compressed, by method 0, no language, no translated keyword.
    let text = Array(keyword.utf8) + [0, 0, 0, 0, 0] + Array(credential.utf8)
    return png[..<headEnd] + chunk("iTXt", text) + png[headEnd...]
  }

  /// The credential in a picture, or nil where there is none.
  ///
  /// The chunks are held against the specification, checksums included, so that no two readers can see different
  /// pictures: head first, end last and nothing behind it.
  static func credential(in png: [UInt8]) throws(ContainerProblem) -> [UInt8]? {
    var found: [[UInt8]] = []
    var place = signature.count
    var names: [String] = []
    while place < png.count {
      guard names.last != "IEND", png.count - place >= 12 else { throw .malformed(.png) }
      let length = word(png, place)
      guard length <= png.count - place - 12 else { throw .malformed(.png) }
      let name = png[(place + 4)..<(place + 8)]
      let content = png[(place + 8)..<(place + 8 + length)]
      guard CyclicRedundancyCheck.value(of: png[(place + 4)..<(place + 8 + length)]) == word(png, place + 8 + length)
      else { throw .malformed(.png) }
      names.append(String(decoding: name, as: UTF8.self))
      if let text = try credential(inChunk: content, named: names[names.count - 1]) { found.append(text) }
      place += 12 + length
    }
    guard names.first == "IHDR", names.last == "IEND", names.filter({ $0 == "IHDR" }).count == 1 else {
      throw .malformed(.png)
    }
    guard found.count <= 1 else { throw .twoCredentials(.png) }
    return found.first
  }

  private static func credential(
    inChunk content: ArraySlice<UInt8>, named name: String
  ) throws(ContainerProblem) -> [UInt8]? {
    guard ["iTXt", "tEXt", "zTXt"].contains(name) else { return nil }
    guard let end = content.firstIndex(of: 0) else { throw .malformed(.png) }
    let keyword = String(decoding: content[..<end], as: UTF8.self).lowercased()
    guard keyword == self.keyword || otherKeywords.contains(keyword) else { return nil }
    let rest = content[(end + 1)...]
    guard name == "iTXt", content[..<end].elementsEqual(self.keyword.utf8), rest.starts(with: [0, 0, 0, 0]) else {
      throw .malformed(.png)
    }
    return Array(rest.dropFirst(4))
  }

  private static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
    let checked = Array(name.utf8) + content
    return bytes(of: content.count) + checked + bytes(of: CyclicRedundancyCheck.value(of: checked[...]))
  }

  private static func word(_ bytes: [UInt8], _ place: Int) -> Int {
    bytes[place..<(place + 4)].reduce(0) { $0 << 8 | Int($1) }
  }

  private static func bytes(of number: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }
}

/// The checksum of PNG's chunks (PNG, annex D).
private enum CyclicRedundancyCheck {
  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
  }

  static func value(of bytes: ArraySlice<UInt8>) -> Int {
    Int(bytes.reduce(0xFFFF_FFFF as UInt32) { table[Int(($0 ^ UInt32($1)) & 0xFF)] ^ ($0 >> 8) } ^ 0xFFFF_FFFF)
  }
}
