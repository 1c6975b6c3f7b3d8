import ArgumentParser
import Bilingual
import CompletionLedger
import CurriculumModel
import DomainWords
import PathPlanning
import ProgrammeModel
import ProgrammeReports
import RecordExchange

/// `report`: how the programme goes, without names.
struct ReportCommand: ParsableCommand {
  /// How a report is printed.
  enum Form: String, CaseIterable, ExpressibleByArgument {
    /// For a terminal.
    case text
    /// For programs.
    case json
    /// For spreadsheets and statistics.
    case csv
    /// For a browser, with plots.
    case html
  }

  static var configuration: CommandConfiguration {
    about(
      "report", en: "Tell how the programme goes, without names.",
      fr: "Dire comment va le programme, sans aucun nom.")
  }

  @Option(
    help: help(
      en: "The pairs of one curriculum; all otherwise.", fr: "Les binômes d’un seul parcours\u{202F}; tous sinon.",
      value: .curriculum))
  var curriculum: String?

  @Option(
    help: help(
      en: "How things stood at the end of this day, by what is known today.",
      fr: "L’état à la fin de ce jour, d’après ce qu’on sait aujourd’hui.", value: .day))
  var asOf: CalendarDay?

  @Option(help: help(en: "How to print.", fr: "Forme de la sortie.", value: .form))
  var format: Form = .text

  @OptionGroup var product: OutputOptions
  @OptionGroup var workspace: LedgerOptions
  @OptionGroup var clock: ClockOptions
  @OptionGroup var progress: ProgressOption

  func run() throws {
    let open = try OpenWorkspace(workspace)
    let chosen = try curriculum.map { try open.curriculum($0).id }
    let ledger = try open.ledger(.existing)
    let moment = clock.moment(asOf: asOf)
    let pairs = try ledger.pairs()
    var line = ProgressLine(progress)
    let reported = try pairs.enumerated().map { index, pair in
      line.show(index, of: pairs.count, spokenLanguage.count(pairs.count, .pairs))
      return try open.reported(pair, ledger: ledger, at: moment)
    }.filter { $0.standing.progress.began != nil }
    line.clear()
    let report = ProgrammeReport(on: reported, of: chosen, in: open.library, at: moment)
    let words = ReportWords(FactWords(workspace: open))
    let text =
      switch format {
      case .text: ReportText(report, words).text + "\n"
      case .json: try JSONOutput.text(ReportRecord(report, words)) + "\n"
      case .csv: ([ReportTable.columns] + ReportTable.rows(of: report)).map(tableLine).joined()
      case .html: ReportPage(report, words).html
      }
    try product.write(Array(text.utf8))
  }
}

extension ClockOptions {
  /// The end of a day, or now where the day is not over or none is given.
  func moment(asOf day: CalendarDay?) -> Moment {
    guard let day else { return moment }
    return min(moment, Moment(milliseconds: Moment(startOf: day).adding(days: 1).milliseconds - 1))
  }
}

extension OpenWorkspace {
  /// A pair with where it stands at a moment.
  func reported(_ pair: Pair, ledger: Ledger, at moment: Moment) throws -> ReportedPair {
    let progress = try ledger.history(of: pair).progress(asOf: moment, under: ModuleTerms(of: library))
    let plan = try plan(for: pair, progress: progress)
    return ReportedPair(
      PairStanding(of: pair, progress, plan: plan, in: library, digest: { digest(of: $0) }), progress)
  }
}
