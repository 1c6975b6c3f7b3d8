/// By how much the cost rises when a column is fixed, per unit of its distance, as observed so far (Benichou et al.,
/// "Experiments in mixed-integer linear programming", 1971).
struct PseudoCosts {
  private struct Sum {
    var rises = 0.0
    var count = 0
  }

  private var down: [Sum]
  private var up: [Sum]
  private var all = Sum()

  /// How many observations of a column are enough.
  private static let enough = 4

  /// Nothing observed.
  init(columns count: Int) {
    down = Array(repeating: Sum(), count: count)
    up = down
  }

  /// Notes by how much the cost rose per unit.
  mutating func note(_ column: Int, _ value: Int8, _ rise: Double) {
    if value == 0 {
      down[column].rises += rise
      down[column].count += 1
    } else {
      up[column].rises += rise
      up[column].count += 1
    }
    all.rises += rise
    all.count += 1
  }

  /// Whether too little has been observed.
  func needsTrial(_ column: Int) -> Bool { min(down[column].count, up[column].count) < Self.enough }

  /// The rises expected when a column of this value is fixed at 0 and at 1.
  func estimate(_ column: Int, _ value: Double) -> Rises {
    Rises(down: rate(down[column]) * value, up: rate(up[column]) * (1 - value))
  }

  private func rate(_ sum: Sum) -> Double {
    if sum.count > 0 { return sum.rises / Double(sum.count) }
    return all.count > 0 ? all.rises / Double(all.count) : 1
  }

  /// By how much the cost rises when a column is fixed at 0, and at 1.
  struct Rises {
    /// When it is fixed at 0.
    var down: Double
    /// When it is fixed at 1.
    var up: Double
    /// How good a division it makes.
    var score: Double { max(down, 1e-3) * max(up, 1e-3) }
  }
}
