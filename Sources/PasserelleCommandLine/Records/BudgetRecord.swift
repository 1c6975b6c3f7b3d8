import CurriculumModel
import DomainWords
import PathPlanning

/// What `plan --format json` says of the part of a goal that fits into a budget, in points.
struct BudgetRecord: Encodable {
  /// A part of the goal that is not reached in full.
  struct Left: Encodable {
    /// The goal that it belongs to, or the group that it is.
    let goal: String
    /// The same in words, with what more of it would take.
    let text: String
    /// The points that it would add.
    let points: Int
    /// What each choice, level or module of it is worth.
    let weight: Int
    /// The plan with more of it takes at least so many minutes; absent where sessions are counted or nothing is known.
    let minutes: Int?
    /// The plan with more of it takes at least so many sessions; absent where minutes are counted or nothing is known.
    let sessions: Int?
    /// Whether nothing leads there.
    let isOutOfReach: Bool

    init(_ left: LeftOut, words: StakeWords) {
      goal = left.stake.goal.name
      text = words.leftOut(left)
      (points, weight) = (left.worth, left.stake.weight)
      minutes = if case .minutes(let minutes) = left.takes { minutes.count } else { nil }
      sessions = if case .sessions(let sessions) = left.takes { sessions } else { nil }
      isOutOfReach = left.takes == .outOfReach
    }
  }

  /// The points that hold at the end.
  let value: Int
  /// No plan within the budget reaches more.
  let valueBound: Int
  /// The points that hold already.
  let heldValue: Int
  /// All points of the goal.
  let total: Int
  /// What is left out.
  let leftOut: [Left]

  /// What a search for the most valuable part says.
  init(_ budgeted: BudgetedPlan, words: StakeWords) {
    value = budgeted.value
    valueBound = budgeted.valueBound
    heldValue = budgeted.heldValue
    total = budgeted.total
    leftOut = budgeted.leftOut.map { Left($0, words: words) }
  }
}
