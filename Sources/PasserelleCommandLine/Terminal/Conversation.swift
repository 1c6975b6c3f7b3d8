import Bilingual
import FoundationEssentials
import Glibc

/// The language of every word that this run says, by `--lang` or the environment.
///
/// Decided once, before arguments are parsed, because help texts are words too.
let spokenLanguage =
  LanguageOption.language(in: CommandLine.arguments) ?? Language(environment: ProcessInfo.processInfo.environment)

/// Words in the language of this run.
func said(en: String, fr: String) -> String {
  Wording(en: en, fr: fr)[spokenLanguage]
}

/// What a command prints: the product goes to standard output, the conversation to standard error.
enum Conversation {
  /// Writes the product, with a line feed at its end.
  static func print(_ text: String) {
    write(Array((text + "\n").utf8), to: STDOUT_FILENO)
  }

  /// Writes the product as it is.
  static func write(_ bytes: [UInt8]) {
    write(bytes, to: STDOUT_FILENO)
  }

  /// Says something beside the product.
  static func say(_ text: String) {
    write(Array((text + "\n").utf8), to: STDERR_FILENO)
  }

  /// Says something that one can do without: it stays unsaid with `--quiet`.
  static func hint(_ text: String) {
    if !isQuiet { say(text) }
  }

  /// Whether only the product is wanted.
  static let isQuiet = QuietOption.isAsked(in: CommandLine.arguments)

  /// Says something and leaves the line open for an answer.
  static func sayOpen(_ text: String) {
    write(Array(text.utf8), to: STDERR_FILENO)
  }

  /// Says something in the place of what was said so before, for a terminal.
  static func sayInPlace(_ text: String) {
    write(Array("\r\u{1B}[K\(text)".utf8), to: STDERR_FILENO)
  }

  /// Says something worth knowing, in the width of a page.
  static func note(_ text: String) {
    TextLayout.wrap(text, first: "note" + spokenLanguage.colon, rest: "  ").forEach(hint)
  }

  /// Whether a person reads standard output.
  static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Whether a person reads standard error.
  static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Whether words are coloured: on a terminal, unless `NO_COLOR` is set or the terminal is dumb.
  static var isColoured: Bool {
    let environment = ProcessInfo.processInfo.environment
    return outputIsTerminal && environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
  }

  private static func write(_ bytes: [UInt8], to descriptor: CInt) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }
}
