package import CurriculumModel

/// A part of a goal that counts on its own where a budget does not hold all of it.
package struct Stake: Hashable, Sendable {
  /// The goal that names it best: the group whose choice it is, or else the goal that it belongs to.
  package let goal: Goal
  /// When all of it is reached.
  package let condition: Condition<GoalLeaf>
  /// What each of its points is worth, from 1.
  package let weight: Int

  /// A part of a goal.
  package init(_ goal: Goal, _ condition: Condition<GoalLeaf>, weight: Int = 1) {
    precondition(weight > 0, "What a goal asks for is worth something")
    self.goal = goal
    self.condition = condition
    self.weight = weight
  }

  /// The conditions that are each worth `weight`, where a session has so many minutes.
  ///
  /// One for each module asked for by name, each level of a competence, each choice that a group or an "at least"
  /// leaves, each "any", each session's length of minutes asked for, and each module where modules are counted.
  func points(session: Minutes) -> [Condition<GoalLeaf>] { condition.points(session: session.count) }
}

extension Condition {
  /// The conditions that must hold, each by itself, for this one to hold.
  package var conjuncts: [Condition] {
    if case .all(let parts) = self { parts.flatMap(\.conjuncts) } else { [self] }
  }
}

extension Condition<GoalLeaf> {
  fileprivate func points(session: Int) -> [Condition<GoalLeaf>] {
    switch self {
    case .leaf(.fact(.holds(let partner, let held))) where held.level > 1:
      (1...held.level).map { .leaf(.fact(.holds(partner, LevelledCompetence(held.competence, level: $0)))) }
    case .leaf(.sum(let quantity)):
      quantity.steps(of: quantity.measure == .minutes ? session : 1).map { .leaf(.sum($0)) }
    case .leaf, .any: [self]
    case .all(let parts): parts.flatMap { $0.points(session: session) }
    case .atLeast(let n, let parts): n < 1 ? [] : (1...n).map { .atLeast($0, parts) }
    }
  }
}

extension Quantity {
  /// The same quantity in steps of a size, the last being all of it.
  fileprivate func steps(of size: Int) -> [Quantity] {
    stride(from: size, to: atLeast + size, by: size).map { amount in
      Quantity(measure, of: weights.map { ($0.module, $0.amount) }, atLeast: min(amount, atLeast))
    }
  }
}
