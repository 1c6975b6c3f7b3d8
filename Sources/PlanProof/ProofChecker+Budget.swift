import CurriculumModel
package import PathPlanning

extension ProofChecker {
  /// Accepts a proof of what fits into a budget, or throws the first thing that is wrong with it.
  ///
  /// A plan that is worth more than the bound would be a plan for the goal of being worth more, whose least minutes are
  /// proved to be more than there are; or nothing leads to that goal.
  package static func check(
    _ proof: BudgetProof, within budget: Budget, of problem: PlanningProblem
  ) throws(ProofFault) {
    guard proof.format == BudgetProof.currentFormat else { throw .format(proof.format) }
    let most = budget.minutes(inSessionsOf: problem.session).count
    guard proof.most == most else { throw .budget(proof.most) }
    // Who does nothing need not give back.
    if !proof.modules.isEmpty {
      try checkPlan(of: proof.modules, taking: proof.minutes, problem.aiming(at: []))
    } else if proof.minutes != 0 {
      throw .minutes(0)
    }
    guard proof.minutes <= most else { throw .minutes(proof.minutes) }
    let value = BudgetChecker.worth(of: proof.modules.compactMap { Identifier($0) }, for: problem)
    guard proof.value == value else { throw .worth(value) }
    let total = BudgetChecker.total(of: problem)
    guard (value...max(value, total)).contains(proof.valueBound) else { throw .claim }
    if proof.valueBound >= total { return }
    let more = problem.worth(moreThan: proof.valueBound)
    if let dearer = proof.dearer {
      try check(dearer, of: more)
      guard dearer.lowerBound > most else { throw .dearer }
    } else {
      let statements = Statements(of: more, givingOver: nil)
      let isReached = statements.goal.map { statements.derivable(without: [])[$0] } ?? statements.goalHolds
      guard !isReached else { throw .dearer }
    }
  }
}
