/// What comes to hold when some of the modules may be taken: the least fixed point, by counting down thresholds.
///
/// After Dowling and Gallier, "Linear-time algorithms for testing the satisfiability of propositional Horn formulae",
/// 1984. Nothing is allocated after the first run, and only what a run has touched is reset before the next.
struct Derivation {
  /// Which nodes came to hold in the last run.
  private(set) var holds: [Bool]
  private var missing: [Int]
  /// The nodes that have come to hold, in order.
  private var reached: [Int] = []

  /// Space for runs over a graph.
  init(_ graph: DerivationGraph) {
    holds = Array(repeating: false, count: graph.nodeCount)
    missing = graph.need
  }

  /// Derives everything that the modules allowed make true; O(a) for the arcs of what holds and of all sources.
  mutating func run(_ graph: DerivationGraph, allowing isAllowed: (Int) -> Bool) {
    forget(graph)
    for source in graph.sources where source >= graph.moduleCount || isAllowed(source) { reach(source) }
    propagate(graph, allowing: isAllowed)
  }

  /// Derives everything that these sources make true, with the modules allowed; O(a) for the arcs of what holds.
  mutating func run(_ graph: DerivationGraph, from sources: [Int], allowing isAllowed: (Int) -> Bool) {
    forget(graph)
    for source in sources { reach(source) }
    propagate(graph, allowing: isAllowed)
  }

  private mutating func reach(_ node: Int) {
    holds[node] = true
    reached.append(node)
  }

  private mutating func propagate(_ graph: DerivationGraph, allowing isAllowed: (Int) -> Bool) {
    var position = 0
    while position < reached.count {
      for arc in graph.parents.arcs(of: reached[position]) {
        let parent = graph.parents.ends[arc]
        missing[parent] -= graph.parents.weights[arc]
        if missing[parent] <= 0, !holds[parent], parent >= graph.moduleCount || isAllowed(parent) { reach(parent) }
      }
      position += 1
    }
  }

  /// Takes back the last run.
  private mutating func forget(_ graph: DerivationGraph) {
    for node in reached {
      holds[node] = false
      for arc in graph.parents.arcs(of: node) {
        let parent = graph.parents.ends[arc]
        missing[parent] = graph.need[parent]
      }
    }
    reached.removeAll(keepingCapacity: true)
  }
}
