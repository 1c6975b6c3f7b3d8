/// All rows found so far, over columns: each is known once, whether it stands in the linear programme or not.
///
/// A row says: the sum of `weight / scale` times column over its terms is at least the target's column.
struct RowPool {
  /// Why a row holds of every derivation.
  enum Reason {
    /// The graph's node needs children of some weight together.
    case threshold(Int)
    /// The landmark.
    case landmark(Landmark)
  }

  /// Where a row's terms stand, and what it says of them.
  struct Row {
    /// The target's column.
    var target: Int
    /// The places of its terms.
    var terms: Range<Int>
    /// What weights are divided by.
    var scale: Int
    /// Why it holds.
    var reason: Reason
    /// Whether the linear programme holds it.
    var isActive = false
    /// In how many solutions without a break it has had no price.
    var idle = 0
  }

  /// The rows.
  var rows: [Row] = []
  /// The columns of all terms.
  private(set) var columns: [Int32] = []
  /// The weights of all terms.
  private(set) var weights: [Int] = []
  private var known: [[Int32]: Int] = [:]

  /// Forgets landmarks that the linear programme does not hold, but none of the first `kept` rows.
  ///
  /// Whoever looks for them may find them again. Where each row stands now; -1 for what is forgotten. O(z) for z terms.
  mutating func forgetIdle(after kept: Int) -> [Int] {
    var places = [Int](repeating: -1, count: rows.count)
    var rest = RowPool()
    for (place, row) in rows.enumerated() where row.isActive || place < kept {
      let terms = row.terms.map { (column: Int(columns[$0]), weight: weights[$0]) }
      let moved = rest.insert(row.reason, target: row.target, terms: terms, scale: row.scale)
      rest.rows[moved].isActive = row.isActive
      rest.rows[moved].idle = row.idle
      places[place] = moved
    }
    self = rest
    return places
  }

  /// The place of a row, known before or new.
  mutating func insert(_ reason: Reason, target: Int, terms: [(column: Int, weight: Int)], scale: Int) -> Int {
    let key = [Int32(target)] + terms.map { Int32($0.column) }
    if case .landmark = reason, let row = known[key] { return row }
    let start = columns.count
    for term in terms {
      columns.append(Int32(term.column))
      weights.append(term.weight)
    }
    rows.append(Row(target: target, terms: start..<columns.count, scale: scale, reason: reason))
    if case .landmark = reason { known[key] = rows.count - 1 }
    return rows.count - 1
  }

  /// By how much these values of columns miss the row.
  func violation(_ row: Int, _ values: [Double]) -> Double {
    let row = rows[row]
    var missing = values[row.target]
    if row.scale == 1 {
      for place in row.terms { missing -= values[Int(columns[place])] }
    } else {
      for place in row.terms { missing -= values[Int(columns[place])] * factor(of: place, in: row) }
    }
    return missing
  }

  /// The factor of a term in a row.
  func factor(of place: Int, in row: Row) -> Double { Double(weights[place]) / Double(row.scale) }
}
