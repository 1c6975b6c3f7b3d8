import LinearProgramming

/// The linear programme of a graph: the use of each node, from 0 to 1, under rows that hold of every derivation.
///
/// A node that only one other needs, and needs in every case, is used when that one is: both share a column.
struct LandmarkProgram: ~Copyable {
  /// The column of each node.
  let column: [Int]
  /// The node that each column stands for; others share its column.
  let node: [Int]
  /// What each column costs, in minutes.
  let costs: [Int]
  /// The rows found so far.
  private(set) var pool: RowPool
  /// The present lower bounds of columns.
  private(set) var lower: [Int8]
  /// The present upper bounds of columns.
  private(set) var upper: [Int8]
  /// The value of each column at the last point read.
  private(set) var values: [Double]

  private var programme: LinearProgram
  /// What approaches the least cost of large programmes, once `approach` was asked for; it has the rows of `active`.
  private var approaching: FirstOrderMethod?
  /// The rows in the linear programme, by place in the pool.
  private var active: [Int] = []
  /// How many rows of the pool say what nodes need of their children; they are never forgotten.
  private var supportCount = 0
  /// With so many terms the pool is next looked through for what can be forgotten.
  private var forgetting = 0

  /// The programme of a graph, with what each node needs of its children.
  init(_ graph: DerivationGraph) {
    let masters = (0..<graph.nodeCount).map { Self.master(of: $0, graph) }
    node = (0..<graph.nodeCount).filter { masters[$0] == nil }
    var column = [Int](repeating: -1, count: graph.nodeCount)
    for (number, node) in node.enumerated() { column[node] = number }
    for node in 0..<graph.nodeCount where column[node] < 0 {
      var master = node
      while let next = masters[master] { master = next }
      column[node] = column[master]
    }
    self.column = column
    costs = node.map { $0 < graph.moduleCount ? graph.minutes[$0] : 0 }
    lower = Array(repeating: 0, count: costs.count)
    upper = Array(repeating: 1, count: costs.count)
    values = Array(repeating: 0, count: costs.count)
    programme = LinearProgram(costs: costs.map(Double.init))
    pool = RowPool()
    add(supports(of: graph))
    supportCount = pool.rows.count
    set(column[graph.goal], 1, 1)
  }

  /// The node with which a node shares its column: its only parent, which needs all of its children.
  private static func master(of node: Int, _ graph: DerivationGraph) -> Int? {
    guard node >= graph.moduleCount, node != graph.goal else { return nil }
    let arcs = graph.parents.arcs(of: node)
    guard arcs.count == 1, let arc = arcs.first else { return nil }
    let parent = graph.parents.ends[arc]
    return graph.slack[parent] == 0 ? parent : nil
  }

  private mutating func supports(of graph: DerivationGraph) -> [Int] {
    var rows: [Int] = []
    for node in 0..<graph.nodeCount where graph.need[node] > 0 {
      if graph.slack[node] == 0 {
        for arc in graph.children.arcs(of: node) where column[graph.children.ends[arc]] != column[node] {
          let landmark = Landmark(target: node, nodes: [graph.children.ends[arc]])
          rows.append(
            pool.insert(
              .landmark(landmark), target: column[node], terms: [(column[landmark.nodes[0]], 1)], scale: 1))
        }
      } else {
        let terms = graph.children.arcs(of: node)
          .map { (column: column[graph.children.ends[$0]], weight: graph.children.weights[$0]) }
        rows.append(pool.insert(.threshold(node), target: column[node], terms: terms, scale: graph.need[node]))
      }
    }
    return Array(Set(rows)).sorted()
  }

  /// Bounds a column.
  mutating func set(_ column: Int, _ low: Int8, _ high: Int8) {
    guard lower[column] != low || upper[column] != high else { return }
    lower[column] = low
    upper[column] = high
    programme.bound(column, between: Double(low), and: Double(high))
  }

  /// Minimises from the present basis, and gives up where the cost goes over the ceiling or time is up.
  mutating func minimise(ceiling: Double, isOutOfTime: () -> Bool) -> LinearProgram.Outcome {
    repeat {
      let outcome = programme.minimise(steps: 2_000, ceiling: ceiling)
      if outcome != .stopped { return outcome }
    } while !isOutOfTime()
    return .stopped
  }

  /// The cost after at most so many steps, or nil where it goes over the ceiling.
  mutating func tried(steps: Int, ceiling: Double) -> Double? {
    programme.minimise(steps: steps, ceiling: ceiling) == .closed ? nil : programme.cost
  }

  /// Takes over the values of the present point.
  mutating func readValues() { values = programme.values }

  /// Approaches the least cost in at most so many steps, in place of `minimise`, and reads the values; the bound that
  /// the prices prove.
  ///
  /// For programmes so large that a basis takes longer than anybody waits. The basis stays where it is.
  mutating func approach(steps: Int, isOutOfTime: () -> Bool) -> ExactBound {
    var method = approaching ?? FirstOrderMethod(columnCount: costs.count, rowCount: active.count)
    let sparse = SparseRows(active, of: pool, columnCount: costs.count)
    method.run(
      FirstOrderMethod.Programme(sparse, costs: costs, lower: lower, upper: upper), steps: steps,
      isOutOfTime: isOutOfTime)
    values = method.values.map { $0 < Self.leastValue ? 0 : Double($0) }
    approaching = method
    return ExactBound(
      costs: costs, pool: pool, rows: active, prices: method.bestPrices.map(Double.init), lower: lower, upper: upper)
  }

  /// Of values that are approached, smaller ones are taken for 0.
  private static let leastValue: Float = 1e-3
  /// Of prices that are approached, smaller ones are taken for none.
  private static let leastPrice: Float = 1e-6

  /// The cost of the present point.
  var cost: Double { programme.cost }

  /// The present basis.
  var basis: [UInt8] { programme.basis }

  /// Takes up a basis again; no row has come or gone since.
  mutating func restore(_ basis: [UInt8]) { programme.restore(basis) }

  /// The bound that the present prices prove.
  func exactBound() -> ExactBound {
    ExactBound(costs: costs, pool: pool, rows: active, prices: programme.prices, lower: lower, upper: upper)
  }

  /// Takes landmarks in; how many rows are new to the linear programme.
  mutating func add(_ landmarks: [Landmark]) -> Int {
    var new: Set<Int> = []
    for landmark in landmarks {
      let target = column[landmark.target]
      let columns = Set(landmark.nodes.map { column[$0] }).sorted()
      if columns.contains(target) { continue }
      // Blocking the node that a column stands for blocks all that others of the column are good for.
      let said = Landmark(target: landmark.target, nodes: columns.map { node[$0] })
      let row = pool.insert(.landmark(said), target: target, terms: columns.map { ($0, 1) }, scale: 1)
      if !pool.rows[row].isActive { new.insert(row) }
    }
    add(new.sorted())
    return new.count
  }

  /// Takes in known rows that the values last read miss; how many.
  mutating func addMissed() -> Int {
    let missed = pool.rows.indices.filter { !pool.rows[$0].isActive && pool.violation($0, values) > 0.001 }
    add(missed)
    return missed.count
  }

  /// Drops the rows that have had no price in more than so many solutions without a break.
  mutating func dropIdle(after count: Int) {
    let basis = programme.basis
    // A row in the basis has no price, and dropping it leaves a basis.
    drop(basis[costs.count...].map { $0 & 7 == 1 }, after: count, fewest: active.count / 20)
  }

  /// Drops the landmarks that have had no price in more than so many looks at what was approached; what nodes need of
  /// their children stays.
  mutating func dropUnpriced(after count: Int) {
    guard let prices = approaching?.prices else { return }
    let isIdle = zip(active, prices).map { row, price in row >= supportCount && price <= Self.leastPrice }
    drop(isIdle, after: count, fewest: 0)
  }

  private mutating func drop(_ isIdle: [Bool], after count: Int, fewest: Int) {
    var gone: [Int32] = []
    for (place, row) in active.enumerated() {
      pool.rows[row].idle = isIdle[place] ? pool.rows[row].idle + 1 : 0
      if pool.rows[row].idle > count { gone.append(Int32(place)) }
    }
    guard gone.count > fewest else { return }
    for place in gone { pool.rows[active[Int(place)]].isActive = false }
    approaching?.keep(rows: active.map { pool.rows[$0].isActive })
    active = active.filter { pool.rows[$0].isActive }
    programme.delete(rows: gone)
  }

  /// Forgets rows that are out of use once all known have more than so many terms; what notes rows must not call this.
  mutating func forgetIdle(beyond terms: Int) {
    guard pool.columns.count > max(terms, forgetting) else { return }
    let places = pool.forgetIdle(after: supportCount)
    active = active.map { places[$0] }
    // Where most rows are in use, looking again soon would be in vain.
    forgetting = 2 * pool.columns.count
  }

  private mutating func add(_ rows: [Int]) {
    var new: [LinearProgram.Row] = []
    for row in rows {
      let said = pool.rows[row]
      new.append(
        LinearProgram.Row(
          columns: [Int32(said.target)] + said.terms.map { pool.columns[$0] },
          factors: [-1] + said.terms.map { pool.factor(of: $0, in: said) }))
      pool.rows[row].isActive = true
      pool.rows[row].idle = 0
    }
    active += rows
    approaching?.add(rows: rows.count)
    programme.add(new)
  }
}
