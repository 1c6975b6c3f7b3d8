extension BranchAndCut {
  /// How a root is approached, in counts, so that the same problem has the same plan on every machine.
  private enum Approach {
    /// Steps of the first run, which starts from nothing.
    static let firstSteps = 6_000
    /// Steps of every other run, which starts where the one before ended.
    static let steps = 1_500
    /// Rounds in which a quick look finds landmarks enough.
    static let quickRounds = 3
    /// How often the best plan is mended in most rounds.
    static let mends = 20
    /// After so many rounds it is mended for longer, since a long search finds what short ones do not.
    static let mendRounds = 8
    /// Over so many rounds it is measured whether the bound rises.
    static let stallRounds = 6
    /// Few per cent of the gap in those rounds: the same effort no longer pays.
    static let leastShare = 0.04
  }

  /// Works on the root of a large problem without a basis: rounds of landmarks for what `LandmarkProgram.approach` reads,
  /// with plans that follow it; nil where that no longer pays and the simplex method is to go on.
  ///
  /// At ten thousand modules the simplex method took four fifths of the time, and mending without values to follow hardly
  /// made plans better. The first run has a bound soon, so that whoever stops the search then has both.
  mutating func approachRoot(_ node: inout Node, isOutOfTime: () -> Bool) -> State? {
    if !propagate(&node) { return .closed }
    var effort = LandmarkSeparation.Effort.quick
    var history: [Double] = []
    var round = 0
    while true {
      let bound = programme.approach(
        steps: round == 0 ? Approach.firstSteps : Approach.steps, isOutOfTime: isOutOfTime)
      if let state = conclude(bound, &node) { return state }
      if isOutOfTime() { return .stopped }
      follow(noise: round % 4 == 3 ? 0.3 : 0)
      mend(times: mends(inRound: round), isOutOfTime: isOutOfTime)
      if round % 2 == 1 { programme.dropUnpriced(after: 2) }
      let added = cut(effort, isOutOfTime: isOutOfTime)
      round += 1
      if round == Approach.quickRounds { effort = max(effort, .thorough) }
      let reached = Double(node.bound) / Double(ExactBound.unit)
      history.append(reached)
      let gap = Double(plans.minutes - step) - reached
      let isStalling =
        history.count > Approach.stallRounds
        && reached - history[history.count - 1 - Approach.stallRounds] < Approach.leastShare * gap
      guard added == 0 || isStalling else { continue }
      mend(times: mends(gap > Approach.leastShare * reached), isOutOfTime: isOutOfTime)
      history = []
      guard let harder = LandmarkSeparation.Effort(rawValue: effort.rawValue + 1) else { return nil }
      effort = harder
    }
  }

  /// How often the best plan is mended in a round: most in the first, when it is still far from good.
  private func mends(inRound round: Int) -> Int {
    // A proof begins with the plan that was found, and its time is for the bound.
    if record != nil { return Approach.mends }
    if round == 0 { return graph.moduleCount / 5 }
    return round.isMultiple(of: Approach.mendRounds) ? graph.moduleCount / 20 : Approach.mends
  }

  /// Draws what follows from a bound of the root; nil while the root is open.
  private mutating func conclude(_ bound: ExactBound, _ node: inout Node) -> State? {
    if bound.value > node.bound {
      node.bound = bound.value
      noteLast(bound, node)
    }
    // A proof needs multipliers that close the root by themselves; without one, an earlier bound will do.
    if bound.value > closing || record == nil && node.bound > closing {
      note(bound, node)
      return .closed
    }
    return fixByPrices(bound, &node) ? nil : .closed
  }
}
