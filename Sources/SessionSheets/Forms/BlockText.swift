internal import Bilingual
package import CurriculumModel
internal import Stationery

/// Blocks of text in lines for a terminal.
package enum BlockText {
  /// The lines of the blocks, each after the indent, within a width in columns.
  package static func lines(_ blocks: [Block], indent: String, width: Int) -> [String] {
    blocks.flatMap { block -> [String] in
      switch block {
      case .paragraph(let text): text.plainText.broken(first: indent, rest: indent, width: width)
      case .list(let kind, let items):
        items.enumerated().flatMap { index, item in
          item.plainText.broken(first: indent + mark(kind, index) + " ", width: width)
        }
      case .table(_, let rows):
        TextTable.lines(rows.map { $0.map(\.plainText) }, width: width - indent.count).map { indent + $0 }
      case .figure(_, let alternative, let caption):
        (caption.isEmpty ? "[\(alternative)]" : "[\(alternative)] \(caption.plainText)").broken(
          first: indent, width: width)
      }
    }
  }

  /// What stands before a point of a list.
  static func mark(_ kind: Block.ListKind, _ index: Int) -> String {
    switch kind {
    case .bullets: "•"
    case .numbers: "\(index + 1)."
    case .boxes: "☐"
    }
  }
}
