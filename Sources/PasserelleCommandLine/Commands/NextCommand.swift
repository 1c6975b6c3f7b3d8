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

  @Argument(help: help(en: "The pair.", fr: "Le binôme."))
  var pair: String

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var clock: ClockOptions
  @OptionGroup var printing: PrintingOptions

  func run() throws {
    let open = try OpenWorkspace(workspace)
    let ledger = try open.ledger(.existing)
    let pair = try ledger.knownPair(pair)
    let now = clock.moment
    let progress = try ledger.history(of: pair).progress(asOf: now, under: ModuleTerms(of: open.library))
    let plan = planWithinReach(of: try open.problem(for: pair, ledger: ledger, at: now))
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

  /// The shortest plan; where the share of giving back is out of reach, the one with the best that is within it, so
  /// that the pair can meet all the same.
  private func planWithinReach(of problem: PlanningProblem) -> Plan {
    let plan = problem.shortestPlan()
    guard case .share(let asked, let reachable) = plan.obstacles.first else { return plan }
    Conversation.say(ReciprocityWords.outOfReach(asked: asked, reachable: reachable))
    let rule = problem.reciprocity
    return problem.keeping(.init(mutualPercent: rule.mutualPercent, atLeastPercent: reachable, force: .binding))
      .shortestPlan()
  }
}
