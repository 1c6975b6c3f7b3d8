import Bilingual
import CompletionLedger
import CurriculumModel
import PathPlanning
import ProgrammeModel

/// What a pair's mentor asks of every plan, noted in the ledger, and what it costs.
struct WishNoting {
  let recorder: Recorder
  let pair: Pair

  /// Notes wishes, and says what all that stand cost; what makes the goal unreachable is not noted, so that the pair can
  /// always meet.
  func note(_ kinds: [Event.Kind], at occurred: Moment) throws -> WishReport {
    let open = recorder.workspace
    let modules = kinds.compactMap(\.module)
    guard Set(modules).count == modules.count else {
      throw CommandFailure(
        .usage, Wording(en: "one wish about each module", fr: "un seul souhait par module"))
    }
    let before = try recorder.ledger.history(of: pair).progress(
      asOf: recorder.now, under: ModuleTerms(of: open.library))
    let wishes =
      before.pair(pair.id).wishes.filter { !modules.contains($0.module) }
      + kinds.compactMap { if case .wished(let wish) = $0 { wish } else { nil } }
    let known = before.pair(pair.id).knownModules
    let free = ReachablePlan(try problem(before, []), known: known)
    // A wish may cost minutes, but nothing of what is given back.
    let bound = try problem(before, wishes).keeping(free.problem.reciprocity).shortestPlan(known: known)
    let report = WishReport(workspace: open, wishes: wishes, free: free.plan, bound: bound)
    guard !kinds.isEmpty, report.bound.outcome != .infeasible || report.free.outcome == .infeasible else {
      return report
    }
    let recorded = try recorder.record(about: [pair.junior, pair.senior]) { history in
      let first = recorder.firstNumber(after: history)
      return kinds.enumerated().map {
        recorder.event(first + $0.offset, at: occurred, .pair(pair), Event.Attestation(role: .both), $0.element)
      }
    }
    // What moves is told as the price; the pair knows its new plan from now on.
    _ = recorder.replan(after: recorded.map(\.event))
    return report
  }

  private func problem(_ progress: Progress, _ wishes: [Event.Wish]) throws -> PlanningProblem {
    try recorder.workspace.problem(for: pair, progress: progress, changing: PlanChange(wishes: wishes))
  }
}
