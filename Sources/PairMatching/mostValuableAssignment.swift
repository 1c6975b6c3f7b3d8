/// Pairs of rows and columns, as many as can be, and among those ways the one of most value.
///
/// Successive shortest augmenting paths with potentials (Edmonds and Karp 1972; Tomizawa 1971), where a unit of a row may
/// also stay without a column. All arithmetic is in integers, so the result is exact.
///
/// - Parameters:
///   - values: For each row and column their value, at least 0, or nil where they must not be paired.
///   - rows: For each row in how many pairs it may be.
///   - columns: The same for each column.
/// - Returns: The pairs in order of row and column; the same for the same arguments.
/// - Complexity: O(u · (r + c)²) for r rows with u units together and c columns.
package func mostValuableAssignment(
  _ values: [[Int?]], rows: [Int], columns: [Int]
) -> [(row: Int, column: Int)] {
  var network = AssignmentNetwork(values, rows: rows, columns: columns)
  for (row, units) in rows.enumerated() {
    for _ in 0..<min(units, columns.count) { network.augment(from: row) }
  }
  return network.pairs
}

/// Rows, columns and the pairs chosen so far, which are of least cost among all choices for the units placed so far.
///
/// A pair costs what it lacks to the greatest value, a unit that stays alone more than all pairs together could.
private struct AssignmentNetwork {
  private static let forbidden = Int.max
  private static let unreached = Int.max

  private let rowCount: Int
  private let columnCount: Int
  /// Costs row by row, at least 0, or `forbidden`.
  private let costs: [Int]
  /// What a unit costs that stays without a column.
  private let aloneCost: Int
  /// Whether a row and a column are paired, row by row.
  private var isChosen: [Bool]
  /// Units that each column can still take.
  private var spare: [Int]
  /// The rows paired with each column.
  private var takers: [[Int]]
  /// Potentials, under which no residual edge costs less than 0; 0 for a column with room and for staying alone.
  private var rowPotential: [Int]
  private var columnPotential: [Int]

  init(_ values: [[Int?]], rows: [Int], columns: [Int]) {
    precondition(values.count == rows.count, "each row has a number of units")
    precondition(values.allSatisfy { $0.count == columns.count }, "each row has a value for each column")
    rowCount = rows.count
    columnCount = columns.count
    let greatest = values.reduce(0) { $1.reduce($0) { max($0, $1 ?? 0) } }
    costs = values.flatMap { row in row.map { value in value.map { greatest - $0 } ?? Self.forbidden } }
    aloneCost = greatest * min(rows.reduce(0, +), columns.reduce(0, +)) + 1
    isChosen = Array(repeating: false, count: costs.count)
    spare = columns
    takers = Array(repeating: [], count: columns.count)
    rowPotential = Array(repeating: 0, count: rows.count)
    columnPotential = Array(repeating: 0, count: columns.count)
  }

  var pairs: [(row: Int, column: Int)] {
    isChosen.indices.filter { isChosen[$0] }.map { ($0 / columnCount, $0 % columnCount) }
  }

  /// Gives one more unit of a row its place by a path of least cost, on which other units may move, and at the end of
  /// which the unit, or one that made room for it, may stay alone.
  mutating func augment(from start: Int) {
    var search = PathSearch(rows: rowCount, columns: columnCount, start: start)
    var reached = [start]
    while true {
      while let row = reached.popLast() { relax(row, &search) }
      var (column, distance) = (-1, search.aloneDistance)
      for other in 0..<columnCount where !search.isSettled[other] && search.columnDistance[other] < distance {
        (column, distance) = (other, search.columnDistance[other])
      }
      let isAlone = column < 0
      if isAlone || spare[column] > 0 {
        raisePotentials(search, to: distance)
        if !isAlone { spare[column] -= 1 }
        return follow(search, to: isAlone ? nil : column)
      }
      search.isSettled[column] = true
      for row in takers[column] {
        // Leaving a pair gives its cost back; no less than 0 under the potentials.
        let cost = columnPotential[column] - rowPotential[row] - costs[row * columnCount + column]
        if distance + cost < search.rowDistance[row] {
          search.rowDistance[row] = distance + cost
          search.rowOrigin[row] = column
          reached.append(row)
        }
      }
    }
  }

  /// Looks from a row at every column that it could still take.
  private func relax(_ row: Int, _ search: inout PathSearch) {
    let base = search.rowDistance[row] + rowPotential[row]
    if base + aloneCost < search.aloneDistance {
      search.aloneDistance = base + aloneCost
      search.aloneOrigin = row
    }
    let offset = row * columnCount
    for column in 0..<columnCount where !search.isSettled[column] && !isChosen[offset + column] {
      let cost = costs[offset + column]
      guard cost != Self.forbidden else { continue }
      let distance = base + cost - columnPotential[column]
      if distance < search.columnDistance[column] {
        search.columnDistance[column] = distance
        search.columnOrigin[column] = row
      }
    }
  }

  private mutating func raisePotentials(_ search: PathSearch, to distance: Int) {
    for row in 0..<rowCount where search.rowDistance[row] < distance {
      rowPotential[row] += search.rowDistance[row] - distance
    }
    for column in 0..<columnCount where search.columnDistance[column] < distance {
      columnPotential[column] += search.columnDistance[column] - distance
    }
  }

  /// Moves units along the path found: each row on it takes the column after it and leaves the one before it.
  private mutating func follow(_ search: PathSearch, to end: Int?) {
    var next = end
    var row = end.map { search.columnOrigin[$0] } ?? search.aloneOrigin
    while true {
      if let column = next {
        isChosen[row * columnCount + column] = true
        takers[column].append(row)
      }
      let left = search.rowOrigin[row]
      guard left >= 0 else { return }
      isChosen[row * columnCount + left] = false
      takers[left].removeAll { $0 == row }
      next = left
      row = search.columnOrigin[left]
    }
  }

  /// The state of one search for a path, after Dijkstra.
  private struct PathSearch {
    var rowDistance: [Int]
    var columnDistance: [Int]
    /// The column that a row left; -1 at the start.
    var rowOrigin: [Int]
    /// The row from which a column was reached.
    var columnOrigin: [Int]
    var isSettled: [Bool]
    var aloneDistance = AssignmentNetwork.unreached
    var aloneOrigin = -1

    init(rows: Int, columns: Int, start: Int) {
      rowDistance = Array(repeating: AssignmentNetwork.unreached, count: rows)
      columnDistance = Array(repeating: AssignmentNetwork.unreached, count: columns)
      rowOrigin = Array(repeating: -1, count: rows)
      columnOrigin = Array(repeating: -1, count: columns)
      isSettled = Array(repeating: false, count: columns)
      rowDistance[start] = 0
    }
  }
}
