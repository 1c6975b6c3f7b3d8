import ArgumentParser
import Bilingual
import CompletionLedger
import CurriculumModel
import PathPlanning
import ProgrammeModel
import RecordExchange

/// `progress [PAIR]`: where a pair is, or every pair in one line.
struct ProgressCommand: ParsableCommand {
  /// How progress is printed.
  enum Form: String, CaseIterable, ExpressibleByArgument {
    /// For people.
    case text
    /// For programs.
    case json
    /// For spreadsheets: a line for each pair.
    case csv
  }

  static var configuration: CommandConfiguration {
    about("progress", en: "Show where pairs are.", fr: "Montrer où en sont les binômes.")
  }

  @Argument(help: help(en: "The pair; all pairs otherwise.", fr: "Le binôme\u{202F}; tous sinon.", value: .pair))
  var pair: String?

  @Option(
    help: help(
      en: "How things stood at the end of this day, by what is known today.",
      fr: "L’état à la fin de ce jour, d’après ce qu’on sait aujourd’hui.", value: .day))
  var asOf: CalendarDay?

  @Option(help: help(en: "How to print.", fr: "Forme de la sortie.", value: .form))
  var format: Form = .text

  @Option(
    help: help(
      en: "The language of every word and date.", fr: "Langue des mots et des dates.", value: .language))
  var lang: Language = spokenLanguage

  @OptionGroup var workspace: LedgerOptions
  @OptionGroup var clock: ClockOptions

  func run() throws {
    let open = try OpenWorkspace(workspace)
    let ledger = try open.ledger(.existing)
    let moment = clock.moment(asOf: asOf)
    let records = try (pair.map { [try ledger.knownPair($0)] } ?? ledger.pairs()).map {
      try ProgressRecord($0, in: open, ledger: ledger, at: moment)
    }
    switch (format, records.first) {
    case (.json, let record?) where pair != nil: try JSONOutput.print(record)
    case (.json, _): try JSONOutput.print(records)
    case (.csv, _):
      let lines = [ProgressRecord.columns] + records.map(\.cells)
      Conversation.write(Array(lines.map(tableLine).joined().utf8))
    case (.text, let record?) where pair != nil: Conversation.print(record.detail)
    case (.text, _):
      let width = records.map(\.pair.count).max() ?? 0
      records.flatMap { $0.summary(nameWidth: width) }.forEach(Conversation.print)
    }
  }
}
