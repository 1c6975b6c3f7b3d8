/// What can be derived while some nodes are kept from holding, and may be set free one by one.
///
/// Thresholds are counted down as in `Derivation`; a journal takes back what would make the target hold.
struct BlockedDerivation {
  /// Which nodes hold.
  private(set) var holds: [Bool]
  private var isBlocked: [Bool]
  private var missing: [Int]
  private var journal: [Int] = []

  /// Space for derivations in a graph.
  init(_ graph: DerivationGraph) {
    holds = Array(repeating: false, count: graph.nodeCount)
    isBlocked = holds
    missing = graph.need
  }

  /// Derives everything with these nodes blocked.
  ///
  /// O(a) for a arcs.
  mutating func start(_ graph: DerivationGraph, blocking nodes: some Sequence<Int>) {
    for node in holds.indices {
      holds[node] = false
      isBlocked[node] = false
      missing[node] = graph.need[node]
    }
    for node in nodes { isBlocked[node] = true }
    journal.removeAll(keepingCapacity: true)
    for source in graph.sources where !isBlocked[source] {
      holds[source] = true
      journal.append(source)
    }
    _ = propagate(graph, until: -1)
  }

  /// Sets a blocked node free, unless the target would then hold; whether it is free.
  mutating func free(_ node: Int, keeping target: Int, _ graph: DerivationGraph) -> Bool {
    isBlocked[node] = false
    guard missing[node] <= 0 else { return true }
    holds[node] = true
    journal.removeAll(keepingCapacity: true)
    journal.append(node)
    let processed = node == target ? 0 : propagate(graph, until: target)
    guard holds[target] else { return true }
    for position in journal.indices {
      let undone = journal[position]
      holds[undone] = false
      guard position < processed else { continue }
      for arc in graph.parents.arcs(of: undone) {
        missing[graph.parents.ends[arc]] += graph.parents.weights[arc]
      }
    }
    isBlocked[node] = true
    return false
  }

  /// Works off the journal until it is at its end or the target holds; how many entries were worked off.
  private mutating func propagate(_ graph: DerivationGraph, until target: Int) -> Int {
    var position = 0
    var isReached = false
    while position < journal.count, !isReached {
      let node = journal[position]
      position += 1
      for arc in graph.parents.arcs(of: node) {
        let parent = graph.parents.ends[arc]
        missing[parent] -= graph.parents.weights[arc]
        if missing[parent] <= 0, !holds[parent], !isBlocked[parent] {
          holds[parent] = true
          journal.append(parent)
          if parent == target { isReached = true }
        }
      }
    }
    return position
  }
}
