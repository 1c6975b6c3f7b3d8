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

/// Help in the language of this run.
func help(en: String, fr: String) -> ArgumentHelp {
  ArgumentHelp(stringLiteral: said(en: en, fr: fr))
}

/// A command's line in the list of commands, in the language of this run.
func about(
  _ name: String, en: String, fr: String, subcommands: [any ParsableCommand.Type] = []
) -> CommandConfiguration {
  CommandConfiguration(commandName: name, abstract: said(en: en, fr: fr), subcommands: subcommands)
}

/// Options of every command that prints.
struct PrintingOptions: ParsableArguments {
  @Option(help: help(en: "How to print: text or json.", fr: "Forme de la sortie\u{A0}: text ou json."))
  var format: OutputFormat = .text

  @Option(
    help: help(
      en: "The language of every word and date: en or fr.", fr: "Langue des mots et des dates\u{A0}: en ou fr."))
  var lang: Language = spokenLanguage
}

/// The option of every command that works in a workspace.
struct WorkspaceOptions: ParsableArguments {
  @Option(
    help: help(
      en: "The workspace: a folder with programme.xml. Otherwise the nearest one upwards.",
      fr: "L’espace de travail\u{A0}: un dossier avec programme.xml. Sinon, le plus proche en remontant."))
  var workspace: String?
}

/// The option of every command that uses the time.
struct ClockOptions: ParsableArguments {
  @Option(
    help: help(
      en: "The moment to take for now, such as 2026-11-23T10:00:00Z.",
      fr: "Le moment à prendre pour présent, par exemple 2026-11-23T10:00:00Z."))
  var now: Moment?

  /// The moment given, otherwise the clock's.
  var moment: Moment {
    now ?? Moment(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
  }
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
