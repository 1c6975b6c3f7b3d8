import CurriculumModel
import PathPlanning

/// The least minutes of any selection that reaches the goal, by way of every set of modules that can be done in some
/// order; nil where none reaches it.
///
/// O(2ⁿ · n · c) for n candidates with conditions of size c.
func leastMinutesByEnumeration(of problem: PlanningProblem) -> Int? {
  let open = problem.candidates.map(\.opportunity).filter { !problem.held.contains(.passed($0.module)) }
  var givers: [Fact: Int] = [:]
  for (index, opportunity) in open.enumerated() {
    for effect in opportunity.effects { givers[effect, default: 0] |= 1 << index }
  }
  let conditions = open.map { opportunity in
    opportunity.condition.flatMap { fact -> Condition<Int> in
      problem.held.contains(fact) ? .always : .leaf(givers[fact] ?? 0)
    }
  }
  var isReachable = [Bool](repeating: false, count: 1 << open.count)
  isReachable[0] = true
  var least: Int?
  for set in isReachable.indices where isReachable[set] {
    let chosen = open.indices.filter { set & (1 << $0) != 0 }
    let minutes = chosen.reduce(0) { $0 + open[$1].minutes.count }
    if minutes < least ?? Int.max, goalHolds(after: set, chosen.map { open[$0].module }, givers, problem) {
      least = minutes
    }
    for next in open.indices where set & (1 << next) == 0 && conditions[next].holds({ $0 & set != 0 }) {
      isReachable[set | (1 << next)] = true
    }
  }
  return least
}

private func goalHolds(
  after set: Int, _ modules: [Identifier<Module>], _ givers: [Fact: Int], _ problem: PlanningProblem
) -> Bool {
  let counted = Set(modules + problem.passedTogether.map(\.module))
  return problem.goal.holds { leaf in
    switch leaf {
    case .fact(let fact): problem.held.contains(fact) || (givers[fact] ?? 0) & set != 0
    case .sum(let quantity): quantity.amount(of: counted) >= quantity.atLeast
    }
  }
}
