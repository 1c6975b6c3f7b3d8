import CurriculumModel
import PathPlanning

/// What comes of every set of modules that can be done in some order.
struct Enumeration {
  /// The least minutes of any selection that reaches the goal and keeps the share of giving back where it binds; nil
  /// where none does.
  private(set) var leastMinutes: Int?
  /// The best share of giving back, in percent, of any selection that reaches the goal; nil where none reaches it.
  private(set) var bestPercent: Int?

  /// Looks at every set.
  ///
  /// O(2ⁿ · n · c) for n candidates with conditions of size c.
  init(of problem: PlanningProblem) {
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
    for set in isReachable.indices where isReachable[set] {
      let chosen = open.indices.filter { set & (1 << $0) != 0 }.map { open[$0] }
      if goalHolds(after: set, chosen.map(\.module), givers, problem) { note(chosen, in: problem) }
      for next in open.indices where set & (1 << next) == 0 && conditions[next].holds({ $0 & set != 0 }) {
        isReachable[set | (1 << next)] = true
      }
    }
  }

  private mutating func note(_ chosen: [Opportunity], in problem: PlanningProblem) {
    var given = 0
    var total = 0
    for (minutes, direction) in problem.passedTogether.map({ ($0.minutes, $0.direction) })
      + chosen.map({ ($0.minutes, $0.direction) })
    {
      total += minutes.count
      if direction == .seniorToJunior { given += 100 * minutes.count }
      if direction == .mutual { given += problem.reciprocity.mutualPercent * minutes.count }
    }
    bestPercent = max(bestPercent ?? 0, total == 0 ? 100 : given / total)
    let isBound = problem.reciprocity.force == .binding
    if isBound, let asked = problem.reciprocity.atLeastPercent, given < asked * total { return }
    let minutes = chosen.reduce(0) { $0 + $1.minutes.count }
    leastMinutes = min(leastMinutes ?? minutes, minutes)
  }
}

/// The least minutes of any selection that reaches the goal; nil where none reaches it.
func leastMinutesByEnumeration(of problem: PlanningProblem) -> Int? {
  Enumeration(of: problem).leastMinutes
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
