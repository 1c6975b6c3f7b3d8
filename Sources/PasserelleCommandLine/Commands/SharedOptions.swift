import ArgumentParser
import Bilingual
import FoundationEssentials

/// How a command prints its product.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  /// For people.
  case text
  /// For programs.
  case json
}

extension Language: ExpressibleByArgument {}

/// What an option's value is called in help pages.
enum ValueName {
  case certificate, choice, clock, competence, count, curriculum, day, days, file, folder, form, framework, goal, id
  case issuer, kind, language, minutes, module, place, rating, stage, weeks
  case moment, name, number, pair, path, percent, person, reason, sheet, theme, time, url

  var words: Wording {
    switch self {
    case .certificate: Wording(en: "certificate", fr: "attestation")
    case .choice: Wording(en: "choice", fr: "choix")
    case .clock: Wording(en: "time", fr: "heure")
    case .competence: Wording(en: "competence", fr: "compétence")
    case .count: Wording(en: "number", fr: "nombre")
    case .curriculum: Wording(en: "curriculum", fr: "parcours")
    case .day: Wording(en: "day", fr: "jour")
    case .days: Wording(en: "days", fr: "jours")
    case .kind: Wording(en: "kind", fr: "sorte")
    case .place: Wording(en: "place", fr: "lieu")
    case .rating: Wording(en: "rating", fr: "note")
    case .stage: Wording(en: "stage", fr: "étape")
    case .weeks: Wording(en: "weeks", fr: "semaines")
    case .file: Wording(en: "file", fr: "fichier")
    case .folder: Wording(en: "folder", fr: "dossier")
    case .form: Wording(en: "form", fr: "forme")
    case .framework: Wording(en: "framework", fr: "référentiel")
    case .goal: Wording(en: "goal", fr: "but")
    case .id: Wording(en: "id", fr: "identifiant")
    case .issuer: Wording(en: "issuer", fr: "émetteur")
    case .language: Wording(en: "language", fr: "langue")
    case .minutes: Wording(en: "minutes", fr: "minutes")
    case .module: Wording(en: "module", fr: "module")
    case .moment: Wording(en: "moment", fr: "instant")
    case .name: Wording(en: "name", fr: "nom")
    case .number: Wording(en: "number", fr: "numéro")
    case .pair: Wording(en: "pair", fr: "binôme")
    case .path: Wording(en: "path", fr: "chemin")
    case .percent: Wording(en: "percent", fr: "pourcentage")
    case .person: Wording(en: "person", fr: "personne")
    case .reason: Wording(en: "reason", fr: "raison")
    case .sheet: Wording(en: "sheet", fr: "feuille")
    case .theme: Wording(en: "theme", fr: "thème")
    case .time: Wording(en: "time", fr: "durée")
    case .url: Wording(en: "url", fr: "adresse")
    }
  }
}

/// Help in the language of this run, with the name of the value where there is one.
func help(en: String, fr: String, value: ValueName? = nil) -> ArgumentHelp {
  ArgumentHelp(said(en: en, fr: fr), valueName: value?.words[spokenLanguage])
}

/// A command's line in the list of commands, in the language of this run.
func about(
  _ name: String, en: String, fr: String, subcommands: [any ParsableCommand.Type] = [],
  default usual: (any ParsableCommand.Type)? = nil
) -> CommandConfiguration {
  CommandConfiguration(
    commandName: name, abstract: said(en: en, fr: fr), subcommands: subcommands, defaultSubcommand: usual)
}

/// Options of every command that prints.
struct PrintingOptions: ParsableArguments {
  @Option(help: help(en: "How to print.", fr: "Forme de la sortie.", value: .form))
  var format: OutputFormat = .text

  @Option(
    help: help(
      en: "The language of every word and date.", fr: "Langue des mots et des dates.", value: .language))
  var lang: Language = spokenLanguage
}

/// Options of every command whose product is a file.
struct OutputOptions: ParsableArguments {
  @Option(
    help: help(
      en: "The file to write; standard output otherwise.",
      fr: "Le fichier à écrire\u{202F}; sinon, la sortie standard.", value: .file))
  var output: String?

  @Option(
    help: help(
      en: "The language of every word and date.", fr: "Langue des mots et des dates.", value: .language))
  var lang: Language = spokenLanguage

  /// Where the product goes.
  var destination: Product { Product(file: output) }

  /// Writes the product where it was asked for.
  func write(_ bytes: [UInt8]) throws { try destination.write(bytes) }
}

/// The option of every command that works in a workspace.
struct WorkspaceOptions: ParsableArguments {
  @Option(
    help: help(
      en: "The workspace: a folder with programme.xml. Otherwise the nearest one upwards.",
      fr: "L’espace de travail\u{A0}: un dossier avec programme.xml. Sinon, le plus proche en remontant.",
      value: .folder))
  var workspace: String?
}

/// The option of every command that may take long.
struct ProgressOption: ParsableArguments {
  @Flag(
    name: .customLong("no-progress"),
    help: help(en: "Do not show how far it is.", fr: "Ne pas montrer l’avancement."))
  var noProgress = false
}

/// The options of every command that uses the ledger.
struct LedgerOptions: ParsableArguments {
  @OptionGroup var workspace: WorkspaceOptions

  @Option(
    help: help(
      en: "The ledger: sqlite:FILE or postgresql://USER@HOST/DATABASE. Otherwise the one in programme.xml.",
      fr: "Le registre\u{A0}: sqlite:FICHIER ou postgresql://COMPTE@HÔTE/BASE. Sinon, celui de programme.xml.",
      value: .url))
  var store: String?
}

/// The option of every command that uses the time.
struct ClockOptions: ParsableArguments {
  @Option(
    help: help(
      en: "The moment to take for now, such as 2026-11-23T10:00:00Z.",
      fr: "Le moment à prendre pour présent, par exemple 2026-11-23T10:00:00Z.", value: .moment))
  var now: Moment?

  /// The moment given, otherwise the one in the environment, otherwise the clock's.
  var moment: Moment {
    now ?? Self.surrounding
      ?? Moment(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
  }

  func validate() throws {
    if let text = Self.variable, Self.surrounding == nil {
      throw ValidationError(
        said(
          en: "PASSERELLE_NOW is no moment such as 2026-11-23T10:00:00Z: \(text)",
          fr: "PASSERELLE_NOW n’est pas un instant, par exemple 2026-11-23T10:00:00Z\u{A0}: \(text)"))
    }
  }

  /// `PASSERELLE_NOW`, which fixes the moment for a whole script; empty is as if it were not set.
  private static var variable: String? {
    ProcessInfo.processInfo.environment["PASSERELLE_NOW"].flatMap { $0.isEmpty ? nil : $0 }
  }

  private static var surrounding: Moment? { variable.flatMap { Moment(iso: $0) } }
}

extension Moment: ExpressibleByArgument {
  package init?(argument: String) {
    self.init(iso: argument)
  }
}

extension CalendarDay: ExpressibleByArgument {
  package init?(argument: String) {
    self.init(iso: argument)
  }
}
