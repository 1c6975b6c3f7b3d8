package import CurriculumModel

/// How much time there is.
package enum Budget: Equatable, Sendable {
  /// At most so many minutes.
  case minutes(Minutes)
  /// At most so many sessions.
  case sessions(Int)

  /// The minutes that there are in all, where a session has so many.
  package func minutes(inSessionsOf session: Minutes) -> Minutes {
    switch self {
    case .minutes(let minutes): minutes
    case .sessions(let count): Minutes(count * session.count)
    }
  }
}

/// The most valuable part of a goal that fits into a budget.
///
/// What a plan is worth is the sum over the goal's stakes of weight × points: see `Stake.points`. What several goals ask
/// for counts for each of them; what holds already is no gain.
package struct BudgetedPlan: Sendable {
  /// The plan: of least minutes among the most valuable, or of fewest sessions where sessions are the budget.
  package var plan: Plan
  /// The problem that it solves: to be worth as much, or, where time was over, at least so much.
  package var problem: PlanningProblem
  /// What holds at the end is worth so much.
  package var value: Int
  /// No plan within the budget is worth more.
  package var valueBound: Int
  /// What holds at the start is worth so much.
  package var heldValue: Int
  /// What all of the goal is worth.
  package var total: Int
  /// The stakes that the plan does not reach in full, in the goal's order.
  package var leftOut: [LeftOut]
}

extension PlanningProblem {
  /// The most valuable part of the goal that fits.
  ///
  /// Minutes and sessions grow with the worth asked for, so the greatest worth is found by bisection: each question is a
  /// least plan of its own, with its proof. O(log v) searches for a goal that is worth v.
  package func mostValuable(within budget: Budget, isOutOfTime: @escaping () -> Bool = { false }) -> BudgetedPlan {
    let points = weighedPoints
    let held = worth(of: points, after: [])
    var (value, plan) = (held, nil as Plan?)
    var (refused, unsettled) = (points.count + 1, points.count)
    while refused - value > 1, plan == nil || !isOutOfTime() {
      // All of it is what is hoped for, so that is tried first.
      let middle = plan == nil && refused > points.count ? points.count : (value + refused) / 2
      switch reaching(middle, of: points).fit(budget, isOutOfTime: isOutOfTime) {
      case .fits(let found): (value, plan) = (middle, found)
      case .tooLong:
        refused = middle
        unsettled = min(unsettled, middle - 1)
      case .unknown: refused = middle
      }
    }
    var problem = reaching(value, of: points)
    if plan == nil, case .fits(let found) = problem.fit(budget, isOutOfTime: isOutOfTime) { plan = found }
    if plan == nil {
      // Not even the share of giving back can be made up for within the budget: nothing is done.
      let rule = reciprocity
      problem = problem.keeping(
        Reciprocity(mutualPercent: rule.mutualPercent, atLeastPercent: rule.atLeastPercent, force: .reported))
    }
    let best = plan ?? problem.shortestPlan()
    // Where time is over a plan may be worth more than it was asked for.
    let worth = worth(of: points, after: best.steps.map(\.module))
    return BudgetedPlan(
      plan: best, problem: problem, value: worth, valueBound: max(worth, unsettled), heldValue: held,
      total: points.count, leftOut: leftOut(by: best, budget, isOutOfTime: isOutOfTime))
  }

  /// Every point of the goal, as often as it is worth: what may be reached in part.
  private var weighedPoints: [Condition<GoalLeaf>] {
    aims.flatMap(\.stakes).flatMap { stake in
      stake.points(session: session).flatMap { Array(repeating: $0, count: stake.weight) }
    }
  }

  private func worth(of points: [Condition<GoalLeaf>], after modules: [Identifier<Module>]) -> Int {
    let (facts, counted) = (factsHeld(after: modules), Set(passedTogether.map(\.module) + modules))
    return points.count { $0.holds { $0.holds(facts, counted) } }
  }

  /// The same problem with another goal: to be worth more than that.
  package func worth(moreThan value: Int) -> PlanningProblem { reaching(value + 1, of: weighedPoints) }

  private func reaching(_ value: Int, of points: [Condition<GoalLeaf>]) -> PlanningProblem {
    aiming(at: [Aim(.part, .atLeast(value, points))])
  }

  private enum Fit {
    case fits(Plan)
    case tooLong
    case unknown
  }

  private func fit(_ budget: Budget, isOutOfTime: @escaping () -> Bool) -> Fit {
    let selection = leastSelection(isOutOfTime: isOutOfTime)
    if selection.outcome == .infeasible { return .tooLong }
    let most = budget.minutes(inSessionsOf: session)
    if selection.lowerBound > most { return .tooLong }
    switch budget {
    case .minutes:
      guard selection.minutes <= most else { return .unknown }
      return .fits(plan(of: selection, isOutOfTime: isOutOfTime))
    case .sessions(let count):
      let plan = plan(of: selection, least: .sessions, isOutOfTime: isOutOfTime)
      if plan.sessions.count <= count { return .fits(plan) }
      return plan.sessionLowerBound > count ? .tooLong : .unknown
    }
  }
}
