import Bilingual

/// The argument parser's own words, which it has in English only, in the language of this run.
struct ParserWords {
  private let language: Language

  /// The words in a language.
  init(_ language: Language) {
    self.language = language
  }

  /// A help page or an error message of the argument parser.
  func translated(_ text: String) -> String {
    guard language == .fr else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line($0) }.joined(separator: "\n")
  }

  private func line(_ line: Substring) -> String {
    var text = String(line)
    for (english, french) in Self.labels {
      text = text.replacing(english, with: french)
    }
    if let match = text.wholeMatch(of: /(.*)Unknown option '(.+)'(\. Did you mean '(.+)'\?)?/) {
      let near = match.4.map { ". Vouliez-vous dire «\u{A0}\($0)\u{A0}»\u{202F}?" } ?? ""
      return "\(match.1)option inconnue «\u{A0}\(match.2)\u{A0}»\(near)"
    }
    if let match = text.wholeMatch(of: /(.*)Missing expected argument '(.+)'/) {
      return "\(match.1)il manque l’argument «\u{A0}\(match.2)\u{A0}»"
    }
    if let match = text.wholeMatch(of: /(.*)Missing value for '(.+)'/) {
      return "\(match.1)il manque la valeur de «\u{A0}\(match.2)\u{A0}»"
    }
    if let match = text.wholeMatch(of: /(.*)(?:\d+ unexpected arguments|Unexpected argument): (.+)/) {
      return "\(match.1)argument en trop\u{A0}: \(match.2)"
    }
    if let match = text.wholeMatch(of: /(.*)Unexpected argument '(.+)'/) {
      return "\(match.1)argument en trop\u{A0}: «\u{A0}\(match.2)\u{A0}»"
    }
    if let match = text.wholeMatch(of: /(.*)The value '(.*)' is invalid for '(.+?)'(.*)/) {
      return "\(match.1)la valeur «\u{A0}\(match.2)\u{A0}» ne convient pas à «\u{A0}\(match.3)\u{A0}»"
    }
    return text
  }

  private static let labels = [
    ("OVERVIEW: ", ""), ("USAGE:", "UTILISATION\u{A0}:"), ("Usage:", "Utilisation\u{A0}:"),
    ("ARGUMENTS:", "ARGUMENTS\u{A0}:"),
    ("SUBCOMMANDS:", "COMMANDES\u{A0}:"), ("OPTIONS:", "OPTIONS\u{A0}:"),
    ("Show help information.", "Afficher cette aide."), ("Show the version.", "Afficher la version."),
    ("(default: ", "(par défaut\u{A0}: "), ("(values: ", "(valeurs\u{A0}: "),
    ("; default: ", "\u{202F}; par défaut\u{A0}: "),
    ("Error: ", "Erreur\u{A0}: "), ("<subcommand>", "<commande>"),
    ("' for detailed help.", "» pour l’aide détaillée."), ("  See '", "  Voir «\u{A0}"),
    ("for more information.", "pour en savoir plus."),
  ]
}
