/// The rows of a linear programme, each a sum of factors times columns that is at least 0, by row and by column.
///
/// Whole numbers of 32 bits and factors of 24 significant ones: half the memory, so that twice as much stays near the
/// processor, and what comes of them is a proposal in any case.
struct SparseRows {
  /// Terms in compressed lines: rows or columns.
  struct Lines {
    /// Where each line's terms begin, and at the end where they all end.
    var starts: [Int32] = [0]
    /// The place of each term in the other direction.
    var places: [Int32] = []
    /// The factor of each term.
    var factors: [Float] = []

    /// How many lines there are.
    var count: Int { starts.count - 1 }

    /// The terms of a line.
    @inline(__always)
    func terms(of line: Int) -> Range<Int> { Int(starts[line])..<Int(starts[line + 1]) }

    /// The sum of a line's factors times what stands at their places.
    @inline(__always)
    func sum(of line: Int, over amounts: [Float]) -> Float {
      var sum: Float = 0
      for term in terms(of: line) { sum += factors[term] * amounts[Int(places[term])] }
      return sum
    }

    /// The sum of a line's factors without their signs.
    func size(of line: Int) -> Float { terms(of: line).reduce(0) { $0 + abs(factors[$1]) } }
  }

  /// The terms by row.
  private(set) var rows = Lines()
  /// The same terms by column.
  private(set) var columns = Lines()

  /// Rows of a pool over so many columns; O(z) for z terms.
  init(_ active: [Int], of pool: RowPool, columnCount: Int) {
    let terms = active.reduce(0) { $0 + 1 + pool.rows[$1].terms.count }
    rows.starts.reserveCapacity(active.count + 1)
    rows.places.reserveCapacity(terms)
    rows.factors.reserveCapacity(terms)
    for row in active {
      let said = pool.rows[row]
      rows.places.append(Int32(said.target))
      rows.factors.append(-1)
      for place in said.terms {
        rows.places.append(pool.columns[place])
        rows.factors.append(said.scale == 1 ? 1 : Float(pool.factor(of: place, in: said)))
      }
      rows.starts.append(Int32(rows.places.count))
    }
    columns = Self.transposed(rows, count: columnCount)
  }

  private static func transposed(_ lines: Lines, count: Int) -> Lines {
    var starts = [Int32](repeating: 0, count: count + 1)
    for place in lines.places { starts[Int(place) + 1] += 1 }
    for line in 0..<count { starts[line + 1] += starts[line] }
    var next = starts
    var transposed = Lines(starts: starts, places: lines.places, factors: lines.factors)
    for line in 0..<lines.count {
      for term in lines.terms(of: line) {
        let other = Int(lines.places[term])
        let place = Int(next[other])
        next[other] += 1
        transposed.places[place] = Int32(line)
        transposed.factors[place] = lines.factors[term]
      }
    }
    return transposed
  }
}
