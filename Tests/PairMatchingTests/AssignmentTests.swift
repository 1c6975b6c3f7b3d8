import PairMatching
import ProgrammeStories
import Testing

/// The assignment, held against every other choice.
struct AssignmentTests {
  /// The number of pairs and their value in the best of all choices, by trying each.
  private func best(_ values: [[Int?]], rows: [Int], columns: [Int]) -> (count: Int, value: Int) {
    let cells = values.indices.flatMap { row in
      columns.indices.compactMap { column in values[row][column].map { (row: row, column: column, value: $0) } }
    }
    func search(_ index: Int, _ rows: [Int], _ columns: [Int], _ count: Int, _ value: Int) -> (count: Int, value: Int) {
      guard index < cells.count else { return (count, value) }
      let cell = cells[index]
      let without = search(index + 1, rows, columns, count, value)
      guard rows[cell.row] > 0, columns[cell.column] > 0 else { return without }
      var (rows, columns) = (rows, columns)
      rows[cell.row] -= 1
      columns[cell.column] -= 1
      return max(without, search(index + 1, rows, columns, count + 1, value + cell.value), by: <)
    }
    return search(0, rows, columns, 0, 0)
  }

  private func max<T>(_ a: T, _ b: T, by less: (T, T) -> Bool) -> T { less(a, b) ? b : a }

  @Test func equalsTheBestOfAllChoices() {
    var generator = SplitMix64(seed: 9)
    for round in 0..<1_000 {
      let size = (rows: Int.random(in: 0...3, using: &generator), columns: Int.random(in: 0...4, using: &generator))
      let values: [[Int?]] = (0..<size.rows).map { _ in
        (0..<size.columns).map { _ in
          Int.random(in: 0...2, using: &generator) == 0 ? nil : Int.random(in: 0...6, using: &generator)
        }
      }
      let rows = (0..<size.rows).map { _ in Int.random(in: 0...3, using: &generator) }
      let columns = (0..<size.columns).map { _ in Int.random(in: 0...3, using: &generator) }
      let pairs = mostValuableAssignment(values, rows: rows, columns: columns)
      let found = pairs.reduce(into: 0) { $0 += values[$1.row][$1.column] ?? -1_000 }
      let best = best(values, rows: rows, columns: columns)
      #expect((pairs.count, found) == best, "round \(round): \(values), \(rows), \(columns)")
      #expect(Set(pairs.map { $0.row * 10 + $0.column }).count == pairs.count, "no pair twice, round \(round)")
      for row in rows.indices { #expect(pairs.count { $0.row == row } <= rows[row]) }
      for column in columns.indices { #expect(pairs.count { $0.column == column } <= columns[column]) }
    }
  }

  /// One pair more is worth more than any gain: both find somebody, although the best single pair is left.
  @Test func morePairsComeBeforeMoreValue() {
    let pairs = mostValuableAssignment([[9, 1], [8, nil]], rows: [1, 1], columns: [1, 1])
    #expect(pairs.map { [$0.row, $0.column] } == [[0, 1], [1, 0]])
  }

  @Test func nobodyToPair() {
    #expect(mostValuableAssignment([], rows: [], columns: [1]).isEmpty)
    #expect(mostValuableAssignment([[]], rows: [1], columns: []).isEmpty)
    #expect(mostValuableAssignment([[nil]], rows: [5], columns: [5]).isEmpty)
  }
}
