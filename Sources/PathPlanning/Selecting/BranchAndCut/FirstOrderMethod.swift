/// Approaches the least cost of a large linear programme by steps that only multiply by its rows.
///
/// The primal–dual hybrid gradient method (Chambolle and Pock, "A first-order primal-dual algorithm for convex problems
/// with applications to imaging", 2011) with steps by the size of each row and column (Pock and Chambolle, "Diagonal
/// preconditioning for first order primal-dual algorithms in convex optimization", 2011), restarted and weighted as in
/// PDLP (Applegate et al., "Practical large-scale linear programming using primal-dual hybrid gradient", 2021), between
/// restarts drawn back to where it began (Lu and Yang, "Restarted Halpern PDHG for linear programming", 2024).
///
/// Its numbers are proposals: near an optimum, never at one. Prices are never below 0, so `ExactBound` makes a bound of
/// them wherever the method stops. The same calls give the same numbers.
struct FirstOrderMethod {
  /// The value of each column.
  private(set) var values: [Float]
  /// The price of each row.
  private(set) var prices: [Float]
  /// The prices with the highest bound of the last run.
  private(set) var bestPrices: [Float] = []
  /// How much a step of prices counts beside one of values; follows how far both went.
  private var weight: Float = 60
  /// Where the last restart began, and twice the next point less the present one, from which the next follows.
  private var start: (values: [Float], prices: [Float]) = ([], [])
  private var beyond: (values: [Float], prices: [Float]) = ([], [])

  /// After so many steps it is asked whether to start anew.
  private static let period = 40
  /// After so many steps the bound is computed, and it is asked whether time is up.
  private static let boundPeriod = 200
  /// A bound that rises by less than this part of itself does not rise.
  private static let leastRise = 2e-4
  /// So often without a rise it ends, or with the next restart.
  private static let mostStalls = (ever: 6, beforeRestart: 3)

  /// A method that starts from no use of any column and no price of any row.
  init(columnCount: Int, rowCount: Int) {
    values = Array(repeating: 0, count: columnCount)
    prices = Array(repeating: 0, count: rowCount)
  }

  /// Makes room for rows at the end, which have no price yet.
  mutating func add(rows count: Int) { prices += [Float](repeating: 0, count: count) }

  /// Forgets the prices of the other rows; those that stay keep their order.
  mutating func keep(rows isKept: [Bool]) {
    prices = zip(prices, isKept).filter(\.1).map(\.0)
  }

  /// Goes on from the present values and prices for at most so many steps; ends sooner where the bound no longer rises
  /// or time is up.
  ///
  /// O(z) a step for z terms.
  mutating func run(_ programme: Programme, steps: Int, isOutOfTime: () -> Bool) {
    (start, beyond) = ((values, prices), (values, prices))
    bestPrices = prices
    var (bound, last) = (programme.bound(of: prices), -Double.infinity)
    var restart = Restart()
    var stalls = 0
    for step in 1...max(1, steps) {
      programme.moveValues(&beyond.values, from: values, prices, weight)
      programme.movePrices(&beyond.prices, from: prices, beyond.values, weight)
      restart.length += 1
      let isDue =
        (step.isMultiple(of: Self.period) || restart.length == 1)
        && restart.isDue(after: distance(programme), afterAll: step)
      var isLast = step == steps
      if isLast || step.isMultiple(of: Self.boundPeriod) {
        let next = Self.middle(prices, beyond.prices)
        let reached = programme.bound(of: next)
        if reached > bound { (bound, bestPrices) = (reached, next) }
        stalls = bound - last < Self.leastRise * bound ? stalls + 1 : 0
        last = bound
        isLast = isLast || stalls >= (isDue ? Self.mostStalls.beforeRestart : Self.mostStalls.ever) || isOutOfTime()
      }
      if isDue || isLast {
        values = Self.middle(values, beyond.values)
        prices = Self.middle(prices, beyond.prices)
        if isLast { return }
        adjustWeight(programme)
        start = (values, prices)
        restart = Restart()
      } else {
        let share = Float(restart.length) / Float(restart.length + 1)
        Self.draw(&values, to: beyond.values, share, from: start.values)
        Self.draw(&prices, to: beyond.prices, share, from: start.prices)
      }
    }
  }

  /// When to start anew from the present point.
  private struct Restart {
    /// How many steps were made since the last time.
    var length = 0
    private var first: Double?
    private var last = Double.infinity

    /// Whether now, after a step of this length: it is a fifth of the first, or shrinks no more, or it has been long.
    mutating func isDue(after distance: Double, afterAll step: Int) -> Bool {
      defer { last = distance }
      guard let first else {
        self.first = distance
        return false
      }
      return distance < 0.2 * first || distance < 0.8 * first && distance > last
        || Double(length) > 0.36 * Double(step) + 200
    }
  }

  /// How far the next point is.
  private func distance(_ programme: Programme) -> Double {
    let squares =
      Double(weight) * Self.squaredDistance(values, beyond.values, programme.columnSteps)
      + Self.squaredDistance(prices, beyond.prices, programme.rowSteps) / Double(weight)
    return squares.squareRoot() / 2
  }

  private mutating func adjustWeight(_ programme: Programme) {
    let valuesMoved = Self.squaredDistance(start.values, values, programme.columnSteps)
    let pricesMoved = Self.squaredDistance(start.prices, prices, programme.rowSteps)
    guard valuesMoved > 1e-12, pricesMoved > 1e-12 else { return }
    weight = Float((Double(weight) * (pricesMoved / valuesMoved).squareRoot()).squareRoot())
  }

  private static func draw(_ point: inout [Float], to beyond: [Float], _ share: Float, from start: [Float]) {
    for place in point.indices { point[place] = share * beyond[place] + (1 - share) * start[place] }
  }

  private static func middle(_ point: [Float], _ beyond: [Float]) -> [Float] {
    point.indices.map { (point[$0] + beyond[$0]) / 2 }
  }

  /// The squared distance of two points, each difference counted by its step.
  private static func squaredDistance(_ from: [Float], _ to: [Float], _ steps: [Float]) -> Double {
    var sum = 0.0
    for place in from.indices {
      let moved = Double(to[place] - from[place])
      sum += moved * moved / Double(steps[place])
    }
    return sum
  }
}

extension FirstOrderMethod {
  /// A linear programme as the method reads it: least cost over columns between bounds, under rows that are at least 0.
  struct Programme {
    private let sparse: SparseRows
    private let costs: [Float]
    private let lower: [Float]
    private let upper: [Float]
    /// How far each column and each row goes in a step: the less, the larger its factors are together.
    fileprivate let columnSteps: [Float]
    fileprivate let rowSteps: [Float]

    /// Shorter steps than the longest that are safe, so that rounding does no harm.
    private static let caution: Float = 0.99

    /// A programme of these rows.
    init(_ sparse: SparseRows, costs: [Int], lower: [Int8], upper: [Int8]) {
      self.sparse = sparse
      self.costs = costs.map(Float.init)
      self.lower = lower.map(Float.init)
      self.upper = upper.map(Float.init)
      columnSteps = Self.steps(of: sparse.columns)
      rowSteps = Self.steps(of: sparse.rows)
    }

    private static func steps(of lines: SparseRows.Lines) -> [Float] {
      (0..<lines.count).map { line in
        let size = lines.size(of: line)
        return size > 0 ? caution / size : 1
      }
    }

    /// What prices prove, up to rounding: the least cost of the columns once each row's price is charged to its terms.
    func bound(of prices: [Float]) -> Double {
      var sum = 0.0
      for column in costs.indices {
        let reduced = costs[column] - sparse.columns.sum(of: column, over: prices)
        sum += Double(reduced * (reduced > 0 ? lower[column] : upper[column]))
      }
      return sum
    }

    fileprivate func moveValues(_ beyond: inout [Float], from values: [Float], _ prices: [Float], _ weight: Float) {
      let columns = sparse.columns
      for column in values.indices {
        let reduced = costs[column] - columns.sum(of: column, over: prices)
        let value = values[column]
        let moved = min(max(value - columnSteps[column] / weight * reduced, lower[column]), upper[column])
        beyond[column] = 2 * moved - value
      }
    }

    fileprivate func movePrices(_ beyond: inout [Float], from prices: [Float], _ values: [Float], _ weight: Float) {
      let rows = sparse.rows
      for row in prices.indices {
        let price = prices[row]
        let moved = max(price - rowSteps[row] * weight * rows.sum(of: row, over: values), 0)
        beyond[row] = 2 * moved - price
      }
    }
  }
}
