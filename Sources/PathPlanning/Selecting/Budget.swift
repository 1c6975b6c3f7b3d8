package import CurriculumModel

/// How much time there is.
package enum Budget: Equatable, Sendable {
  /// At most so many minutes.
  case minutes(Minutes)
  /// At most so many sessions.
  case sessions(Int)
}

/// The most valuable part of a goal that fits into a budget.
///
/// A goal's worth is counted in points: one for each module asked for by name, each level of a competence, each choice
/// that a group leaves, and each session's length of minutes asked for (or each module, where modules are counted). What
/// several goals ask for counts for each of them; what holds already is no gain.
package struct BudgetedPlan: Sendable {
  /// The plan: of least minutes among the most valuable, or of fewest sessions where sessions are the budget.
  package let plan: Plan
  /// The problem that it solves: to reach as many points.
  package let problem: PlanningProblem
  /// The points that hold at the end.
  package let value: Int
  /// No plan within the budget reaches more.
  package let valueBound: Int
  /// The points that hold at the start.
  package let heldValue: Int
  /// All points of the goal.
  package let total: Int
}

extension PlanningProblem {
  /// The most valuable part of the goal that fits.
  ///
  /// Minutes and sessions grow with the points asked for, so the most points are found by bisection: each question is a
  /// least plan of its own, with its proof. O(log p) searches for p points.
  package func mostValuable(within budget: Budget, isOutOfTime: @escaping () -> Bool = { false }) -> BudgetedPlan {
    let points = aims.flatMap { $0.condition.points(session: session.count) }
    let held = points.count { $0.holds(holdsAtFirst) }
    var (value, plan) = (held, nil as Plan?)
    var (refused, unsettled) = (points.count + 1, points.count)
    while refused - value > 1 {
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
    let problem = reaching(value, of: points)
    return BudgetedPlan(
      plan: plan ?? problem.shortestPlan(), problem: problem, value: value, valueBound: max(value, unsettled),
      heldValue: held, total: points.count)
  }

  private func reaching(_ value: Int, of points: [Condition<GoalLeaf>]) -> PlanningProblem {
    aiming(at: [Aim(.part, .atLeast(value, points))])
  }

  private func holdsAtFirst(_ leaf: GoalLeaf) -> Bool {
    switch leaf {
    case .fact(let fact): held.contains(fact)
    case .sum(let quantity): quantity.amount(of: Set(passedTogether.map(\.module))) >= quantity.atLeast
    }
  }

  private enum Fit {
    case fits(Plan)
    case tooLong
    case unknown
  }

  private func fit(_ budget: Budget, isOutOfTime: @escaping () -> Bool) -> Fit {
    let selection = leastSelection(isOutOfTime: isOutOfTime)
    if selection.outcome == .infeasible { return .tooLong }
    let most: Minutes =
      switch budget {
      case .minutes(let minutes): minutes
      case .sessions(let count): Minutes(count * session.count)
      }
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

extension Condition<GoalLeaf> {
  /// The conditions that are each worth a point, where a session has so many minutes.
  fileprivate func points(session: Int) -> [Condition<GoalLeaf>] {
    switch self {
    case .leaf(.fact(.holds(let partner, let held))) where held.level > 1:
      (1...held.level).map { .leaf(.fact(.holds(partner, LevelledCompetence(held.competence, level: $0)))) }
    case .leaf(.sum(let quantity)):
      quantity.steps(of: quantity.measure == .minutes ? session : 1).map { .leaf(.sum($0)) }
    case .leaf, .any: [self]
    case .all(let parts): parts.flatMap { $0.points(session: session) }
    case .atLeast(let n, let parts): n < 1 ? [] : (1...n).map { .atLeast($0, parts) }
    }
  }
}

extension Quantity {
  /// The same quantity in steps of a size, the last being all of it.
  fileprivate func steps(of size: Int) -> [Quantity] {
    stride(from: size, to: atLeast + size, by: size).map { amount in
      Quantity(measure, of: weights.map { ($0.module, $0.amount) }, atLeast: min(amount, atLeast))
    }
  }
}
