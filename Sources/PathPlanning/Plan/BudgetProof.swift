import CurriculumModel

/// Why no plan within a budget is worth more than is claimed, in a form that a small program can check.
///
/// A plan that is worth more than the bound is a plan for a goal of its own: that so many of the points hold. The proof
/// of that goal's least minutes shows that they are more than there are. Of sessions it says what their minutes say.
package struct BudgetProof: Codable, Equatable, Sendable {
  /// The form of the document.
  package var format = BudgetProof.currentFormat
  /// The minutes that there are: those of all sessions, where sessions are the budget.
  package var most: Int
  /// The modules of the plan, in order of identifier; none where nothing more than what holds at the start fits.
  package var modules: [String]
  /// Their minutes.
  package var minutes: Int
  /// What holds at the end is worth so much.
  package var value: Int
  /// What is claimed: no plan within the budget is worth more.
  package var valueBound: Int
  /// The proof that a plan which is worth more takes longer; nil where nothing leads there.
  package var dearer: SelectionProof?

  /// The form of documents that this version writes.
  package static let currentFormat = "passerelle-budget-proof-1"
}

extension PlanningProblem {
  /// The proof of what was found to fit into a budget: the search for what is worth more is run again and writes down
  /// what it does.
  ///
  /// Nil where minutes alone do not show it: what does not fit is then the packing into sessions, or time was over.
  package func proof(
    of best: BudgetedPlan, within budget: Budget, isOutOfTime: @escaping () -> Bool = { false }
  ) -> BudgetProof? {
    var proof = BudgetProof(
      most: budget.minutes(inSessionsOf: session).count, modules: best.plan.steps.map(\.module.rawValue).sorted(),
      minutes: best.plan.minutes.count, value: best.value, valueBound: best.valueBound)
    guard best.valueBound < best.total else { return proof }
    let more = worth(moreThan: best.valueBound)
    let selection = more.leastSelection(isOutOfTime: isOutOfTime)
    if selection.outcome == .infeasible {
      // What only a share of giving back rules out is not shown by what leads where.
      let without = more.keeping(Reciprocity())
      return without.leastSelection(isOutOfTime: isOutOfTime).outcome == .infeasible ? proof : nil
    }
    proof.dearer = more.proof(of: selection, isOutOfTime: isOutOfTime)
    guard let dearer = proof.dearer, dearer.lowerBound > proof.most else { return nil }
    return proof
  }
}
