import Bilingual

/// The manual page of the program in mdoc, which `man` shows: every command with its arguments, and what is the same for all.
struct ManualPage {
  /// What the argument parser tells of the program.
  let tool: DescribedTool.Command
  /// The day that the page bears.
  let day: CalendarDay

  /// The page.
  var text: String {
    var lines = [
      ".\\\" Made by passerelle manual-page.", ".Dd \(day.words.en)", ".Dt PASSERELLE 1", ".Os",
      heading(en: "NAME", fr: "NOM"), ".Nm passerelle", ".Nd \(escaped(tool.abstract ?? ""))",
      heading(en: "SYNOPSIS", fr: "SYNOPSIS"), ".Nm", ".Ar \(said(en: "command", fr: "commande"))",
      ".Op Ar \(said(en: "argument ...", fr: "argument ..."))", heading(en: "DESCRIPTION", fr: "DESCRIPTION"),
    ]
    lines += paragraph(
      said(
        en: """
          Works in a workspace: the nearest folder upwards with programme.xml, or the one that --workspace names. \
          Standard output is the product; hints and progress go to standard error. Every command takes --help, --lang and --quiet.
          """,
        fr: """
          Travaille dans un espace de travail\u{A0}: le dossier le plus proche, en remontant, qui contient programme.xml, \
          ou celui que nomme --workspace. La sortie standard est le produit\u{202F}; conseils et avancement vont sur la \
          sortie d’erreur. Toute commande accepte --help, --lang et --quiet.
          """))
    lines.append(heading(en: "COMMANDS", fr: "COMMANDES"))
    lines.append(".Bl -tag -width Ds")
    for command in tool.shownCommands { lines += self.lines(of: command, after: "passerelle") }
    lines.append(".El")
    lines += environment + files + statuses + seeAlso
    return lines.joined(separator: "\n")
  }

  private func lines(of command: DescribedTool.Command, after path: String) -> [String] {
    let name = "\(path) \(command.commandName)"
    guard command.shownCommands.isEmpty else {
      return command.shownCommands.flatMap { self.lines(of: $0, after: name) }
    }
    let shown = (command.arguments ?? []).filter {
      $0.shouldDisplay ?? true && !["help", "version"].contains($0.preferredName?.name)
    }
    let positional = shown.filter { $0.kind == "positional" }.map { argument in
      let word = "<\(argument.valueName ?? "")>" + (argument.isRepeating ? "..." : "")
      return argument.isOptional ? "[\(word)]" : word
    }
    var lines = [".It Sy \(escaped(([name] + positional).joined(separator: " ")))"] + paragraph(command.abstract ?? "")
    let options = shown.filter { $0.kind != "positional" || !($0.abstract ?? "").isEmpty }
    guard !options.isEmpty else { return lines }
    lines.append(".Bl -tag -width Ds -compact")
    for option in options {
      lines.append(".It \(escaped(label(of: option)))")
      lines += paragraph(words(of: option))
    }
    return lines + [".El"]
  }

  private func label(of argument: DescribedTool.Argument) -> String {
    guard let name = argument.preferredName else { return "<\(argument.valueName ?? "")>" }
    let dashed = (name.kind == "long" ? "--" : "-") + name.name
    return argument.kind == "flag" ? dashed : "\(dashed) <\(argument.valueName ?? "")>"
  }

  private func words(of argument: DescribedTool.Argument) -> String {
    let values = argument.allValues.map { values in
      said(en: " Values: ", fr: " Valeurs\u{A0}: ") + values.joined(separator: ", ") + "."
    }
    let usual = argument.defaultValue.flatMap { value in
      argument.kind == "flag" ? nil : said(en: " Otherwise: \(value).", fr: " Sinon\u{A0}: \(value).")
    }
    return (argument.abstract ?? "") + (values ?? "") + (usual ?? "")
  }

  private var environment: [String] {
    [heading(en: "ENVIRONMENT", fr: "ENVIRONNEMENT"), ".Bl -tag -width Ds"]
      + item(
        "LANGUAGE, LC_ALL, LC_MESSAGES, LANG",
        said(en: "The language of words, where --lang does not say.", fr: "La langue des mots, si --lang ne dit rien."))
      + item(
        "NO_COLOR",
        said(en: "Where it is set, nothing is coloured.", fr: "Si elle est définie, rien n’est coloré."))
      + item(
        "PASSERELLE_NOW",
        said(
          en: "The moment to take for now, where --now does not say; for scripts that must give the same each time.",
          fr: """
            Le moment à prendre pour présent, si --now ne dit rien\u{202F}; pour les scripts qui doivent donner chaque fois \
            le même résultat.
            """))
      + item(
        "COLUMNS",
        said(
          en: "The width of lines, up to 80 columns; the terminal’s otherwise.",
          fr: "La largeur des lignes, jusqu’à 80 colonnes\u{202F}; sinon, celle du terminal."))
      + item(
        "XDG_CACHE_HOME",
        said(en: "Where check remembers what it found.", fr: "Où check retient ce qu’il a trouvé.")) + [".El"]
  }

  private var files: [String] {
    [heading(en: "FILES", fr: "FICHIERS"), ".Bl -tag -width Ds"]
      + item("programme.xml", said(en: "Makes a folder a workspace.", fr: "Fait d’un dossier un espace de travail."))
      + item(
        "ledger.sqlite",
        said(
          en: "What is recorded, where the programme names no other place.",
          fr: "Ce qui est consigné, si le programme ne nomme pas d’autre lieu.")) + [".El"]
  }

  private var statuses: [String] {
    [heading(en: "EXIT STATUS", fr: "ÉTAT DE SORTIE"), ".Bl -tag -width Ds -compact"]
      + Self.statuses.flatMap { item("\($0)", $1[spokenLanguage]) } + [".El"]
  }

  private static let statuses: [(Int32, Wording)] = [
    (0, Wording(en: "Done; warnings alone too.", fr: "Fait\u{202F}; avertissements seuls compris.")),
    (1, Wording(en: "The content or the document is not sound.", fr: "Le contenu ou le document n’est pas valide.")),
    (2, Wording(en: "No plan reaches the goal.", fr: "Aucun plan n’atteint le but.")),
    (3, Wording(en: "A conflict with what is there.", fr: "Un conflit avec ce qui existe.")),
    (64, Wording(en: "Wrong arguments.", fr: "Arguments erronés.")),
    (66, Wording(en: "No such input.", fr: "Entrée introuvable.")),
    (69, Wording(en: "A server that cannot be reached.", fr: "Un serveur injoignable.")),
    (70, Wording(en: "A mistake of ours.", fr: "Une erreur de notre part.")),
    (73, Wording(en: "The output cannot be created.", fr: "La sortie ne peut être créée.")),
    (74, Wording(en: "Reading or writing failed.", fr: "La lecture ou l’écriture a échoué.")),
    (75, Wording(en: "Another command is writing; try again.", fr: "Une autre commande écrit\u{202F}; recommencer.")),
    (130, Wording(en: "Interrupted.", fr: "Interrompu.")),
  ]

  private var seeAlso: [String] {
    [heading(en: "SEE ALSO", fr: "VOIR AUSSI")]
      + paragraph(
        said(
          en: """
            passerelle manual prints guides for trainers, mentors and leads, and the reference of the vocabulary; \
            passerelle explain prints the page on a finding.
            """,
          fr: """
            passerelle manual écrit les guides des formateurs, des mentors et des responsables, et la référence du \
            vocabulaire\u{202F}; passerelle explain écrit la page sur un constat.
            """))
  }

  private func heading(en: String, fr: String) -> String { ".Sh \(said(en: en, fr: fr))" }

  private func item(_ label: String, _ words: String) -> [String] { [".It \(escaped(label))"] + paragraph(words) }

  private func paragraph(_ text: String) -> [String] { [escaped(text)] }

  /// Characters as roff takes them: no line begins with a control character, dashes stay dashes.
  private func escaped(_ text: String) -> String {
    let safe = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    return safe.hasPrefix(".") || safe.hasPrefix("'") ? "\\&" + safe : safe
  }
}
