/// A constraint that every plan satisfies, charged to some modules: taking enough of them costs at least `gain`.
struct Cover: Sendable {
  /// What is charged to one module.
  struct Charge: Sendable {
    /// The module's node.
    var module: Int
    /// The part of its minutes that this cover uses up.
    var amount: Int
  }

  /// The charges.
  var charges: [Charge]
  /// The least that the charges of a plan's modules add up to.
  var gain: Int
}

extension Cover {
  /// A module that can help to make up a threshold.
  struct Item {
    /// The module's node.
    var module: Int
    /// What it counts.
    var weight: Int
    /// What of its minutes may still be charged.
    var cost: Int
  }

  /// The cover of a threshold that modules must make up: the dual of the fractional knapsack gives the charges, and
  /// an exact knapsack over them the gain, where its table is small enough.
  ///
  /// Each module is charged at one rate per unit, that of the module that tips the threshold when the cheapest per
  /// unit are taken first, and never more than it has. O(n log n + n · t) for n items and a threshold of t units.
  init?(of items: [Item], reaching threshold: Int) {
    let byRate = items.sorted {
      let (left, right) = ($0.cost * $1.weight, $1.cost * $0.weight)
      return left == right ? $0.module < $1.module : left < right
    }
    var open = threshold
    var tipping: Item?
    for item in byRate where open > 0 {
      open -= item.weight
      if open <= 0 { tipping = item }
    }
    guard let tipping, tipping.cost > 0 else { return nil }
    let charged = byRate.map { item in
      var item = item
      // Rounded up: a module may be charged a little more than its rate, never more than it has.
      item.cost = min(item.cost, (tipping.cost * item.weight + tipping.weight - 1) / tipping.weight)
      return item
    }
    gain = Cover.leastCost(of: charged, reaching: threshold)
    charges = charged.filter { $0.cost > 0 }.map { Charge(module: $0.module, amount: $0.cost) }
  }

  /// The least cost of items whose weights reach the threshold, or a number not above it.
  ///
  /// Items are in order of rate.
  private static func leastCost(of items: [Item], reaching threshold: Int) -> Int {
    let unit = items.reduce(0) { greatestCommonDivisor($0, $1.weight) }
    guard unit > 0 else { return 0 }
    let wanted = (threshold + unit - 1) / unit
    guard wanted * items.count <= 200_000 else { return fractionalCost(of: items, reaching: threshold) }
    var least = [Int](repeating: Int.max, count: wanted + 1)
    least[0] = 0
    for item in items {
      let weight = item.weight / unit
      for reached in stride(from: wanted - 1, through: 0, by: -1) where least[reached] != Int.max {
        let then = min(wanted, reached + weight)
        least[then] = min(least[then], least[reached] + item.cost)
      }
    }
    return least[wanted] == Int.max ? 0 : least[wanted]
  }

  private static func fractionalCost(of items: [Item], reaching threshold: Int) -> Int {
    var open = threshold
    var cost = 0
    let byRate = items.sorted { $0.cost * $1.weight < $1.cost * $0.weight }
    for item in byRate where open > 0 {
      let taken = min(open, item.weight)
      // Whole costs have a whole optimum, so the one fraction may be rounded up.
      cost += (item.cost * taken + item.weight - 1) / item.weight
      open -= item.weight
    }
    return cost
  }
}

/// The greatest common divisor; that of 0 and n is n.
func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
  var (a, b) = (a, b)
  while b != 0 { (a, b) = (b, a % b) }
  return a
}
