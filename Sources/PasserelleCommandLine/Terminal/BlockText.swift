import CurriculumModel

/// Blocks of text in lines for a terminal.
enum BlockText {
  /// The lines of the blocks, each after the indent.
  static func lines(_ blocks: [Block], indent: String) -> [String] {
    blocks.flatMap { block -> [String] in
      switch block {
      case .paragraph(let text): TextLayout.wrap(text.plainText, first: indent, rest: indent)
      case .list(let kind, let items):
        items.enumerated().flatMap { index, item in
          TextLayout.wrap(item.plainText, first: indent + mark(kind, index) + " ")
        }
      case .table(_, let rows):
        TextLayout.table(rows.map { $0.map(\.plainText) }, width: TextLayout.width - indent.count).map { indent + $0 }
      case .figure(_, let alternative, let caption):
        TextLayout.wrap(caption.isEmpty ? "[\(alternative)]" : "[\(alternative)] \(caption.plainText)", first: indent)
      }
    }
  }

  private static func mark(_ kind: Block.ListKind, _ index: Int) -> String {
    switch kind {
    case .bullets: "•"
    case .numbers: "\(index + 1)."
    case .boxes: "☐"
    }
  }
}
