import ArgumentParser
import Bilingual
import Diagnostics

/// A refusal of the argument parser, which has its words in English only, in ours.
struct ParserRefusal {
  /// What the parser says is wrong.
  let message: String
  /// The command whose arguments are wrong: "passerelle plan".
  let command: String
  /// The help of the argument in question, after its label: "--now <moment>".
  private let hint: (label: String, text: String)?
  /// The first argument that the command takes without an option: "<pair>".
  private let argument: String?

  /// A refusal from the parser's message and from its full text, which also names the command.
  init(message: String, text: String) {
    self.message = message
    command = text.firstMatch(of: /See '(.+) (?:--help|-h)'/).map { String($0.1) } ?? "passerelle"
    hint = text.firstMatch(of: /Help:  (.+?)  (.+)/).map { (String($0.1), String($0.2)) }
    let usage = text.firstMatch(of: /Usage: (.+)/).map { String($0.1) } ?? ""
    argument = usage.replacing(/--\S+ <[^>]+>/, with: "").firstMatch(of: /<[^>]+>/).map { String($0.0) }
  }

  /// The refusal as every failure of a command is told.
  var failure: CommandFailure {
    let told = wording
    return CommandFailure(
      .usage, told.summary,
      remedies: told.remedies + [
        Wording { language in
          let page = language.quote("\(command) --help")
          return language == .en ? "see \(page)" : "voir \(page)"
        }
      ])
  }

  private typealias Told = (summary: Wording, remedies: [Wording])

  private var wording: Told {
    unknownOption ?? missing ?? unexpected ?? invalid ?? completions ?? (Wording(same: message), [])
  }

  private var unknownOption: Told? {
    guard let match = message.prefixMatch(of: /Unknown option '(.+?)'(?:\. Did you mean '(.+?)'\?)?/) else {
      return nil
    }
    let summary = Self.quoting(match.1) {
      Wording(en: "unknown option \($0.en)", fr: "option inconnue\u{A0}: \($0.fr)")
    }
    if let argument, Self.namedAlone.contains(String(match.1)) {
      let line = "\(command) \(argument)"
      return (
        summary,
        [
          Self.quoting(line) {
            Wording(en: "name it without an option: \($0.en)", fr: "le nommer sans option\u{A0}: \($0.fr)")
          }
        ]
      )
    }
    return (summary, match.2.map { [didYouMean([String($0)])] } ?? [])
  }

  /// What some commands take as an option and others as their argument.
  private static let namedAlone: Set<String> = [
    "--pair", "--curriculum", "--module", "--card", "--competence", "--certificate", "--framework", "--person", "--id",
    "--theme", "--element", "--chapter", "--finding", "--file",
  ]

  private var missing: Told? {
    if let match = message.wholeMatch(of: /Missing expected argument '(.+)'/) {
      return (
        Self.quoting(match.1) { Wording(en: "\($0.en) is missing", fr: "il manque \($0.fr)") }, explanation
      )
    }
    if let match = message.wholeMatch(of: /Missing value for '(.+)'/) {
      return (
        Self.quoting(match.1) {
          Wording(en: "the value of \($0.en) is missing", fr: "il manque la valeur de \($0.fr)")
        }, explanation
      )
    }
    guard message == "Missing required subcommand." else { return nil }
    return (Wording(en: "a command is missing", fr: "il manque une commande"), [])
  }

  private var unexpected: Told? {
    if let match = message.wholeMatch(of: /The option '(.+)' does not take any value, but '(.*)' was specified\./) {
      return (
        Self.quoting(match.1) { Wording(en: "\($0.en) takes no value", fr: "\($0.fr) ne prend pas de valeur") }, []
      )
    }
    guard let match = message.wholeMatch(of: /(?:Unexpected argument|\d+ unexpected arguments:) '(.+)'/) else {
      return nil
    }
    let arguments = String(match.1).split(separator: "', '").map(String.init)
    let known = Self.subcommands(of: command)
    if let first = arguments.first, !known.isEmpty {
      let translated = Self.frenchCommands[first.lowercased()].map { [$0] } ?? []
      let near =
        translated.filter(known.contains) + nearest(to: first, among: known).filter { !translated.contains($0) }
      return (
        Self.quoting(first) { Wording(en: "there is no command \($0.en)", fr: "il n’y a pas de commande \($0.fr)") },
        near.isEmpty ? [] : [didYouMean(near)]
      )
    }
    return (
      Wording { language in
        let names = language.list(arguments.map { language.quote($0) })
        return language == .en ? "too many arguments: \(names)" : "trop d’arguments\u{A0}: \(names)"
      },
      [
        Wording(
          en: "put quotation marks around what has spaces in it",
          fr: "mettre entre guillemets ce qui contient des espaces")
      ]
    )
  }

  /// What people who write French type for a command.
  private static let frenchCommands = [
    "aide": "help", "nouveau": "new", "nouvelle": "new", "créer": "new", "vérifier": "check", "verifier": "check",
    "valider": "check", "montrer": "show", "afficher": "show", "voir": "show", "aperçu": "preview", "apercu": "preview",
    "planifier": "plan", "suivant": "next", "suivante": "next", "prochaine": "next", "noter": "record",
    "enregistrer": "record", "personne": "person", "binôme": "pair", "binome": "pair", "rapport": "report",
    "graphe": "graph", "attestation": "certificate", "progression": "progress", "expliquer": "explain",
    "pourquoi": "why", "manuel": "manual", "grammaire": "grammar", "parcours": "curriculum", "fiche": "card",
    "ajouter": "add", "exporter": "export", "importer": "import", "mettre-en-forme": "format",
  ]

  private var invalid: Told? {
    guard let match = message.prefixMatch(of: /The value '(.*)' is invalid for '(.+?)'/) else { return nil }
    let choices = message[match.range.upperBound...].matches(of: /'(.+?)'/).map { String($0.1) }
    let summary = Wording { language in
      let (value, name) = (language.quote(String(match.1)), language.quote(String(match.2)))
      return language == .en ? "\(value) is not a value of \(name)" : "\(value) ne convient pas à \(name)"
    }
    guard !choices.isEmpty else { return (summary, explanation) }
    return (
      summary,
      [
        Wording { language in
          let names = language.list(choices.map { language.quote($0) }, .or)
          return language == .en ? "write \(names)" : "écrire \(names)"
        }
      ]
    )
  }

  private var completions: Told? {
    guard message.hasPrefix("Can't ") else { return nil }
    return (
      Wording(
        en: "there is no completion script for this shell",
        fr: "il n’y a pas de script de complétion pour cet interpréteur"),
      [
        Wording(
          en: "write ‘bash’, ‘fish’ or ‘zsh’", fr: "écrire «\u{A0}bash\u{A0}», «\u{A0}fish\u{A0}» ou «\u{A0}zsh\u{A0}»")
      ]
    )
  }

  /// What the argument is, by the help page.
  private var explanation: [Wording] {
    hint.map { hint in [Wording { "\(hint.label)\($0.colon)\(hint.text)" }] } ?? []
  }

  private static func quoting(_ text: some StringProtocol, _ words: (Wording) -> Wording) -> Wording {
    words(Wording { $0.quote(String(text)) })
  }

  /// The names of the commands that a command has; none where it has none.
  private static func subcommands(of command: String) -> [String] {
    var type = Passerelle.configuration
    for name in command.split(separator: " ").dropFirst() {
      guard let next = type.subcommands.first(where: { $0.configuration.commandName == String(name) }) else {
        return []
      }
      type = next.configuration
    }
    return type.subcommands.compactMap { $0.configuration.commandName }
  }
}

/// A question that names what may have been meant: "did you mean ‘a’ or ‘b’?".
func didYouMean(_ names: [String]) -> Wording {
  Wording { language in
    let names = language.list(names.map { language.quote($0) }, .or)
    return language == .en ? "did you mean \(names)?" : "vouliez-vous dire \(names)\u{202F}?"
  }
}
