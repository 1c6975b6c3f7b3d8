package import CurriculumModel

/// What a budget leaves out of a stake, and what more of it would take.
package struct LeftOut: Equatable, Sendable {
  /// What one more point takes, beside all that the plan reaches.
  package enum Takes: Equatable, Sendable {
    /// A plan of so many minutes at least, which is proved.
    case minutes(Minutes)
    /// A plan of so many sessions at least, which is proved.
    case sessions(Int)
    /// Nothing leads there.
    case outOfReach
    /// That has not been looked into: time was over, or more was left out than is looked into.
    case unknown
  }

  /// The stake.
  package var stake: Stake
  /// What is left out of it is worth so much.
  package var worth: Int
  /// What one more point of it takes.
  package var takes: Takes
}

extension PlanningProblem {
  /// For how many stakes it is worked out what one more point takes: each takes a plan of its own.
  private static var mostLookedInto: Int { 24 }

  /// What a plan leaves out, and what each stake's next point would take beside all that the plan reaches.
  ///
  /// The first 24 are looked into, by a fresh least plan each.
  func leftOut(by plan: Plan, _ budget: Budget, isOutOfTime: @escaping () -> Bool) -> [LeftOut] {
    let modules = plan.steps.map(\.module)
    var reached: [Condition<GoalLeaf>] = []
    var open: [(stake: Stake, points: [Condition<GoalLeaf>])] = []
    let (facts, counted) = (factsHeld(after: modules), Set(passedTogether.map(\.module) + modules))
    for stake in aims.flatMap(\.stakes) {
      let points = stake.points(session: session)
      let missing = points.filter { !$0.holds { $0.holds(facts, counted) } }
      reached += points.filter { $0.holds { $0.holds(facts, counted) } }
      if !missing.isEmpty { open.append((stake, missing)) }
    }
    return open.enumerated().map { place, left in
      let isAsked = place < Self.mostLookedInto && !isOutOfTime()
      let more = aiming(at: [Aim(.part, .all(reached + [.any(left.points)]))])
      return LeftOut(
        stake: left.stake, worth: left.stake.weight * left.points.count,
        takes: isAsked ? more.least(in: budget, isOutOfTime: isOutOfTime) : .unknown)
    }
  }

  private func least(in budget: Budget, isOutOfTime: @escaping () -> Bool) -> LeftOut.Takes {
    let selection = leastSelection(isOutOfTime: isOutOfTime)
    if selection.outcome == .infeasible { return .outOfReach }
    guard selection.outcome == .optimal else { return .unknown }
    guard case .sessions(let count) = budget else { return .minutes(selection.minutes) }
    let plan = plan(of: selection, least: .sessions, isOutOfTime: isOutOfTime)
    return plan.sessionLowerBound > count ? .sessions(plan.sessionLowerBound) : .unknown
  }

  /// The facts that hold once these have been done.
  func factsHeld(after modules: [Identifier<Module>]) -> Set<Fact> {
    held.union(opportunities(modules).flatMap(\.effects))
  }
}

extension GoalLeaf {
  /// Whether it holds where these facts do and these modules have been passed in the pair.
  func holds(_ facts: Set<Fact>, _ passed: Set<Identifier<Module>>) -> Bool {
    switch self {
    case .fact(let fact): facts.contains(fact)
    case .sum(let quantity): quantity.amount(of: passed) >= quantity.atLeast
    }
  }
}
