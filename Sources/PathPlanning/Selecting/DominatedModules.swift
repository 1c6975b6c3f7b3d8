/// Finds modules that no least plan takes, because another does all that they do, asks for no more and takes less time.
///
/// Put that other one in their place, in any plan: what they asked for held by then, so it can be taken; what they made
/// true it makes true by itself; and the plan takes less time. (Dominance is from Imai and Fukunaga, "On a practical,
/// integer-linear programming model for delete-free tasks and its use as a heuristic for cost-optimal planning", JAIR
/// 2015.) Modules of equal minutes are both kept, so that every least plan remains. What counts in a sum or a threshold
/// beside others is never replaced, for there both may be wanted.
struct DominatedModules {
  private let graph: DerivationGraph
  private var isDominated: [Bool]
  /// The cheapest modules below each node, as far as looked at, for nodes that any of these makes true by itself.
  private var makers: [[Int]]
  private var isMarked: [Bool]
  private var marked: [Int] = []

  /// How many cheap modules are tried in the place of another, and how many nodes of its condition are looked at: what
  /// is overlooked costs a little time, never a plan.
  private static let most = 48
  /// How many conditions within one another are looked through.
  private static let depth = 3

  /// The graph without its dominated modules and what only they asked for, and the nodes kept; nil where there are none.
  ///
  /// O(a log a + m · k) for a arcs, m modules and k of `most`.
  static func removed(from graph: DerivationGraph) -> (graph: DerivationGraph, nodes: [Int])? {
    var search = DominatedModules(graph)
    search.run()
    guard search.isDominated.contains(true) else { return nil }
    let nodes = search.remaining()
    return (graph.restricted(to: nodes), nodes)
  }

  private init(_ graph: DerivationGraph) {
    self.graph = graph
    isDominated = Array(repeating: false, count: graph.moduleCount)
    isMarked = Array(repeating: false, count: graph.nodeCount)
    makers = (0..<graph.nodeCount).map { node in
      let able = graph.children.arcs(of: node)
        .filter { graph.children.ends[$0] < graph.moduleCount && graph.children.weights[$0] >= graph.need[node] }
        .map { graph.children.ends[$0] }
      guard able.count > 1 else { return able }
      return Array(able.sorted { (graph.minutes[$0], $0) < (graph.minutes[$1], $1) }.prefix(Self.most))
    }
  }

  private mutating func run() {
    for module in 0..<graph.moduleCount where module != graph.goal {
      let results = graph.parents.arcs(of: module)
      // Where it makes nothing true by itself, there is nothing to compare.
      guard let few = results.map({ makers[graph.parents.ends[$0]] }).min(by: { $0.count < $1.count }) else { continue }
      var hasMarked = false
      for other in few {
        guard graph.minutes[other] < graph.minutes[module] else { break }
        guard results.allSatisfy({ makes(graph.parents.ends[$0], other) }) else { continue }
        if !hasMarked { mark(below: module) }
        hasMarked = true
        guard graph.children.arcs(of: other).allSatisfy({ follows(graph.children.ends[$0], Self.depth) }) else {
          continue
        }
        isDominated[module] = true
        break
      }
      for node in marked { isMarked[node] = false }
      marked.removeAll(keepingCapacity: true)
    }
  }

  /// Whether a module makes a node true by itself.
  private func makes(_ node: Int, _ module: Int) -> Bool {
    graph.parents.arcs(of: module).contains {
      graph.parents.ends[$0] == node && graph.parents.weights[$0] >= graph.need[node]
    }
  }

  /// Marks what holds before a module can be taken: its condition, and all the parts of a condition that needs them all.
  private mutating func mark(below module: Int) {
    var position = 0
    func parts(_ node: Int) -> [Int] {
      graph.slack[node] == 0 ? graph.children.arcs(of: node).map { graph.children.ends[$0] } : []
    }
    marked = parts(module)
    while position < min(marked.count, Self.most) {
      isMarked[marked[position]] = true
      marked += parts(marked[position]).filter { !isMarked[$0] }
      position += 1
    }
    marked.removeSubrange(position...)
  }

  /// Whether a node follows from what is marked, as far as a few steps show it.
  private func follows(_ node: Int, _ steps: Int) -> Bool {
    if isMarked[node] || graph.need[node] <= 0 && node >= graph.moduleCount { return true }
    // A module follows from nothing: it is taken or it is not.
    guard steps > 0, node >= graph.moduleCount else { return false }
    var open = graph.need[node]
    for arc in graph.children.arcs(of: node).prefix(Self.most) where open > 0 {
      if follows(graph.children.ends[arc], steps - 1) { open -= graph.children.weights[arc] }
    }
    return open <= 0
  }

  /// What the goal still rests on, in order.
  private func remaining() -> [Int] {
    var isOfUse = [Bool](repeating: false, count: graph.nodeCount)
    isOfUse[graph.goal] = true
    var stack = [graph.goal]
    while let node = stack.popLast() {
      for arc in graph.children.arcs(of: node) {
        let child = graph.children.ends[arc]
        if isOfUse[child] || child < graph.moduleCount && isDominated[child] { continue }
        isOfUse[child] = true
        stack.append(child)
      }
    }
    return isOfUse.indices.filter { isOfUse[$0] }
  }
}
