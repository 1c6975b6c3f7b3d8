import CurriculumModel

extension Obstacle {
  /// What keeps every plan from the goal: smallest by inclusion, sums after facts; empty where a plan exists.
  ///
  /// A sum is taken to be out of reach on its own account; a fact that would bring more modules within reach of it
  /// is not looked for. O(f · s) for f facts out of reach and conditions of size s.
  static func all(in problem: PlanningProblem) -> [Obstacle] {
    // What has been passed elsewhere is not done again, even for outcomes that the pass did not bring.
    let opportunities = problem.candidates.map(\.opportunity).filter { !problem.held.contains(.passed($0.module)) }
      .sorted { $0.module < $1.module }
    let reachability = Reachability(of: opportunities, from: problem.held)
    let countable = reachability.modules.union(problem.passedTogether.map(\.module))
    var short: [Quantity] = []
    for case .sum(let quantity) in problem.goal.leaves where quantity.amount(of: countable) < quantity.atLeast {
      if !short.contains(quantity) { short.append(quantity) }
    }
    func goal(forgiving forgiven: [Quantity]) -> Condition<Fact> {
      problem.goal.flatMap { leaf in
        switch leaf {
        case .fact(let fact): .leaf(fact)
        case .sum(let quantity): short.contains(quantity) && !forgiven.contains(quantity) ? .any([]) : .always
        }
      }
    }
    let facts = reachability.blockingSet(for: goal(forgiving: short), in: opportunities)
    let given = Reachability(of: opportunities, from: problem.held.union(facts))
    var needed = short
    for quantity in short.reversed() {
      let fewer = needed.filter { $0 != quantity }
      if given.reaches(goal(forgiving: fewer)) { needed = fewer }
    }
    let stuck = opportunities.filter { !reachability.modules.contains($0.module) }
    return facts.map { fact in
      .missing(fact, waiting: stuck.filter { $0.condition.leaves.contains(fact) }.map(\.module))
    } + needed.map { .short($0, reachable: $0.amount(of: countable)) }
  }
}
