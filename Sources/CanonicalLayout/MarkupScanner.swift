/// Takes a well-formed document apart into its pieces, in time linear in its bytes.
///
/// Whether it is well-formed is for `Markup` to say beforehand; what is not yields nil, never a wrong piece.
struct MarkupScanner {
  private let bytes: [UInt8]
  private var place = 0

  /// A scanner at the beginning of a document.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The pieces of the whole document: what stands before the root, the root, and what follows it.
  mutating func document() -> [MarkupPiece]? {
    let pieces = self.pieces()
    return place == bytes.count && pieces.count(where: { $0.element != nil }) == 1 ? pieces : nil
  }

  /// The pieces up to an end tag, which stays, or to the end of the document.
  ///
  /// Elements are nested no deeper than `Markup` lets a document be.
  private mutating func pieces() -> [MarkupPiece] {
    var pieces: [MarkupPiece] = []
    while place < bytes.count {
      guard bytes[place] == UInt8(ascii: "<") else {
        let end = bytes[place...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
        pieces.append(.text(taken(to: end)))
        continue
      }
      if isAt("</") { return pieces }
      if isAt("<!--") {
        pieces.append(.comment(taken(behind: "-->", from: place + 4)))
      } else if isAt("<![CDATA[") {
        pieces.append(.section(taken(behind: "]]>", from: place + 9)))
      } else if isAt("<?") {
        pieces.append(.instruction(taken(behind: "?>", from: place + 2)))
      } else {
        guard let element = element() else { return pieces }
        pieces.append(.element(element))
      }
    }
    return pieces
  }

  private mutating func element() -> ElementPiece? {
    let start = place
    place += 1
    let name = self.name()
    var attributes: [ElementPiece.Attribute] = []
    while true {
      skipSpace()
      guard place < bytes.count else { return nil }
      if isAt("/>") {
        place += 2
        return ElementPiece(name: name, attributes: attributes, children: [], bytes: bytes[start..<place])
      }
      if isAt(">") { break }
      guard let attribute = attribute() else { return nil }
      attributes.append(attribute)
    }
    place += 1
    let children = pieces()
    guard isAt("</"), let end = bytes[place...].firstIndex(of: UInt8(ascii: ">")) else { return nil }
    place = end + 1
    return ElementPiece(name: name, attributes: attributes, children: children, bytes: bytes[start..<place])
  }

  private mutating func attribute() -> ElementPiece.Attribute? {
    let name = self.name()
    skipSpace()
    guard isAt("=") else { return nil }
    place += 1
    skipSpace()
    guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") || bytes[place] == UInt8(ascii: "'"),
      let end = bytes[(place + 1)...].firstIndex(of: bytes[place])
    else { return nil }
    let value = bytes[(place + 1)..<end]
    place = end + 1
    return ElementPiece.Attribute(name: name, value: value)
  }

  private mutating func name() -> String {
    let end =
      bytes[place...].firstIndex {
        isSpace($0) || [UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "/")].contains($0)
      }
      ?? bytes.count
    return String(decoding: taken(to: end), as: UTF8.self)
  }

  private mutating func skipSpace() {
    while place < bytes.count, isSpace(bytes[place]) { place += 1 }
  }

  private mutating func taken(to end: Int) -> ArraySlice<UInt8> {
    defer { place = end }
    return bytes[place..<end]
  }

  private mutating func taken(behind mark: StaticString, from start: Int) -> ArraySlice<UInt8> {
    let length = mark.utf8CodeUnitCount
    var end = start
    while end < bytes.count, !isAt(mark, end) { end += 1 }
    return taken(to: min(bytes.count, end + length))
  }

  private func isAt(_ mark: StaticString, _ place: Int) -> Bool {
    mark.withUTF8Buffer { mark in
      bytes.count - place >= mark.count && mark.indices.allSatisfy { bytes[place + $0] == mark[$0] }
    }
  }

  private func isAt(_ mark: StaticString) -> Bool { isAt(mark, place) }
}
