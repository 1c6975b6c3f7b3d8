import ArgumentParser
import CompletionLedger
import CurriculumModel
import PathPlanning
import ProgrammeModel

/// `next PAIR`: the next session's sheet.
struct NextCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    about(
      "next", en: "Show what a pair does in its next session.",
      fr: "Montrer ce qu’un binôme fait à sa prochaine séance.")
  }

  @Argument(help: help(en: "The pair.", fr: "Le binôme.", value: .pair))
  var pair: String

  @OptionGroup var workspace: LedgerOptions
  @OptionGroup var clock: ClockOptions
  @OptionGroup var printing: PrintingOptions

  func run() throws {
    let open = try OpenWorkspace(workspace)
    let ledger = try open.ledger(.existing)
    let pair = try ledger.knownPair(pair)
    let now = clock.moment
    let progress = try ledger.history(of: pair).progress(asOf: now, under: ModuleTerms(of: open.library))
    let plan = ReachablePlan(try open.problem(for: pair, ledger: ledger, at: now)).plan
    var names: [Partner: String] = [:]
    for partner in Partner.allCases { names[partner] = try ledger.person(key: pair[partner])?.name }
    let sheet = SessionSheet(
      workspace: open, pair: pair, names: names, plan: plan, number: progress.pair(pair.id).held + 1)
    switch printing.format {
    case .json: try JSONOutput.print(SessionSheetRecord(sheet))
    case .text: Conversation.print(sheet.text)
    }
    if plan.outcome == .infeasible { throw ExitCode(CommandFailure.Status.noPlan.rawValue) }
  }
}
