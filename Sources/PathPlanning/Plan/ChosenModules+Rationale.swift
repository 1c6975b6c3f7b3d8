import CurriculumModel

extension ChosenModules {
  /// The steps of a plan in this order, each with its reason.
  ///
  /// O(n² · c) for n modules with conditions of size c.
  func steps(in order: [Int], of problem: PlanningProblem) -> [Plan.Step] {
    var known = problem.held
    return order.indices.map { place in
      let opportunity = candidates[order[place]].opportunity
      let teaches = opportunity.effects.filter { known.insert($0).inserted }.sorted()
      let (aims, leaves) = lost(without: order[place], of: problem)
      let rationale = Rationale(aims: aims, leaves: leaves, opens: opened(by: place, in: order), teaches: teaches)
      return Plan.Step(
        module: opportunity.module, minutes: opportunity.minutes, direction: opportunity.direction,
        rationale: rationale)
    }
  }

  /// The later modules that could not start when they do without the one at this place.
  private func opened(by place: Int, in order: [Int]) -> [Identifier<Module>] {
    var taken = [Bool](repeating: false, count: count)
    var opened: [Identifier<Module>] = []
    for later in order.indices where later != place {
      if later > place, !canStart(order[later], { taken[$0] }) {
        opened.append(candidates[order[later]].opportunity.module)
      }
      taken[order[later]] = true
    }
    return opened
  }

  /// The aims that the other modules do not reach, and their statements that only this one makes true.
  private func lost(without absent: Int, of problem: PlanningProblem) -> ([Goal], [GoalLeaf]) {
    let others = candidates.indices.filter { $0 != absent }.map { candidates[$0].opportunity.module }
    let together = problem.passedTogether.map(\.module)
    let countable = Set(others + together)
    func holds(_ leaf: GoalLeaf) -> Bool {
      switch leaf {
      case .fact(let fact):
        problem.held.contains(fact) || (givers[fact] ?? []).contains { $0 != absent }
      case .sum(let quantity):
        quantity.amount(of: countable) >= quantity.atLeast
      }
    }
    let all = countable.union([candidates[absent].opportunity.module])
    func holdsWithIt(_ leaf: GoalLeaf) -> Bool {
      switch leaf {
      case .fact(let fact): problem.held.contains(fact) || givers[fact] != nil
      case .sum(let quantity): quantity.amount(of: all) >= quantity.atLeast
      }
    }
    let lost = problem.aims.filter { !$0.condition.holds(holds) }
    var leaves: [GoalLeaf] = []
    for leaf in lost.flatMap(\.condition.leaves) where !holds(leaf) && holdsWithIt(leaf) {
      if !leaves.contains(leaf) { leaves.append(leaf) }
    }
    return (lost.map(\.goal) + (isShareLost(without: absent, of: problem) ? [.reciprocity] : []), leaves)
  }

  private func isShareLost(without absent: Int, of problem: PlanningProblem) -> Bool {
    let opportunities = candidates.map(\.opportunity)
    let others = candidates.indices.filter { $0 != absent }.map { opportunities[$0] }
    return !problem.isMissed(problem.returnShare(with: opportunities))
      && problem.isMissed(problem.returnShare(with: others))
  }
}
