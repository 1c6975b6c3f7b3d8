import PathPlanning

/// What `plan --format json` says of the part of a goal that fits into a budget, in points.
struct BudgetRecord: Encodable {
  /// The points that hold at the end.
  let value: Int
  /// No plan within the budget reaches more.
  let valueBound: Int
  /// The points that hold already.
  let heldValue: Int
  /// All points of the goal.
  let total: Int

  /// What a search for the most valuable part says.
  init(_ budgeted: BudgetedPlan) {
    value = budgeted.value
    valueBound = budgeted.valueBound
    heldValue = budgeted.heldValue
    total = budgeted.total
  }
}
