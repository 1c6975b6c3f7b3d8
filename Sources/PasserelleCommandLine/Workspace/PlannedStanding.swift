import CompletionLedger
import CurriculumModel
import PathPlanning
import ProgrammeModel

/// Where a module stands in what a pair is to do.
struct PlannedStanding {
  /// The case at hand.
  enum Kind {
    /// The pair has it already.
    case passed
    /// It is in the plan: the chain of steps from it to a goal, and its sessions by number.
    case planned(chain: [Plan.Step], sessions: [Int])
    /// It could be planned and is not; nil where the pair's own goal is out of reach.
    case setAside(Price?)
    /// It is a draft or withdrawn.
    case notOffered
  }

  let workspace: OpenWorkspace
  let pair: Pair
  let module: Module
  let plan: Plan
  /// What remains of its condition; nil where the pair can begin it now, or has it.
  let unmet: Condition<Fact>?
  let kind: Kind

  /// Looks a module up in a pair's plan at a moment.
  init(_ moduleName: String, for pairName: String, in workspace: OpenWorkspace, clock: ClockOptions) throws {
    self.workspace = workspace
    let ledger = try workspace.ledger(.existing)
    let pair = try ledger.knownPair(pairName)
    let module = try workspace.module(moduleName)
    let now = clock.moment
    let asked = try workspace.problem(for: pair, ledger: ledger, at: now)
    let progress = try ledger.history(of: pair).progress(asOf: now, under: ModuleTerms(of: workspace.library))
    let reachable = ReachablePlan(asked, known: progress.pair(pair.id).knownModules).announced()
    (self.pair, self.module, plan) = (pair, module, reachable.plan)
    let hasPassed = asked.held.contains(.passed(module.id))
    unmet = hasPassed ? nil : module.opportunity.condition.remainder(asked.held.contains)
    if hasPassed {
      kind = .passed
    } else if let chain = plan.chain(from: module.id) {
      let held = progress.pair(pair.id).held
      kind = .planned(chain: chain, sessions: plan.sessions(of: module.id).map { held + $0 })
    } else if !module.isOffered {
      kind = .notOffered
    } else if plan.outcome == .infeasible {
      kind = .setAside(nil)
    } else {
      kind = .setAside(reachable.problem.price(of: module.id, beyond: reachable.selection))
    }
  }
}
