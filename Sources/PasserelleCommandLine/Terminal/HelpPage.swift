import Bilingual

/// A help page of the argument parser in the language of this run, within the width of a page.
struct HelpPage {
  /// A width so large that the parser breaks no line.
  static let unbroken = 100_000
  /// The column at which the parser begins what it says of an option.
  private static let textColumn = 26

  /// The narrowest page that holds labels and explanations beside each other.
  private static let twoColumns = 60

  /// What stands for a space at which the usage is not broken.
  private static let joint: Character = "\u{2060}"

  private let text: String

  /// A page from what the parser prints where lines are never broken.
  init(_ text: String) {
    self.text = text
  }

  /// The page; a text that is no help page, such as a version, stays as it is.
  var rendered: String {
    guard text.hasPrefix("OVERVIEW: ") || text.hasPrefix("USAGE: ") else { return text }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { self.lines(String($0)) }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  private func lines(_ line: String) -> [String] {
    if line.hasPrefix("OVERVIEW: ") { return TextLayout.wrap(String(line.dropFirst("OVERVIEW: ".count))) }
    if line.hasPrefix("USAGE: ") { return usage(String(line.dropFirst("USAGE: ".count))) }
    if let match = line.wholeMatch(of: /\s\sSee '(.+) <subcommand>' for detailed help\./) {
      let command = spokenLanguage.quote("\(match.1) \(said(en: "COMMAND", fr: "COMMANDE"))")
      return TextLayout.wrap(said(en: "For details: \(command)", fr: "Pour le détail\u{A0}: \(command)"))
    }
    if let heading = Self.headings[line] { return [heading[spokenLanguage]] }
    let columns = Array(line)
    guard columns.count > Self.textColumn, columns.starts(with: "  "), columns[Self.textColumn - 1] == " " else {
      return [line]
    }
    let label = translatedLabel(String(columns[..<Self.textColumn]))
    let text = translated(String(columns[Self.textColumn...]))
    guard TextLayout.width >= Self.twoColumns else {
      let indentation = String(repeating: " ", count: 6)
      let own = label.allSatisfy { $0 == " " } ? [] : [String(label.reversed().drop { $0 == " " }.reversed())]
      return own + TextLayout.wrap(text, first: indentation, rest: indentation)
    }
    return TextLayout.wrap(text, first: label, rest: String(repeating: " ", count: Self.textColumn))
  }

  /// What stands before an explanation, as wide as it was.
  private func translatedLabel(_ label: String) -> String {
    guard spokenLanguage == .fr, label.contains("(default)") else { return label }
    let words = label.replacing("(default)", with: "(par défaut)")
    return words.count > label.count && words.hasSuffix("  ") ? String(words.prefix(label.count)) : words
  }

  /// How the command is written, broken between its options.
  private func usage(_ line: String) -> [String] {
    var depth = 0
    let held = String(
      line.map { character in
        if "[<".contains(character) { depth += 1 }
        if "]>".contains(character) { depth -= 1 }
        return character == " " && depth > 0 ? Self.joint : character
      })
    let label = said(en: "USAGE: ", fr: "UTILISATION\u{A0}: ")
    return TextLayout.wrap(
      held.replacing("<subcommand>", with: said(en: "<command>", fr: "<commande>")),
      first: label, rest: "  "
    ).map { String($0.map { $0 == Self.joint ? " " : $0 }) }
  }

  private func translated(_ text: String) -> String {
    switch text {
    case "Show the version.": return said(en: text, fr: "Afficher la version.")
    case "Show help information.": return said(en: "Show this help.", fr: "Afficher cette aide.")
    default:
      guard spokenLanguage == .fr else { return text }
      return text.replacing("(default: ", with: "(par défaut\u{A0}: ")
        .replacing("(values: ", with: "(valeurs\u{A0}: ").replacing("; default: ", with: "\u{202F}; par défaut\u{A0}: ")
    }
  }

  private static let headings = [
    "ARGUMENTS:": Wording(en: "ARGUMENTS:", fr: "ARGUMENTS\u{A0}:"),
    "OPTIONS:": Wording(en: "OPTIONS:", fr: "OPTIONS\u{A0}:"),
    "SUBCOMMANDS:": Wording(en: "COMMANDS:", fr: "COMMANDES\u{A0}:"),
  ]
}
