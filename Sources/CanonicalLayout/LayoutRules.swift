package import RelaxNG

/// How documents of a workspace are laid out.
package struct LayoutRules: Sendable {
  /// The columns of a line; a column is a Unicode scalar.
  package static let width = 110
  /// The columns by which what stands inside is moved in.
  static let step = 2

  /// What the grammar says.
  let aid: LayoutAid
  /// The languages in the workspace's order, in lower case.
  let languages: [String]

  /// Rules by a grammar, for a workspace with these languages; without languages translations stay in their order.
  package init(_ aid: LayoutAid, languages: [String]) {
    self.aid = aid
    self.languages = languages
  }

  /// A document in canonical layout, in the line ends in which it is written; nil where it is not well-formed.
  ///
  /// Attributes come in the grammar's order, translations after their original in the workspace's order of languages, texts
  /// are wrapped. Comments and processing instructions stay beside what they stand beside, with every character. What the
  /// grammar does not know is left as it is written. Laying out twice is laying out once. O(n log n) for n bytes.
  package func laidOut(_ utf8: [UInt8]) -> [UInt8]? {
    let lineEnd = LineEnd(of: utf8)
    var scanner = MarkupScanner(lineEnd.removed(from: utf8))
    guard let pieces = scanner.document() else { return nil }
    let root = pieces.lazy.compactMap(\.element).first
    var writer = LayoutWriter(rules: self, rootLanguage: root?.language)
    writer.write(pieces)
    return lineEnd.put(into: writer.bytes)
  }
}

/// How a document ends its lines: as it ends its first one.
private enum LineEnd {
  case lineFeed, carriageReturn, both

  init(of bytes: [UInt8]) {
    guard let first = bytes.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }), bytes[first] == 0x0D else {
      self = .lineFeed
      return
    }
    self = first + 1 < bytes.count && bytes[first + 1] == 0x0A ? .both : .carriageReturn
  }

  /// The document with line feeds alone, which is what XML makes of every line end (XML 1.0, section 2.11).
  func removed(from bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(0x0D) else { return bytes }
    var made: [UInt8] = []
    made.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      if byte == 0x0A, index > 0, bytes[index - 1] == 0x0D { continue }
      made.append(byte == 0x0D ? 0x0A : byte)
    }
    return made
  }

  func put(into bytes: [UInt8]) -> [UInt8] {
    switch self {
    case .lineFeed: bytes
    case .carriageReturn: bytes.map { $0 == 0x0A ? 0x0D : $0 }
    case .both: bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    }
  }
}
