/// What comes to hold when some of the modules may be taken: the least fixed point, by counting down thresholds.
///
/// After Dowling and Gallier, "Linear-time algorithms for testing the satisfiability of propositional Horn formulae",
/// 1984. O(a) for a arcs; nothing is allocated after the first run.
struct Derivation {
  /// Which nodes came to hold in the last run.
  private(set) var holds: [Bool]
  private var missing: [Int]
  private var stack: [Int] = []

  /// Space for runs over a graph.
  init(_ graph: DerivationGraph) {
    holds = Array(repeating: false, count: graph.nodeCount)
    missing = graph.need
  }

  /// Derives everything that the modules allowed make true.
  mutating func run(_ graph: DerivationGraph, allowing isAllowed: (Int) -> Bool) {
    for node in holds.indices {
      holds[node] = false
      missing[node] = graph.need[node]
    }
    for source in graph.sources where source >= graph.moduleCount || isAllowed(source) {
      holds[source] = true
      stack.append(source)
    }
    while let node = stack.popLast() {
      for arc in graph.parents.arcs(of: node) {
        let parent = graph.parents.ends[arc]
        missing[parent] -= graph.parents.weights[arc]
        if missing[parent] <= 0, !holds[parent], parent >= graph.moduleCount || isAllowed(parent) {
          holds[parent] = true
          stack.append(parent)
        }
      }
    }
  }
}
