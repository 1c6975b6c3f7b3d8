import CClp

/// A linear programme: least cost over columns between bounds, under rows that are at least a number.
///
/// Owns a model of COIN-OR's Clp and solves it again after each change from the basis before, by the dual simplex
/// method. All its numbers are floating-point: proposals, never proofs.
@safe package struct LinearProgram: ~Copyable {
  /// How a run ended.
  package enum Outcome: Sendable {
    /// At an optimum.
    case optimal
    /// No point keeps all rows and bounds, or the cost went over the ceiling.
    case closed
    /// Before either was known.
    case stopped
  }

  /// A row: the terms' sum is at least `floor`.
  package struct Row {
    /// The columns, each once.
    package var columns: [Int32]
    /// The factor of each column.
    package var factors: [Double]
    /// What the sum must reach.
    package var floor: Double

    /// A row from its terms.
    package init(columns: [Int32], factors: [Double], floor: Double = 0) {
      self.columns = columns
      self.factors = factors
      self.floor = floor
    }
  }

  private let model: UnsafeMutableRawPointer
  /// How many columns there are.
  package let columnCount: Int
  /// How many rows there are.
  package private(set) var rowCount = 0

  /// Columns of these costs between 0 and 1, and no rows.
  package init(costs: [Double]) {
    columnCount = costs.count
    unsafe model = Clp_newModel()
    unsafe Clp_setLogLevel(model, 0)
    // Factors lie between 0 and 1 and most are 1: measuring them anew for each run takes longer than it saves.
    unsafe Clp_scaling(model, 0)
    let zero = [Double](repeating: 0, count: costs.count)
    let one = [Double](repeating: 1, count: costs.count)
    let starts = [Int32](repeating: 0, count: costs.count)
    unsafe Clp_addColumns(model, Int32(costs.count), zero, one, costs, starts + [0], nil, nil)
  }

  deinit { unsafe Clp_deleteModel(model) }

  /// Bounds a column.
  package mutating func bound(_ column: Int, between lower: Double, and upper: Double) {
    unsafe Clp_columnLower(model)[column] = lower
    unsafe Clp_columnUpper(model)[column] = upper
  }

  /// Adds rows after the others.
  package mutating func add(_ rows: [Row]) {
    guard !rows.isEmpty else { return }
    var starts: [Int32] = [0]
    var columns: [Int32] = []
    var factors: [Double] = []
    for row in rows {
      columns += row.columns
      factors += row.factors
      starts.append(Int32(columns.count))
    }
    let above = [Double](repeating: .greatestFiniteMagnitude, count: rows.count)
    unsafe Clp_addRows(model, Int32(rows.count), rows.map(\.floor), above, starts, columns, factors)
    rowCount += rows.count
  }

  /// Deletes rows; those that stay keep their order.
  package mutating func delete(rows: [Int32]) {
    guard !rows.isEmpty else { return }
    unsafe Clp_deleteRows(model, Int32(rows.count), rows)
    rowCount -= rows.count
  }

  /// Minimises, from the present basis, in at most so many steps, giving up where the cost goes over `ceiling`.
  package mutating func minimise(steps: Int, ceiling: Double) -> Outcome {
    unsafe Clp_setDualObjectiveLimit(model, ceiling)
    unsafe Clp_setMaximumIterations(model, Int32(steps))
    unsafe Clp_dual(model, 0)
    return switch unsafe Clp_status(model) {
    case 0: .optimal
    case 1: .closed
    default: .stopped
    }
  }

  /// The cost of the present point.
  package var cost: Double { unsafe Clp_objectiveValue(model) }

  /// How many steps the last run took.
  package var steps: Int { Int(unsafe Clp_numberIterations(model)) }

  /// The present value of each column.
  package var values: [Double] {
    unsafe Array(UnsafeBufferPointer(start: Clp_primalColumnSolution(model), count: columnCount))
  }

  /// The present price of each row: never much below 0.
  package var prices: [Double] {
    guard rowCount > 0 else { return [] }
    return unsafe Array(UnsafeBufferPointer(start: Clp_dualRowSolution(model), count: rowCount))
  }

  /// The sum of each row's terms at the present point.
  package var sums: [Double] {
    guard rowCount > 0 else { return [] }
    return unsafe Array(UnsafeBufferPointer(start: Clp_primalRowSolution(model), count: rowCount))
  }

  /// Which columns and rows are in the basis, for `restore`.
  package var basis: [UInt8] {
    unsafe Array(UnsafeBufferPointer(start: Clp_statusArray(model), count: columnCount + rowCount))
  }

  /// Takes up a basis again; no row has been added or deleted since.
  package mutating func restore(_ basis: [UInt8]) {
    precondition(basis.count == columnCount + rowCount, "A basis names all columns and rows")
    unsafe Clp_copyinStatus(model, basis)
  }
}
