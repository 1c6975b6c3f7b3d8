/// What can be derived while some nodes are kept from holding, and may be set free one by one.
///
/// Starts from what holds with nothing blocked and takes back what rests on the blocked nodes, so that the work is
/// for what they change: first all whose first derivation breaks, then what holds by another is put back (after Gupta,
/// Mumick and Subrahmanian, "Maintaining views incrementally", 1993). A journal takes back what would make the target
/// hold.
struct BlockedDerivation {
  /// Which nodes hold.
  private(set) var holds: [Bool]
  private var isBlocked: [Bool]
  /// By how much the weights of a node's children that hold fall short of its threshold.
  private var missing: [Int]
  /// By how much those of its children that held before it did in the first derivation exceed it.
  private var spare: [Int]
  private var journal: [Int] = []
  private var blocked: [Int] = []
  /// What was taken back since the last start; nothing else, and none but their parents' numbers, has changed.
  private var fallen: [Int] = []
  /// How things are with nothing blocked, and when each node came to hold.
  private let whole: (holds: [Bool], missing: [Int], spare: [Int], rank: [Int])

  /// Space for derivations in a graph; O(a) for a arcs.
  init(_ graph: DerivationGraph) {
    holds = Array(repeating: false, count: graph.nodeCount)
    isBlocked = holds
    missing = graph.need
    var rank = [Int](repeating: Int.max, count: graph.nodeCount)
    var order = graph.sources
    for source in order { holds[source] = true }
    var position = 0
    while position < order.count {
      let node = order[position]
      rank[node] = position
      position += 1
      for arc in graph.parents.arcs(of: node) {
        let parent = graph.parents.ends[arc]
        missing[parent] -= graph.parents.weights[arc]
        if missing[parent] <= 0, !holds[parent] {
          holds[parent] = true
          order.append(parent)
        }
      }
    }
    spare = graph.need.indices.map { node in
      graph.children.arcs(of: node).reduce(-graph.need[node]) { sum, arc in
        rank[graph.children.ends[arc]] < rank[node] ? sum + graph.children.weights[arc] : sum
      }
    }
    whole = (holds, missing, spare, rank)
  }

  /// Derives everything with these nodes blocked.
  ///
  /// O(a) for the arcs of the nodes whose first derivation rests on them, now and at the last start.
  mutating func start(_ graph: DerivationGraph, blocking nodes: some Sequence<Int>) {
    restore(graph)
    for node in nodes where !isBlocked[node] {
      isBlocked[node] = true
      blocked.append(node)
      if holds[node] { fell(node) }
    }
    var position = 0
    while position < fallen.count {
      let node = fallen[position]
      position += 1
      for arc in graph.parents.arcs(of: node) {
        let (parent, weight) = (graph.parents.ends[arc], graph.parents.weights[arc])
        missing[parent] += weight
        guard whole.rank[node] < whole.rank[parent] else { continue }
        spare[parent] -= weight
        if spare[parent] < 0, holds[parent] { fell(parent) }
      }
    }
    journal.removeAll(keepingCapacity: true)
    for node in fallen where missing[node] <= 0 && !isBlocked[node] {
      holds[node] = true
      journal.append(node)
    }
    _ = propagate(graph, until: -1)
  }

  private mutating func fell(_ node: Int) {
    holds[node] = false
    fallen.append(node)
  }

  private mutating func restore(_ graph: DerivationGraph) {
    for node in blocked { isBlocked[node] = false }
    blocked.removeAll(keepingCapacity: true)
    for node in fallen {
      holds[node] = whole.holds[node]
      for arc in graph.parents.arcs(of: node) {
        let parent = graph.parents.ends[arc]
        missing[parent] = whole.missing[parent]
        spare[parent] = whole.spare[parent]
      }
    }
    fallen.removeAll(keepingCapacity: true)
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
