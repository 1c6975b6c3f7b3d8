/// Finds what every plan needs, as far as one pass down from the goal shows it.
///
/// A child of a needed node is needed where the others that can come to hold do not make up the threshold.
struct Necessities {
  private var derivation: Derivation
  private var isNeeded: [Bool]
  private var stack: [Int] = []

  /// What was found.
  struct Found {
    /// Modules that every plan takes, in order.
    var modules: [Int]
    /// Needed nodes with a true choice of at least two among more, in order.
    var thresholds: [Int]
  }

  /// Space for one graph.
  init(_ graph: DerivationGraph) {
    derivation = Derivation(graph)
    isNeeded = Array(repeating: false, count: graph.nodeCount)
  }

  /// What every plan needs that takes no excluded module; nil where there is no such plan.
  ///
  /// O(a) for a arcs.
  mutating func find(_ graph: DerivationGraph, allowing decisions: [Relaxation.Decision]) -> Found? {
    derivation.run(graph) { decisions[$0] != .excluded }
    guard derivation.holds[graph.goal] else { return nil }
    for node in isNeeded.indices { isNeeded[node] = false }
    var found = Found(modules: [], thresholds: [])
    isNeeded[graph.goal] = true
    stack.append(graph.goal)
    while let node = stack.popLast() {
      if node < graph.moduleCount { found.modules.append(node) }
      var total = 0
      var largest = 0
      for arc in graph.children.arcs(of: node) where derivation.holds[graph.children.ends[arc]] {
        total += graph.children.weights[arc]
        largest = max(largest, graph.children.weights[arc])
      }
      var hasChoice = false
      for arc in graph.children.arcs(of: node) where derivation.holds[graph.children.ends[arc]] {
        let child = graph.children.ends[arc]
        if total - graph.children.weights[arc] >= graph.need[node] {
          hasChoice = true
        } else if !isNeeded[child] {
          isNeeded[child] = true
          stack.append(child)
        }
      }
      if hasChoice, graph.need[node] > 1 { found.thresholds.append(node) }
    }
    found.modules.sort()
    found.thresholds.sort()
    return found
  }
}
