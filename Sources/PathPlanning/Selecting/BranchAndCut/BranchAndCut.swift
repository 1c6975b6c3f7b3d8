/// The search for a least selection by branch and cut: linear programmes over landmarks made on demand.
///
/// Landmarks on demand are from Haslum, Slaney and Thiébaux, "Minimal landmarks for optimal delete-free planning"
/// (ICAPS 2012); here with a column for each node and landmarks of every node, which makes the tree small. Branching
/// says of a node whether the derivation uses it. Every part of the tree is closed, and every column fixed, by a bound
/// in whole numbers; the linear programme's own numbers only propose. Two runs on the same graph do the same.
struct BranchAndCut: ~Copyable {
  let graph: DerivationGraph
  /// Every plan's minutes are a multiple of this.
  let step: Int
  var programme: LandmarkProgram
  var separation: LandmarkSeparation
  var plans: PlanSearch
  var derivation: BlockedDerivation
  var rises: PseudoCosts
  /// What was done, where a proof is wanted.
  private(set) var record: SearchRecord?
  let memory: Memory
  /// Up to so many modules the simplex method works on the root from the beginning, and dividing pays sooner than looking
  /// for landmarks.
  let fewModules: Int
  private var noted = 0
  private var open: [Node] = []
  private var touched: [Int] = []
  private var rootLower: [Int8]
  private var rootUpper: [Int8]
  private var solved = 0

  /// How much a search may remember, however long it goes on: with these counts a few hundred megabytes.
  struct Memory {
    /// The terms of rows, beyond which rows out of use are forgotten.
    var terms = 8_000_000
    /// The columns fixed in open parts, beyond which the search goes deep instead of opening more of them.
    var fixings = 64_000_000
    /// The multipliers noted for a proof, beyond which the search stops with what is proved.
    var multipliers = 16_000_000
  }

  /// A part of the tree.
  struct Node {
    /// The columns fixed in it.
    var fixings: [Fixing] = []
    /// No plan of this part costs less, in units of `ExactBound`.
    var bound = 0
    /// How many branchings led to it.
    var depth = 0
    /// Its place in the record.
    var entry = 0
    /// The last branching, until the rise that came of it is noted.
    var branching: Branching?
  }

  /// A column and its only value: few bytes, for open parts hold many.
  struct Fixing {
    private let code: Int32
    /// The column.
    var column: Int { Int(code >> 1) }
    /// Its value.
    var value: Int8 { Int8(code & 1) }

    /// The column at the value.
    init(_ column: Int, _ value: Int8) { code = Int32(column) << 1 | Int32(value) }
  }

  /// A branching: which column was fixed at what, how far that was, and the cost before.
  struct Branching {
    var column: Int
    var value: Int8
    var distance: Double
    var cost: Double
  }

  /// What is known of a node once it has been worked on.
  enum State {
    /// It holds no better plan.
    case closed
    /// It is to be divided.
    case fractional
    /// Time is up.
    case stopped
  }

  /// A search in a graph whose goal can be reached; with a record of it where a proof is wanted.
  init(
    _ graph: DerivationGraph, plan: [Int] = [], recording: SearchRecord? = nil, memory: Memory = Memory(),
    fewModules: Int = Self.fewModules
  ) {
    self.graph = graph
    self.fewModules = fewModules
    self.memory = memory
    step = max(1, graph.minutes.reduce(0, greatestCommonDivisor))
    programme = LandmarkProgram(graph)
    separation = LandmarkSeparation(graph, seed: 1)
    plans = PlanSearch(graph, seed: 2)
    if !plan.isEmpty { plans.adopt(plan, graph) }
    derivation = BlockedDerivation(graph)
    rises = PseudoCosts(columns: programme.costs.count)
    rootLower = programme.lower
    rootUpper = programme.upper
    record = recording
  }

  /// A part with a bound above this holds no better plan.
  var closing: Int { (plans.minutes - step) * ExactBound.unit }
  /// The cost at which the linear programme may give up; a little more, so that rounding does not make it vain.
  var ceiling: Double { Double(plans.minutes - step) + 0.001 }

  /// The least selection, or the best so far when time is up.
  mutating func run(isOutOfTime: () -> Bool) -> Selection {
    var node = Node()
    var state = workOnRoot(&node, isOutOfTime: isOutOfTime)
    rootLower = programme.lower
    rootUpper = programme.upper
    node.fixings = []
    while true {
      if record == nil { programme.forgetIdle(beyond: memory.terms) }
      if state == .stopped || state == .fractional && isRecordFull {
        open.append(node)
        break
      }
      var next: Node?
      if state == .fractional {
        let (first, second) = branch(node)
        open.append(second)
        next = first
      }
      let closing = closing
      if record == nil { open.removeAll { $0.bound > closing } }
      guard let taken = next ?? takeNext() else { break }
      node = taken
      enter(node)
      state = solve(&node, isOutOfTime: isOutOfTime)
    }
    return Selection(modules: plans.best, minutes: plans.minutes, lowerBound: lowerBound)
  }

  private mutating func workOnRoot(_ node: inout Node, isOutOfTime: () -> Bool) -> State {
    if graph.moduleCount > fewModules {
      if let state = approachRoot(&node, isOutOfTime: isOutOfTime) { return state }
    } else {
      plans.mend(graph, times: graph.moduleCount / 5, use: { _ in 0 }, isOutOfTime: isOutOfTime)
    }
    return solveRoot(&node, isOutOfTime: isOutOfTime)
  }

  private var lowerBound: Int {
    let lowest = open.map(\.bound).min() ?? Int.max
    let unit = ExactBound.unit * step
    return lowest > closing ? plans.minutes : (lowest + unit - 1) / unit * step
  }

  /// Whether a proof has as many steps or terms as may be remembered.
  private var isRecordFull: Bool {
    record != nil && (noted > memory.multipliers || programme.pool.columns.count > memory.terms)
  }

  /// The open part with the lowest bound; where open parts take too much memory, the last, below which few are opened.
  private mutating func takeNext() -> Node? {
    if open.reduce(0, { $0 + $1.fixings.count }) > memory.fixings { return open.popLast() }
    return open.indices.min { open[$0].bound < open[$1].bound }.map { open.remove(at: $0) }
  }

  /// Fixes what is fixed in a node, and nothing else below the root.
  private mutating func enter(_ node: Node) {
    for column in touched { programme.set(column, rootLower[column], rootUpper[column]) }
    touched.removeAll(keepingCapacity: true)
    for fixing in node.fixings {
      programme.set(fixing.column, fixing.value, fixing.value)
      touched.append(fixing.column)
    }
  }

  /// Fixes a column in a node.
  mutating func fix(_ column: Int, _ value: Int8, _ node: inout Node) {
    programme.set(column, value, value)
    touched.append(column)
    node.fixings.append(Fixing(column, value))
  }

  /// Notes multipliers that closed a node or fixed something in it.
  mutating func note(_ bound: ExactBound, _ node: Node) {
    record?.entries[node.entry].steps.append(bound.multipliers)
    noted += bound.multipliers.count
  }

  /// Notes the multipliers at the end of the work on a node that stays open.
  mutating func noteLast(_ bound: ExactBound, _ node: Node) {
    noted += bound.multipliers.count - (record?.entries[node.entry].last?.count ?? 0)
    record?.entries[node.entry].last = bound.multipliers
  }

  /// The two parts of a node, told apart by the use of a column; the one to go on with first.
  private mutating func branch(_ node: Node) -> (Node, Node) {
    let (column, rises) = branchingColumn()
    let (value, cost) = (programme.values[column], programme.cost)
    var parts = [node, node]
    for side in [0, 1] {
      parts[side].depth += 1
      parts[side].fixings.append(Fixing(column, Int8(side)))
      parts[side].branching = Branching(
        column: column, value: Int8(side), distance: max(1e-3, side == 0 ? value : 1 - value), cost: cost)
      guard let count = record?.entries.count else { continue }
      parts[side].entry = count
      record?.entries.append(SearchRecord.Entry())
    }
    record?.entries[node.entry].branching = programme.node[column]
    record?.entries[node.entry].without = parts[0].entry
    record?.entries[node.entry].with = parts[1].entry
    return rises.down < rises.up ? (parts[0], parts[1]) : (parts[1], parts[0])
  }

  /// Mends the best plan once in a while, guided by the values last read.
  mutating func mendNowAndThen(isOutOfTime: () -> Bool) {
    solved += 1
    if solved % 10 == 0 { mend(times: 50, isOutOfTime: isOutOfTime) }
  }

  /// Mends the best plan, guided by the values last read.
  mutating func mend(times: Int, isOutOfTime: () -> Bool) {
    let (values, column) = (programme.values, programme.column)
    plans.mend(graph, times: times, use: { values[column[$0]] }, isOutOfTime: isOutOfTime)
  }

  /// Tries the plan that the values last read suggest.
  mutating func follow(noise: Double = 0) {
    let (values, column) = (programme.values, programme.column)
    plans.follow(graph, use: { values[column[$0]] }, noise: noise)
  }
}
