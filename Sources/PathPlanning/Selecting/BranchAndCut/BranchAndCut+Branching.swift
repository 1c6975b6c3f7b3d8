extension BranchAndCut {
  /// How many columns are tried before one is branched on.
  private static let trials = 2

  /// The column to branch on, with the rises expected: by what was observed of columns, and by trial where that is
  /// little (Achterberg, Koch and Martin, "Branching rules revisited", 2005).
  mutating func branchingColumn() -> (column: Int, rises: PseudoCosts.Rises) {
    let values = programme.values
    let fractional = values.indices.filter {
      programme.lower[$0] != programme.upper[$0] && Self.isFractional(values[$0])
    }
    let ranked = fractional.map { (column: $0, score: rises.estimate($0, values[$0]).score) }
      .sorted { ($1.score, $0.column) < ($0.score, $1.column) }
    let cost = programme.cost
    let basis = programme.basis
    var best: (column: Int, rises: PseudoCosts.Rises)?
    for (column, _) in ranked.prefix(Self.trials) {
      var expected = rises.estimate(column, values[column])
      if rises.needsTrial(column) {
        expected = PseudoCosts.Rises(
          down: rise(column, fixedAt: 0, from: cost, basis), up: rise(column, fixedAt: 1, from: cost, basis))
        rises.note(column, 0, expected.down / values[column])
        rises.note(column, 1, expected.up / (1 - values[column]))
        // One side is closed, so the part is not divided but made smaller: nothing else is as good.
        if max(expected.down, expected.up) > ceiling - cost {
          best = (column, expected)
          break
        }
      }
      if expected.score > best?.rises.score ?? -1 { best = (column, expected) }
    }
    programme.restore(basis)
    if let best { return best }
    // All values are whole and rounding alone keeps the node open: any column not yet fixed will do.
    let free = programme.costs.indices.first { programme.lower[$0] != programme.upper[$0] }
    return (free ?? 0, PseudoCosts.Rises(down: 0, up: 1))
  }

  private mutating func rise(_ column: Int, fixedAt value: Int8, from cost: Double, _ basis: [UInt8]) -> Double {
    let (low, high) = (programme.lower[column], programme.upper[column])
    programme.restore(basis)
    programme.set(column, value, value)
    let reached = programme.tried(steps: 60, ceiling: ceiling)
    programme.set(column, low, high)
    return reached.map { max(0, $0 - cost) } ?? max(1, ceiling - cost)
  }
}
