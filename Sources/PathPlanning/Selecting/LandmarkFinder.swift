import HeapModule

/// Finds disjunctive landmarks: sets of modules of which every plan takes at least one.
///
/// LM-cut (Helmert and Domshlak, "Landmarks, critical paths and abstractions: what's the difference anyway?",
/// ICAPS 2009), generalised from "all" and "any" to thresholds. A node is reached once its cheapest children make up
/// its threshold; of the children that are not cheaper than the one that tips it, each plan needs at least one.
/// Those children are the node's supporters. Going back from the goal along supporters that cost nothing more gives
/// a zone; the modules through which plans enter it are a landmark. O(a log n) for a arcs and n nodes.
struct LandmarkFinder {
  /// What nothing costs: the value of nodes that cannot come to hold.
  static let unreachable = Int.max

  private var missing: [Int]
  private var value: [Int]
  /// When a node was settled, counted from 0; `unreachable` where it was not.
  private var order: [Int]
  /// When the child that tipped the threshold was settled; -1 where none was needed.
  private var tipped: [Int]
  private var zone: [Mark]
  private var queue = Heap<Int>()
  private var stack: [Int] = []

  private enum Mark {
    case outside, zone, entrance, reached
  }

  /// Space for searches in a graph.
  init(_ graph: DerivationGraph) {
    missing = graph.need
    value = Array(repeating: Self.unreachable, count: graph.nodeCount)
    order = value
    tipped = value
    zone = Array(repeating: .outside, count: graph.nodeCount)
  }

  /// The value of the goal: what the dearest of the steps that cannot be avoided costs, at the costs given.
  ///
  /// A negative cost stands for a module that may not be taken.
  mutating func goalValue(_ graph: DerivationGraph, costs: [Int]) -> Int {
    for node in missing.indices {
      missing[node] = graph.need[node]
      order[node] = Self.unreachable
      tipped[node] = -1
    }
    var settled = 0
    for source in graph.sources { enqueue(source, at: 0, graph, costs) }
    while let key = queue.popMin() {
      let node = key % graph.nodeCount
      value[node] = key / graph.nodeCount
      order[node] = settled
      for arc in graph.parents.arcs(of: node) {
        let parent = graph.parents.ends[arc]
        guard missing[parent] > 0 else { continue }
        missing[parent] -= graph.parents.weights[arc]
        if missing[parent] <= 0 {
          tipped[parent] = settled
          enqueue(parent, at: value[node], graph, costs)
        }
      }
      settled += 1
    }
    return order[graph.goal] == Self.unreachable ? Self.unreachable : value[graph.goal]
  }

  /// The modules through which plans enter the zone of the goal, after `goalValue` was more than 0 and finite at the
  /// same costs.
  mutating func landmark(_ graph: DerivationGraph, costs: [Int]) -> [Int] {
    markZone(graph, costs: costs)
    return entrances(graph, costs: costs)
  }

  private mutating func enqueue(_ node: Int, at value: Int, _ graph: DerivationGraph, _ costs: [Int]) {
    let cost = node < graph.moduleCount ? costs[node] : 0
    // The key orders by value, then by node, so that ties never depend on anything else.
    if cost >= 0 { queue.insert((value + cost) * graph.nodeCount + node) }
  }

  private mutating func markZone(_ graph: DerivationGraph, costs: [Int]) {
    for node in zone.indices { zone[node] = .outside }
    if graph.goal < graph.moduleCount, costs[graph.goal] > 0 {
      zone[graph.goal] = .entrance
      return
    }
    zone[graph.goal] = .zone
    stack.append(graph.goal)
    while let node = stack.popLast() {
      for arc in graph.children.arcs(of: node) {
        let child = graph.children.ends[arc]
        guard order[child] != Self.unreachable, order[child] >= tipped[node], zone[child] == .outside else { continue }
        if child < graph.moduleCount, costs[child] > 0 {
          zone[child] = .entrance
        } else {
          zone[child] = .zone
          stack.append(child)
        }
      }
    }
  }

  private mutating func entrances(_ graph: DerivationGraph, costs: [Int]) -> [Int] {
    var landmark: [Int] = []
    func arrive(_ node: Int) {
      switch zone[node] {
      case .entrance:
        zone[node] = .reached
        landmark.append(node)
      case .outside:
        zone[node] = .reached
        stack.append(node)
      case .zone, .reached: break
      }
    }
    for source in graph.sources where order[source] != Self.unreachable { arrive(source) }
    while let node = stack.popLast() {
      for arc in graph.parents.arcs(of: node) {
        let parent = graph.parents.ends[arc]
        if order[parent] != Self.unreachable, order[node] >= tipped[parent] { arrive(parent) }
      }
    }
    return landmark.sorted()
  }
}
