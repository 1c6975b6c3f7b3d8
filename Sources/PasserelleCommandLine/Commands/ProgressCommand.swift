import ArgumentParser
import Bilingual
import CompletionLedger
import CurriculumModel
import PathPlanning
import ProgrammeModel

/// `progress [PAIR]`: where a pair is, or every pair in one line.
struct ProgressCommand: ParsableCommand {
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

  @OptionGroup var workspace: LedgerOptions
  @OptionGroup var clock: ClockOptions
  @OptionGroup var printing: PrintingOptions

  func run() throws {
    let open = try OpenWorkspace(workspace)
    let ledger = try open.ledger(.existing)
    let moment = asOf.map {
      min(clock.moment, Moment(milliseconds: Moment(startOf: $0).adding(days: 1).milliseconds - 1))
    }
    let records = try (pair.map { [try ledger.knownPair($0)] } ?? ledger.pairs()).map {
      try ProgressRecord($0, in: open, ledger: ledger, at: moment ?? clock.moment)
    }
    switch (printing.format, records.first) {
    case (.json, let record?) where pair != nil: try JSONOutput.print(record)
    case (.json, _): try JSONOutput.print(records)
    case (.text, let record?) where pair != nil: Conversation.print(record.detail)
    case (.text, _): records.flatMap(\.summary).forEach(Conversation.print)
    }
  }
}
