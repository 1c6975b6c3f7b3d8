/// A lower bound computed in whole numbers from multipliers that a linear programme proposes.
///
/// In units of `1 / ExactBound.unit` minutes. Each row holds of every derivation, so any multipliers not below 0 give
/// a bound; where a weight is a fraction it is rounded up, which only weakens it.
struct ExactBound {
  /// What a minute counts.
  static let unit = 1 << 20

  /// No derivation within the bounds of the columns costs less.
  private(set) var value = 0
  /// What one more use of each column costs beyond that.
  private(set) var reduced: [Int]
  /// The multipliers that are not 0, by row of the pool.
  private(set) var multipliers: [(row: Int, amount: Int)] = []

  /// No price counts more minutes than this, and all their terms together no more than `most`, so that sums stay within
  /// whole numbers.
  private static let highest = 1e7
  private static let most = 0x1p60

  /// The bound that prices of rows give; O(z) for z terms of rows with a price.
  init(costs: [Int], pool: RowPool, rows: [Int], prices: [Double], lower: [Int8], upper: [Int8]) {
    reduced = costs.map { $0 * Self.unit }
    let terms = rows.reduce(1) { $0 + 1 + pool.rows[$1].terms.count }
    let highest = min(Self.highest, Self.most / Double(Self.unit) / Double(terms))
    for (row, price) in zip(rows, prices) where price > 0 {
      let amount = Int((min(price, highest) * Double(Self.unit)).rounded(.down))
      guard amount > 0 else { continue }
      multipliers.append((row, amount))
      let said = pool.rows[row]
      reduced[said.target] += amount
      if said.scale == 1 {
        for place in said.terms { reduced[Int(pool.columns[place])] -= amount }
      } else {
        for place in said.terms {
          reduced[Int(pool.columns[place])] -= Self.share(pool.weights[place], of: said.scale, amount)
        }
      }
    }
    for column in reduced.indices {
      value += reduced[column] * Int(reduced[column] > 0 ? lower[column] : upper[column])
    }
  }

  /// `amount * weight / scale`, rounded up; the weight is at most the scale.
  private static func share(_ weight: Int, of scale: Int, _ amount: Int) -> Int {
    let (quotient, remainder) = scale.dividingFullWidth(amount.multipliedFullWidth(by: weight))
    return remainder > 0 ? quotient + 1 : quotient
  }
}
