import Bilingual
import FoundationEssentials
import Glibc
import Stationery

/// Text broken into lines of a width, by words; no-break spaces hold together.
enum TextLayout {
  /// The columns of a page: as many as `COLUMNS` or the terminal says, from 20 up to 80.
  static let width = min(max(declaredWidth ?? terminalWidth ?? 80, 20), 80)

  private static var declaredWidth: Int? {
    ProcessInfo.processInfo.environment["COLUMNS"].flatMap(Int.init)
  }

  /// The columns of the terminal that shows the product; nil where none does.
  private static var terminalWidth: Int? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// The text in lines of at most `width` columns, the first after `first`, the others after `rest`.
  ///
  /// A column is a grapheme; a word longer than a line stands alone on one.
  static func wrap(_ text: String, first: String = "", rest: String? = nil, width: Int = width) -> [String] {
    text.broken(first: first, rest: rest, width: width)
  }

  /// A command as one types it in a shell, broken by backslashes where it is too long; an option stays with its value.
  static func command(_ arguments: [String], prompt: String) -> [String] {
    ShellCommand(arguments).lines(prompt: prompt, width: width)
  }

  /// The text with a capital at its beginning.
  static func capitalized(_ text: String) -> String {
    text.capitalizedFirst
  }

  /// A heading with a rule below it.
  static func heading(_ text: String) -> [String] {
    let lines = wrap(text)
    return lines + [String(repeating: "─", count: lines.map(\.count).max() ?? 0)]
  }
}
