import ArgumentParser
import Bilingual
import CompletionLedger
import CurriculumModel
import DomainWords
import PathPlanning
import ProgrammeModel
import SessionSheets
import Stationery

/// `next PAIR`: the next session's sheet.
struct NextCommand: ParsableCommand {
  /// How a sheet is printed.
  enum Form: String, CaseIterable, ExpressibleByArgument {
    /// For a terminal.
    case text
    /// For a browser, and from there on paper.
    case html
    /// For paper.
    case pdf
    /// For programs.
    case json
  }

  static var configuration: CommandConfiguration {
    about(
      "next", en: "Show what a pair does in its next session.",
      fr: "Montrer ce qu’un binôme fait à sa prochaine séance.")
  }

  @Argument(help: help(en: "The pair.", fr: "Le binôme.", value: .pair))
  var pair: String

  @Option(
    name: .customLong("for"),
    help: help(
      en: "The page of one of the two: junior or senior.",
      fr: "La page de l’un des deux\u{A0}: junior ou senior.", value: .person))
  var reader: Partner?

  @Option(
    help: help(
      en: "When the session begins, such as 14:00; otherwise minutes from its beginning.",
      fr: "Quand la séance commence, par exemple 14:00 ou 14h00\u{202F}; sinon, les minutes depuis son début.",
      value: .clock))
  var at: ClockTime?

  @Option(help: help(en: "How to print.", fr: "Forme de la sortie.", value: .form))
  var format: Form = .text

  @OptionGroup var product: OutputOptions
  @OptionGroup var wishing: WishingOptions
  @OptionGroup var workspace: LedgerOptions
  @OptionGroup var clock: ClockOptions

  func run() throws {
    let destination = product.destination
    if format == .pdf { try destination.refuseTerminal("PDF") }
    let open = try OpenWorkspace(workspace)
    let ledger = try open.ledger(.existing)
    let pair = try ledger.knownPair(pair)
    let now = clock.moment
    let recorder = Recorder(workspace: open, ledger: ledger, now: now, baseID: nil)
    try wishing.note(for: pair, by: recorder)
    // It is told once, so that what --quiet leaves unsaid is still to be told.
    if !Conversation.isQuiet, let news = recorder.news(of: pair) {
      ReplanningWords(workspace: open).lines(news).forEach(Conversation.say)
    }
    let progress = try ledger.history(of: pair).progress(asOf: now, under: ModuleTerms(of: open.library))
    let known = progress.pair(pair.id).knownModules
    let plan = ReachablePlan(try open.problem(for: pair, progress: progress), known: known).announced().plan
    var names: [Partner: String] = [:]
    for partner in Partner.allCases { names[partner] = try ledger.person(key: pair[partner])?.name }
    let sheet = SessionSheet(of: pair, names: names, plan: plan, library: open.library, progress: progress)
    let reading = SheetReading(for: reader, at: at, facts: FactWords(workspace: open), names: names)
    try destination.write(try bytes(sheet, reading, in: destination))
    recorder.keepFirstPlan(of: pair)
    if plan.outcome == .infeasible { throw ExitCode(CommandFailure.Status.noPlan.rawValue) }
  }

  private func bytes(_ sheet: SessionSheet, _ reading: SheetReading, in product: Product) throws -> [UInt8] {
    let commands = commands(after: sheet)
    let text =
      switch format {
      case .text: SheetText(sheet, reading, product.style, afterwards: commands).text + "\n"
      case .html: SheetPage(sheet, reading, afterwards: commands).html
      case .json: try JSONOutput.text(SheetRecord(sheet, reading, afterwards: commands)) + "\n"
      case .pdf: ""
      }
    return format == .pdf ? try sheetPDF(sheet, reading, afterwards: commands) : Array(text.utf8)
  }

  /// What to type after the session, or for the certificates where there is none.
  private func commands(after sheet: SessionSheet) -> [ShellCommand] {
    let pair = sheet.pair.id.rawValue
    switch sheet.outcome {
    case .infeasible: return []
    case .reached:
      return sheet.certificates.map { ShellCommand(["passerelle", "certificate", "issue", pair, $0.rawValue]) }
    case .optimal, .feasible:
      let passed = sheet.ending.flatMap { ["--passed", $0.rawValue] }
      return [ShellCommand(["passerelle", "record", "held", pair] + passed)]
    }
  }
}

extension Partner: ExpressibleByArgument {}

extension ClockTime: ExpressibleByArgument {
  package init?(argument: String) {
    self.init(argument)
  }
}
