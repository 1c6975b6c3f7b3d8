internal import RelaxNG

/// A piece that stands on lines of its own, and how it stands to what was before it.
struct LayoutItem {
  let piece: MarkupPiece
  /// Whether an empty line stands before it.
  let isAfterEmptyLine: Bool
  /// Whether it follows on the line on which the piece before it ends, as a remark does.
  let isOnSameLine: Bool
}

/// An element with the comments and instructions that belong to it: those before it, and those behind it on its line.
struct LayoutBlock {
  var items: [LayoutItem]

  /// The element; nil for what stands after the last one.
  var element: ElementPiece? { items.lazy.compactMap(\.piece.element).first }
}

extension LayoutWriter {
  /// The pieces that stand on lines of their own, gathered around elements.
  func blocks(of pieces: [MarkupPiece]) -> [LayoutBlock] {
    var blocks: [LayoutBlock] = []
    var lineFeeds = 0
    var isOpen = false
    for (index, piece) in pieces.enumerated() {
      if case .text(let space) = piece, piece.isBlank {
        lineFeeds = space.count(where: { $0 == 0x0A })
        continue
      }
      let isComment = if case .comment = piece { true } else { false }
      let isRemark = isComment && index > 0 && lineFeeds == 0 && !blocks.isEmpty
      let item = LayoutItem(piece: piece, isAfterEmptyLine: lineFeeds > 1, isOnSameLine: isRemark)
      if isRemark || isOpen {
        blocks[blocks.count - 1].items.append(item)
      } else {
        blocks.append(LayoutBlock(items: [item]))
        isOpen = true
      }
      if piece.element != nil { isOpen = false }
      lineFeeds = 0
    }
    return blocks
  }

  /// The blocks with each run of translations, which follow their original, in the workspace's order of languages.
  ///
  /// Only translations change places, and only behind the same original, so that no text becomes another's translation. A
  /// run of empty elements has no original: these say something of each language.
  func ordered(_ blocks: [LayoutBlock]) -> [LayoutBlock] {
    guard !rules.languages.isEmpty else { return blocks }
    var ordered = blocks
    var start = 0
    while start < blocks.count {
      guard let first = blocks[start].element else { break }
      var end = start + 1
      while end < blocks.count, let next = blocks[end].element, next.name == first.name, isTranslation(next) {
        end += 1
      }
      let isOriginal = !isTranslation(first)
      let areEmpty = blocks[start..<end].allSatisfy { $0.element?.children.allSatisfy(\.isBlank) ?? false }
      let range = (isOriginal ? start + 1 : start)..<end
      if isOriginal || areEmpty && !rules.aid.holdsText(first.localName) {
        let ranked = blocks[range].enumerated().map { (rank: rank($1), place: $0, block: $1) }
        ordered.replaceSubrange(
          range, with: ranked.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }.map(\.block))
      }
      start = end
    }
    return ordered
  }

  private func isTranslation(_ element: ElementPiece) -> Bool {
    element.language.map { $0 != rootLanguage } ?? false
  }

  private func rank(_ block: LayoutBlock) -> Int {
    let language = block.element?.language
    return rules.languages.firstIndex { $0 == language } ?? Int.max
  }
}
