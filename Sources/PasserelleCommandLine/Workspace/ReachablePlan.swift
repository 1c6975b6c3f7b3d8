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

  /// The plan of a problem; says so where it keeps a smaller share than was asked for.
  init(_ asked: PlanningProblem) {
    let first = asked.leastSelection()
    guard case .share(let wanted, let reachable) = first.obstacles.first else {
      (problem, selection, plan) = (asked, first, asked.plan(of: first))
      return
    }
    Conversation.say(ReciprocityWords.outOfReach(asked: wanted, reachable: reachable))
    let mutual = asked.reciprocity.mutualPercent
    problem = asked.keeping(.init(mutualPercent: mutual, atLeastPercent: reachable, force: .binding))
    selection = problem.leastSelection()
    plan = problem.plan(of: selection)
  }
}
