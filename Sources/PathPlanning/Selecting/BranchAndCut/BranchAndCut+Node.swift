import LinearProgramming

extension BranchAndCut {
  /// Works on the root: rounds of landmarks, looked for harder and harder as long as that pays.
  mutating func solveRoot(_ node: inout Node, isOutOfTime: () -> Bool) -> State {
    var effort = LandmarkSeparation.Effort.quick
    var history: [Double] = []
    var round = 0
    if !propagate(&node) { return .closed }
    while true {
      if let state = minimise(&node, isOutOfTime: isOutOfTime) { return state }
      round += 1
      follow()
      if round % 4 == 0 { follow(noise: 0.3) }
      if node.bound > closing { return closed(node) }
      let bound = Double(node.bound) / Double(ExactBound.unit)
      history.append(bound)
      if round % 3 == 0 { programme.dropIdle(after: 2) }
      let added = cut(effort, isOutOfTime: isOutOfTime)
      let gap = Double(plans.minutes - step) - bound
      // Few per cent of the gap in six rounds: the same effort no longer pays.
      let isStalling = history.count > 6 && bound - history[history.count - 7] < 0.04 * gap
      guard added == 0 || isStalling else { continue }
      mend(times: mends(gap > 0.04 * bound), isOutOfTime: isOutOfTime)
      history = []
      guard effort < hardest, let harder = LandmarkSeparation.Effort(rawValue: effort.rawValue + 1) else {
        return .fractional
      }
      effort = harder
    }
  }

  /// How hard landmarks are looked for at the root: up to some thousand modules, dividing pays sooner than looking.
  private var hardest: LandmarkSeparation.Effort { graph.moduleCount <= fewModules ? .quick : .exhaustive }
  /// Up to so many modules, dividing pays sooner than looking.
  static let fewModules = 2_000

  /// How often the best plan is mended at the root: a wide gap at a large problem is one that a better plan shortens.
  func mends(_ isWide: Bool) -> Int {
    isWide ? min(1_500, graph.moduleCount * graph.moduleCount / 500) : graph.moduleCount / 4 + 20
  }

  /// Works on a node below the root: a few rounds of landmarks, then a plan of its own.
  mutating func solve(_ node: inout Node, isOutOfTime: () -> Bool) -> State {
    if !propagate(&node) { return .closed }
    var rounds = node.depth <= 3 ? 3 : 1
    while true {
      if let state = minimise(&node, isOutOfTime: isOutOfTime) { return state }
      let isWhole = !programme.values.contains(where: Self.isFractional)
      if rounds <= 0, !isWhole { break }
      rounds -= 1
      programme.dropIdle(after: 2)
      let added = cut(isWhole ? .exhaustive : .quick, isOutOfTime: isOutOfTime)
      if isWhole { follow() }
      if added == 0 { break }
    }
    follow()
    mendNowAndThen(isOutOfTime: isOutOfTime)
    return node.bound > closing ? closed(node) : .fractional
  }

  /// Whether a value is neither 0 nor 1.
  static func isFractional(_ value: Double) -> Bool { value > 1e-5 && value < 1 - 1e-5 }

  /// Solves the linear programme and draws what follows from its prices; nil while the node is open.
  private mutating func minimise(_ node: inout Node, isOutOfTime: () -> Bool) -> State? {
    if isOutOfTime() { return .stopped }
    var outcome = programme.minimise(ceiling: ceiling, isOutOfTime: isOutOfTime)
    var bound = programme.exactBound()
    if outcome == .closed, bound.value <= closing {
      // Rounding kept the prices from proving it: without a ceiling they go as far as they can.
      outcome = programme.minimise(ceiling: .greatestFiniteMagnitude, isOutOfTime: isOutOfTime)
      bound = programme.exactBound()
    }
    programme.readValues()
    if outcome == .optimal, let branching = node.branching {
      let rise = max(0, programme.cost - branching.cost)
      rises.note(branching.column, branching.value, rise / branching.distance)
      node.branching = nil
    }
    if bound.value > node.bound {
      node.bound = bound.value
      noteLast(bound, node)
    }
    if bound.value > closing {
      note(bound, node)
      return .closed
    }
    if outcome == .stopped { return .stopped }
    return fixByPrices(bound, &node) ? nil : .closed
  }

  /// Closes a node after a better plan was found, by the prices of the present point.
  private mutating func closed(_ node: Node) -> State {
    let bound = programme.exactBound()
    // A proof needs multipliers that close the node by themselves; without one, an earlier bound will do.
    guard record == nil || bound.value > closing else { return .fractional }
    note(bound, node)
    return .closed
  }

  /// Fixes the columns whose other value would make the bound too high; whether what must be used still can be.
  mutating func fixByPrices(_ bound: ExactBound, _ node: inout Node) -> Bool {
    var hasFixed = false
    for column in programme.costs.indices where programme.lower[column] != programme.upper[column] {
      let reduced = bound.reduced[column]
      guard bound.value + abs(reduced) > closing else { continue }
      fix(column, reduced > 0 ? 0 : 1, &node)
      hasFixed = true
    }
    guard hasFixed else { return true }
    note(bound, node)
    return propagate(&node)
  }

  /// Rules out what cannot be derived without what is ruled out; whether what must be used still can be.
  mutating func propagate(_ node: inout Node) -> Bool {
    let (column, upper) = (programme.column, programme.upper)
    derivation.start(graph, blocking: (0..<graph.nodeCount).lazy.filter { upper[column[$0]] == 0 })
    for (place, column) in column.enumerated() where !derivation.holds[place] && programme.upper[column] != 0 {
      if programme.lower[column] == 1 { return false }
      fix(column, 0, &node)
    }
    return true
  }

  /// Adds rows that the values last read miss; how many.
  mutating func cut(_ effort: LandmarkSeparation.Effort, isOutOfTime: () -> Bool) -> Int {
    let values = programme.values
    let use = LandmarkSeparation.Use(
      amount: programme.column.map { values[$0] }, isExcluded: programme.column.map { programme.upper[$0] == 0 },
      targets: programme.node.filter { $0 != graph.goal && graph.need[$0] > 0 && values[programme.column[$0]] > 0.02 })
    let missed = programme.addMissed()
    return missed + programme.add(separation.landmarks(graph, use, effort: effort, isOutOfTime: isOutOfTime))
  }
}
