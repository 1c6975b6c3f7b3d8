/// Finds landmarks that a fractional use of nodes does not satisfy.
///
/// From a target, walks down the graph: of a node that needs all of its children one is followed, of one that needs
/// some just so many that it cannot hold without them. What remains is a network; its least cut under the nodes' use
/// is a landmark of the target. Which child is followed is guided by how much use can reach it, and by chance.
struct LandmarkSeparation {
  /// How hard to look.
  enum Effort: Int, Comparable {
    case quick, thorough, exhaustive

    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  private var arriving: [Double]
  private var visits: [Int]
  private var isQueued: [Bool]
  private var queue: [Int] = []
  private var network = FlowNetwork()
  private var derivation: BlockedDerivation
  private var random: SeededGenerator
  private var vertex: [Int]
  private var walked: [Int] = []
  private var isBehind: [Bool] = []
  private var ranked: [(key: Double, arc: Int)] = []

  /// Space for one graph.
  init(_ graph: DerivationGraph, seed: UInt64) {
    arriving = Array(repeating: 0, count: graph.nodeCount)
    visits = Array(repeating: 0, count: graph.nodeCount)
    isQueued = Array(repeating: false, count: graph.nodeCount)
    vertex = Array(repeating: -1, count: graph.nodeCount)
    derivation = BlockedDerivation(graph)
    random = SeededGenerator(seed: seed)
  }

  /// What use is: of each node, from 0 to 1.
  struct Use {
    /// The use of each node.
    var amount: [Double]
    /// Whether a node is ruled out.
    var isExcluded: [Bool]
    /// The nodes for which landmarks are looked for, the goal apart.
    var targets: [Int]
  }

  private static let unit = 1_000_000.0
  private static let least = 0.000_5

  /// Landmarks that are not satisfied, each found once.
  mutating func landmarks(
    _ graph: DerivationGraph, _ use: Use, effort: Effort, isOutOfTime: () -> Bool
  ) -> [Landmark] {
    spread(graph, use)
    var found: [Landmark] = []
    var known: Set<Landmark> = []
    func keep(_ landmark: Landmark?) {
      if let landmark, known.insert(landmark).inserted { found.append(landmark) }
    }
    for ceiling in [0.9999, 0.5, 0.25, 0.1] {
      keep(thresholdLandmark(graph, use, below: ceiling))
    }
    let tries = [(6, 1), (20, 2), (40, 6)][effort.rawValue]
    for attempt in 0..<tries.0 { keep(cut(graph, use, graph.goal, attempt: attempt, effort)) }
    for target in use.targets {
      if isOutOfTime() { break }
      let isSuspect = arriving[target] < use.amount[target] - Self.least
      // Of the others hardly any has a landmark that is not satisfied.
      let count = isSuspect ? tries.1 : (effort == .exhaustive ? tries.1 / 2 : 0)
      for attempt in 0..<count { keep(cut(graph, use, target, attempt: attempt, effort)) }
    }
    return found
  }

  /// Estimates from below how much use can arrive at each node from the sources.
  private mutating func spread(_ graph: DerivationGraph, _ use: Use) {
    for node in arriving.indices {
      arriving[node] = 0
      visits[node] = 0
    }
    queue.removeAll(keepingCapacity: true)
    for source in graph.sources where use.amount[source] > 0 {
      arriving[source] = use.amount[source]
      queue.append(source)
    }
    var position = 0
    while position < queue.count {
      let node = queue[position]
      position += 1
      isQueued[node] = false
      for arc in graph.parents.arcs(of: node) {
        let parent = graph.parents.ends[arc]
        let amount = use.amount[parent]
        guard amount > arriving[parent] + Self.least, visits[parent] < 8 else { continue }
        let now = min(amount, through(parent, graph))
        guard now > arriving[parent] + Self.least else { continue }
        arriving[parent] = now
        visits[parent] += 1
        if !isQueued[parent] {
          isQueued[parent] = true
          queue.append(parent)
        }
      }
    }
  }

  /// What the children let arrive at a node: the least sum over those without which it cannot hold.
  private mutating func through(_ node: Int, _ graph: DerivationGraph) -> Double {
    let arcs = graph.children.arcs(of: node)
    let slack = graph.slack[node]
    if slack == 0 {
      return arcs.reduce(Double.infinity) { min($0, arriving[graph.children.ends[$1]]) }
    }
    var open = slack
    // All are needed when the whole weight must be missing.
    if arcs.allSatisfy({ graph.children.weights[$0] >= graph.need[node] }) {
      return arcs.reduce(0) { $0 + arriving[graph.children.ends[$1]] }
    }
    ranked.removeAll(keepingCapacity: true)
    for arc in arcs { ranked.append((arriving[graph.children.ends[arc]], arc)) }
    ranked.sort { ($0.key, $0.arc) < ($1.key, $1.arc) }
    var sum = 0.0
    for (key, arc) in ranked where open >= 0 {
      sum += key
      open -= graph.children.weights[arc]
    }
    return sum
  }

  private mutating func thresholdLandmark(_ graph: DerivationGraph, _ use: Use, below ceiling: Double) -> Landmark? {
    let blocked = (0..<graph.moduleCount).filter { use.amount[$0] < ceiling }
    derivation.start(graph, blocking: blocked)
    if derivation.holds[graph.goal] { return nil }
    return minimised(blocked, graph.goal, graph, use)
  }

  /// A landmark from a least cut below the target.
  private mutating func cut(
    _ graph: DerivationGraph, _ use: Use, _ target: Int, attempt: Int, _ effort: Effort
  ) -> Landmark? {
    let wanted = Int(use.amount[target] * Self.unit)
    let enough = effort == .quick ? wanted : wanted * 3 / 2
    let (source, sink) = build(graph, use, target, attempt: attempt)
    let flow = network.flow(from: source, to: sink, enough: enough)
    defer { for node in walked { vertex[node] = -1 } }
    guard flow < enough - Int(Self.least * Self.unit) else { return nil }
    network.markBehind(sink, in: &isBehind)
    var boundary: [Int] = []
    for node in walked where node != target {
      // A node of no use has one vertex only, in front of its parents.
      let at = vertex[node]
      if use.amount[node] <= Self.least {
        if isBehind[at] { boundary.append(node) }
      } else if isBehind[at + 1], !isBehind[at] {
        boundary.append(node)
      }
    }
    derivation.start(graph, blocking: boundary)
    if derivation.holds[target] { return nil }
    return minimised(boundary, target, graph, use)
  }

  private mutating func build(
    _ graph: DerivationGraph, _ use: Use, _ target: Int, attempt: Int
  ) -> (source: Int, sink: Int) {
    network.clear()
    walked.removeAll(keepingCapacity: true)
    let source = network.addVertex()
    let sink = network.addVertex()
    vertex[target] = sink
    walked.append(target)
    var position = 0
    while position < walked.count {
      let node = walked[position]
      position += 1
      if node != target, use.amount[node] <= Self.least { continue }
      let entrance = vertex[node]
      if graph.need[node] <= 0 {
        network.addArc(from: source, to: entrance, capacity: FlowNetwork.unlimited)
        continue
      }
      choose(node, graph, use, attempt: attempt)
      for (_, arc) in ranked {
        let child = graph.children.ends[arc]
        let amount = use.amount[child]
        if vertex[child] < 0 {
          vertex[child] = network.addVertex()
          walked.append(child)
          if amount > Self.least {
            let exit = network.addVertex()
            network.addArc(from: vertex[child], to: exit, capacity: Int(amount * Self.unit))
          }
        }
        if child == target { continue }
        let exit = amount > Self.least ? vertex[child] + 1 : vertex[child]
        network.addArc(from: exit, to: entrance, capacity: FlowNetwork.unlimited)
      }
    }
    return (source, sink)
  }

  /// Leaves in `ranked` the children that are followed from a node.
  private mutating func choose(_ node: Int, _ graph: DerivationGraph, _ use: Use, attempt: Int) {
    ranked.removeAll(keepingCapacity: true)
    let noise = attempt == 0 ? 0.02 : 0.3
    for arc in graph.children.arcs(of: node) {
      let child = graph.children.ends[arc]
      let key = min(arriving[child], use.amount[child]) + noise * random.fraction()
      ranked.append((key, arc))
    }
    let slack = graph.slack[node]
    if slack == 0 {
      if let least = ranked.min(by: { $0.key < $1.key }) { ranked = [least] }
      return
    }
    if ranked.allSatisfy({ graph.children.weights[$0.arc] >= graph.need[node] }) { return }
    ranked.sort { $0.key < $1.key }
    var open = slack
    var count = 0
    while open >= 0, count < ranked.count {
      open -= graph.children.weights[ranked[count].arc]
      count += 1
    }
    ranked.removeLast(ranked.count - count)
  }

  /// What remains of a landmark, just derived as blocked, when nodes are set free one by one as long as it stays one;
  /// nil where use satisfies it.
  private mutating func minimised(
    _ nodes: [Int], _ target: Int, _ graph: DerivationGraph, _ use: Use
  ) -> Landmark? {
    // What is ruled out counts nothing and goes last, so that it takes over what it can.
    let order = nodes.map { ($0, use.isExcluded[$0] ? -1 : use.amount[$0], random.next()) }
      .sorted { ($1.1, $0.2) < ($0.1, $1.2) }
    var kept: [Int] = []
    var sum = 0.0
    for (node, _, _) in order where !derivation.free(node, keeping: target, graph) {
      kept.append(node)
      sum += use.amount[node]
    }
    guard sum < use.amount[target] - 0.01 else { return nil }
    return Landmark(target: target, nodes: kept.sorted())
  }
}
