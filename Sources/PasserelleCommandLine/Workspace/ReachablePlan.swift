import CurriculumModel
import PathPlanning

/// A pair's plan; where its share of giving back is out of reach, the one with the best share within reach, so that the
/// pair can meet all the same.
struct ReachablePlan {
  /// The problem that the plan solves.
  let problem: PlanningProblem
  /// The modules of the plan.
  let selection: SelectedModules
  /// The plan.
  let plan: Plan
  /// The share of giving back that was asked for and the best within reach, in percent, where the first is out of it.
  let shortfall: (asked: Int, reachable: Int)?

  /// The plan of a problem: of several best ones, that which changes least of the one that the pair knows.
  init(_ asked: PlanningProblem, known: [Identifier<Module>] = [], least: Plan.Priority = .minutes) {
    let first = asked.leastSelection()
    guard case .share(let wanted, let reachable) = first.obstacles.first else {
      (problem, selection, plan) = (asked, first, asked.plan(of: first, least: least, known: known))
      shortfall = nil
      return
    }
    let mutual = asked.reciprocity.mutualPercent
    problem = asked.keeping(.init(mutualPercent: mutual, atLeastPercent: reachable, force: .binding))
    selection = problem.leastSelection()
    plan = problem.plan(of: selection, least: least, known: known)
    shortfall = (wanted, reachable)
  }

  /// Says where it keeps a smaller share than was asked for.
  func announced() -> ReachablePlan {
    if let shortfall {
      Conversation.hint(ReciprocityWords.outOfReach(asked: shortfall.asked, reachable: shortfall.reachable))
    }
    return self
  }
}
