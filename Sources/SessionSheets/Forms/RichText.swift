package import CurriculumModel

/// Running text as a template takes it: pieces that are one after the other, none within another.
package struct RichPhrase: Hashable, Sendable {
  /// A piece.
  package struct Run: Hashable, Sendable {
    /// The text.
    var characters: String
    var isEmphasis = false
    var isStrong = false
    var isCode = false
    /// Where a link leads.
    var href: String?
    /// The language of words in another one.
    var speech: String?
  }

  /// The pieces.
  package let runs: [Run]
  /// The language, where it is not the page's.
  package let foreign: String?

  /// The characters alone.
  package var plainText: String { runs.map(\.characters).joined() }
  /// Whether there is nothing to read.
  package var isEmpty: Bool { runs.allSatisfy(\.characters.isEmpty) }

  /// A phrase from its pieces, in another language where one is given.
  init(_ inlines: [Inline], foreign: LanguageTag? = nil) {
    runs = inlines.flatMap { Self.runs($0, Run(characters: "")) }
    self.foreign = foreign?.rawValue
  }

  /// A phrase of plain characters in the page's language.
  package init(_ text: String) {
    runs = [Run(characters: text)]
    foreign = nil
  }

  private static func runs(_ inline: Inline, _ around: Run) -> [Run] {
    var run = around
    switch inline {
    case .text(let text):
      run.characters = text
      return [run]
    case .code(let text):
      (run.characters, run.isCode) = (text, true)
      return [run]
    case .emphasis(let parts):
      run.isEmphasis = true
      return parts.flatMap { runs($0, run) }
    case .strong(let parts):
      run.isStrong = true
      return parts.flatMap { runs($0, run) }
    case .link(let href, let parts):
      // Content comes from people: only addresses that lead to a page or to mail become links.
      let isSafe = ["https://", "http://", "mailto:"].contains { href.lowercased().hasPrefix($0) }
      run.href = isSafe ? href : nil
      return parts.flatMap { runs($0, run) }
    case .span(let language, let parts):
      run.speech = language.rawValue
      return parts.flatMap { runs($0, run) }
    }
  }
}

/// Blocks of text as a template takes them.
package struct RichText {
  /// A block: one of its members is there.
  package struct Piece {
    var paragraph: RichPhrase?
    var list: Points?
    var table: Grid?
  }

  /// A list.
  struct Points {
    let isNumbered: Bool
    let hasBoxes: Bool
    let items: [RichPhrase]
  }

  /// A table.
  struct Grid {
    let rows: [Row]
  }

  /// A row of a table.
  struct Row {
    let cells: [Cell]
  }

  /// A cell of a table.
  struct Cell {
    let isHeading: Bool
    let runs: [RichPhrase.Run]
    let foreign: String?
  }

  /// The blocks.
  package let blocks: [Piece]
  /// The language, where it is not the page's.
  package let tongue: String?

  /// Text from its blocks, in another language where one is given.
  init(_ blocks: [Block], foreign: LanguageTag?) {
    tongue = foreign?.rawValue
    self.blocks = blocks.map { block in
      switch block {
      case .paragraph(let text): Piece(paragraph: RichPhrase(text))
      case .list(let kind, let items):
        Piece(
          list: Points(
            isNumbered: kind == .numbers, hasBoxes: kind == .boxes, items: items.map { RichPhrase($0) }))
      case .table(let hasHeading, let rows):
        Piece(
          table: Grid(
            rows: rows.enumerated().map { index, row in
              Row(
                cells: row.map {
                  Cell(isHeading: hasHeading && index == 0, runs: RichPhrase($0).runs, foreign: nil)
                })
            }))
      case .figure(_, let alternative, let caption):
        // The picture itself stays in the workspace: the page is one file.
        Piece(paragraph: caption.isEmpty ? RichPhrase("[\(alternative)]") : RichPhrase(caption))
      }
    }
  }
}

extension SheetReading {
  /// A phrase for a template.
  package func rich(_ text: LocalizedPhrase) -> RichPhrase {
    passage(text).map { RichPhrase($0.content, foreign: $0.foreign) } ?? RichPhrase("")
  }

  /// Blocks of text for a template.
  package func rich(_ text: LocalizedProse) -> RichText {
    passage(text).map { RichText($0.content, foreign: $0.foreign) } ?? RichText([], foreign: nil)
  }
}
