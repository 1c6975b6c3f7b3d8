internal import Bilingual

/// How lines look on a terminal: how wide they may be, and whether they are coloured.
package struct TerminalStyle: Hashable, Sendable {
  /// The columns.
  package let width: Int
  /// Whether escape sequences may be written.
  package let isColoured: Bool

  /// Eighty columns without colour, as for a file.
  package static let plain = TerminalStyle(width: 80, isColoured: false)

  /// A style from its parts; between 40 and 80 columns, because neither narrower nor wider lines read well.
  package init(width: Int, isColoured: Bool) {
    self.width = min(max(width, 40), 80)
    self.isColoured = isColoured
  }

  /// What a line is.
  enum Ink {
    /// A title.
    case title
    /// The beginning of a part.
    case heading
    /// A time with its activity.
    case activity
    /// Somebody's name.
    case name
    /// What stands back.
    case faint

    /// The parameters of SGR (ECMA-48, 8.3.117); weight before colour, so that nothing is told by colour alone.
    fileprivate var parameters: String {
      switch self {
      case .title: "1;36"
      case .heading: "1;36"
      case .activity: "1"
      case .name: "33"
      case .faint: "2"
      }
    }
  }

  /// The text in lines, the first after `first`, the others after `rest`.
  func lines(_ text: String, first: String = "", rest: String? = nil) -> [String] {
    text.broken(first: first, rest: rest, width: width)
  }

  /// The lines in an ink.
  func inked(_ lines: [String], _ ink: Ink) -> [String] {
    isColoured ? lines.map { "\u{1B}[\(ink.parameters)m\($0)\u{1B}[0m" } : lines
  }

  /// A heading with a rule below it.
  func heading(_ text: String) -> [String] {
    let lines = lines(text)
    return inked(lines + [String(repeating: "─", count: lines.map(\.count).max() ?? 0)], .title)
  }
}
