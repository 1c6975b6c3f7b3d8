import CurriculumModel
import PathPlanning

/// The least minutes of any selection that reaches the goal, by trying every selection; nil where none does.
///
/// O(2ⁿ · n² · c) for n candidates.
func leastMinutesByEnumeration(of problem: PlanningProblem) -> Int? {
  let open = problem.candidates.map(\.opportunity).filter { !problem.held.contains(.passed($0.module)) }
  var least: Int?
  for selection in 0..<(1 << open.count) {
    let chosen = open.indices.filter { selection & (1 << $0) != 0 }.map { open[$0] }
    let minutes = chosen.reduce(0) { $0 + $1.minutes.count }
    if minutes < least ?? Int.max, isPlan(chosen, for: problem) { least = minutes }
  }
  return least
}

/// Whether all of these can be taken in some order and the goal holds at the end.
private func isPlan(_ chosen: [Opportunity], for problem: PlanningProblem) -> Bool {
  var facts = problem.held
  var left = chosen
  var before = -1
  while before != left.count {
    before = left.count
    left.removeAll { opportunity in
      guard opportunity.condition.holds(facts.contains) else { return false }
      facts.formUnion(opportunity.effects)
      return true
    }
  }
  let counted = Set(chosen.map(\.module) + problem.passedTogether.map(\.module))
  return left.isEmpty
    && problem.goal.holds { leaf in
      switch leaf {
      case .fact(let fact): facts.contains(fact)
      case .sum(let quantity): quantity.amount(of: counted) >= quantity.atLeast
      }
    }
}
