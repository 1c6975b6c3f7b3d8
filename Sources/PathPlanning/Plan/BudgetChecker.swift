package import CurriculumModel

/// Checks what is said of a budget against the problem whose goal it cuts short, slowly and plainly.
///
/// Shares nothing with the search but types: what a plan is worth is counted down the stakes' conditions, where the
/// search makes them into a list of points.
package struct BudgetChecker {
  /// What is wrong with it.
  package enum Fault: Hashable, Sendable {
    /// The plan itself is wrong.
    case plan(PlanChecker.Fault)
    /// The plan takes more than there is.
    case overBudget
    /// The plan is not worth what is said.
    case wrongValue
    /// The bound is below what the plan is worth, or above the whole.
    case wrongBound
    /// What holds at the start is not worth what is said.
    case wrongHeldValue
    /// The whole goal is not worth what is said.
    case wrongTotal
    /// What is left out does not make up what is missing, or one more point would fit beside the rest.
    case wrongLeftOut
  }

  private let problem: PlanningProblem

  /// All that is wrong; empty where nothing is.
  package static func faults(
    of budgeted: BudgetedPlan, within budget: Budget, for problem: PlanningProblem
  ) -> [Fault] {
    let checker = BudgetChecker(problem: problem)
    var faults = PlanChecker.faults(of: budgeted.plan, for: budgeted.problem).map(Fault.plan)
    let plan = budgeted.plan
    let minutes = plan.steps.reduce(0) { $0 + $1.minutes.count }
    switch budget {
    case .minutes(let most): if minutes > most.count { faults.append(.overBudget) }
    case .sessions(let most): if plan.sessions.count > most { faults.append(.overBudget) }
    }
    if checker.worth(after: plan.steps.map(\.module)) != budgeted.value { faults.append(.wrongValue) }
    if checker.worth(after: []) != budgeted.heldValue { faults.append(.wrongHeldValue) }
    let total = total(of: problem)
    if total != budgeted.total { faults.append(.wrongTotal) }
    if !(budgeted.value...max(budgeted.value, total)).contains(budgeted.valueBound) { faults.append(.wrongBound) }
    let fitsMore = budgeted.leftOut.contains { left in
      switch (left.takes, budget) {
      case (.minutes(let takes), .minutes(let most)): takes <= most && budgeted.value == budgeted.valueBound
      case (.sessions(let takes), .sessions(let most)): takes <= most
      case (.outOfReach, _), (.unknown, _): false
      case (.minutes, .sessions), (.sessions, .minutes): true
      }
    }
    let missing = budgeted.leftOut.reduce(0) { $0 + $1.worth }
    if fitsMore || missing != budgeted.total - budgeted.value { faults.append(.wrongLeftOut) }
    return faults
  }

  /// What holds once these modules have been done is worth so much.
  package static func worth(of modules: [Identifier<Module>], for problem: PlanningProblem) -> Int {
    BudgetChecker(problem: problem).worth(after: modules)
  }

  /// What all of the goal is worth.
  package static func total(of problem: PlanningProblem) -> Int {
    let checker = BudgetChecker(problem: problem)
    return checker.stakes.reduce(0) { $0 + $1.weight * checker.mostPoints($1.condition) }
  }

  private var stakes: [Stake] { problem.aims.flatMap(\.stakes) }

  private func worth(after modules: [Identifier<Module>]) -> Int {
    var facts = problem.held
    for candidate in problem.candidates where modules.contains(candidate.opportunity.module) {
      facts.formUnion(candidate.opportunity.effects)
    }
    let passed = modules + problem.passedTogether.map(\.module)
    return stakes.reduce(0) { $0 + $1.weight * points($1.condition, facts, passed) }
  }

  private func points(
    _ condition: Condition<GoalLeaf>, _ facts: Set<Fact>, _ passed: [Identifier<Module>]
  ) -> Int {
    switch condition {
    case .leaf(.fact(.holds(let partner, let wanted))) where wanted.level > 1:
      return (1...wanted.level).count { level in
        facts.contains(.holds(partner, LevelledCompetence(wanted.competence, level: level)))
      }
    case .leaf(.fact(let fact)):
      return facts.contains(fact) ? 1 : 0
    case .leaf(.sum(let quantity)):
      let amount = quantity.weights.reduce(0) { passed.contains($1.module) ? $0 + $1.amount : $0 }
      return amount >= quantity.atLeast ? mostPoints(condition) : amount / size(of: quantity)
    case .all(let parts):
      return parts.reduce(0) { $0 + points($1, facts, passed) }
    case .any(let parts):
      return parts.contains { holds($0, facts, passed) } ? 1 : 0
    case .atLeast(let n, let parts):
      return max(0, min(n, parts.count { holds($0, facts, passed) }))
    }
  }

  /// The points that a condition has where all of it holds.
  private func mostPoints(_ condition: Condition<GoalLeaf>) -> Int {
    switch condition {
    case .leaf(.fact(.holds(_, let wanted))): max(1, wanted.level)
    case .leaf(.sum(let quantity)):
      quantity.atLeast <= 0 ? 0 : (quantity.atLeast + size(of: quantity) - 1) / size(of: quantity)
    case .leaf, .any: 1
    case .all(let parts): parts.reduce(0) { $0 + mostPoints($1) }
    case .atLeast(let n, _): max(0, n)
    }
  }

  /// How much of a quantity makes a point.
  private func size(of quantity: Quantity) -> Int { quantity.measure == .minutes ? problem.session.count : 1 }

  private func holds(
    _ condition: Condition<GoalLeaf>, _ facts: Set<Fact>, _ passed: [Identifier<Module>]
  ) -> Bool {
    condition.holds { leaf in
      switch leaf {
      case .fact(let fact): facts.contains(fact)
      case .sum(let quantity):
        quantity.weights.reduce(0) { passed.contains($1.module) ? $0 + $1.amount : $0 } >= quantity.atLeast
      }
    }
  }
}
