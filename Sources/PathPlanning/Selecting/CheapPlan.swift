import HeapModule

/// Finds cheap plans quickly, with no promise how cheap.
///
/// h_add (Bonet and Geffner, "Planning as heuristic search", 2001), generalised to thresholds: a node costs what its
/// cheapest children cost together, as if nothing were shared. The plan follows those children back from the goal;
/// what turns out not to be needed is dropped.
struct CheapPlan {
  /// So large that no plan costs as much, so small that adding a few never overflows.
  private static let ceiling = 1 << 40

  private var missing: [Int]
  private var spent: [Int]
  private var order: [Int]
  private var tipped: [Int]
  private var queue = Heap<Int>()
  private var stack: [Int] = []
  private var derivation: Derivation
  private var isIn: [Bool]
  private var isNeeded: [Bool]
  private var needed: [Int] = []

  /// Space for plans in one graph.
  init(_ graph: DerivationGraph) {
    missing = graph.need
    spent = graph.need
    order = graph.need
    tipped = graph.need
    derivation = Derivation(graph)
    isIn = Array(repeating: false, count: graph.moduleCount)
    isNeeded = Array(repeating: false, count: graph.nodeCount)
  }

  /// A plan none of whose modules can be dropped; nil where there is none.
  ///
  /// A negative cost excludes a module. O(a log n) for the sums and O(p · a) for dropping, with a arcs, n nodes and p modules in the plan.
  mutating func find(_ graph: DerivationGraph, costs: [Int]) -> [Int]? {
    guard addUp(graph, costs: costs) else { return nil }
    return prune(supports(graph), graph)
  }

  /// What remains of modules that reach the goal once those are dropped that are not needed, the dearest first.
  ///
  /// O((1 + q) · a) for a arcs of what the modules make true and q modules of which it is not plain that they are needed.
  mutating func prune(_ modules: [Int], _ graph: DerivationGraph) -> [Int] {
    for module in modules { isIn[module] = true }
    defer { for module in modules { isIn[module] = false } }
    let open = modules.filter { graph.need[$0] <= 0 }
    markNeeded(graph, from: open)
    for module in modules.sorted(by: { (-graph.minutes[$0], -$0) < (-graph.minutes[$1], -$1) })
    where isIn[module] && !isNeeded[module] {
      isIn[module] = false
      derivation.run(graph, from: open.filter { isIn[$0] }) { [isIn] in isIn[$0] }
      if derivation.holds[graph.goal] {
        // What rested on the module goes with it.
        for other in modules where isIn[other] && !derivation.holds[other] { isIn[other] = false }
        markNeeded(graph, from: open.filter { isIn[$0] })
      } else {
        isIn[module] = true
      }
    }
    for node in needed { isNeeded[node] = false }
    needed.removeAll(keepingCapacity: true)
    return modules.filter { isIn[$0] }.sorted()
  }

  /// Marks what cannot be spared, going back from the goal over thresholds that no other parts can make up.
  private mutating func markNeeded(_ graph: DerivationGraph, from open: [Int]) {
    derivation.run(graph, from: open) { [isIn] in isIn[$0] }
    for node in needed { isNeeded[node] = false }
    needed.removeAll(keepingCapacity: true)
    isNeeded[graph.goal] = true
    needed.append(graph.goal)
    var position = 0
    while position < needed.count {
      let arcs = graph.children.arcs(of: needed[position])
      let total = arcs.reduce(0) { derivation.holds[graph.children.ends[$1]] ? $0 + graph.children.weights[$1] : $0 }
      let spare = total - graph.need[needed[position]]
      for arc in arcs where graph.children.weights[arc] > spare {
        let child = graph.children.ends[arc]
        guard derivation.holds[child], !isNeeded[child] else { continue }
        isNeeded[child] = true
        needed.append(child)
      }
      position += 1
    }
  }

  /// A plan at least as cheap, found by forbidding in turn each of the plan's modules that may be and mending the rest.
  ///
  /// Goes on until that no longer helps. O(r · p · (a log n + p · a)) for r rounds; stops when out of time.
  mutating func improve(
    _ plan: [Int], _ graph: DerivationGraph, sparing isNeeded: (Int) -> Bool, isOutOfTime: () -> Bool
  ) -> [Int] {
    var best = plan
    var bestMinutes = graph.minutes(of: best)
    var hasImproved = true
    while hasImproved {
      hasImproved = false
      for forbidden in best where !isNeeded(forbidden) {
        if isOutOfTime() { return best }
        for share in [0, 1, 2] {
          var costs = graph.minutes
          for module in best { costs[module] = costs[module] * share / 2 }
          costs[forbidden] = -1
          guard let mended = find(graph, costs: costs) else { break }
          let minutes = graph.minutes(of: mended)
          if minutes < bestMinutes {
            (best, bestMinutes, hasImproved) = (mended, minutes, true)
          }
        }
        if hasImproved { break }
      }
    }
    return best
  }

  private mutating func addUp(_ graph: DerivationGraph, costs: [Int]) -> Bool {
    for node in missing.indices {
      missing[node] = graph.need[node]
      spent[node] = 0
      order[node] = Int.max
      tipped[node] = -1
    }
    queue = Heap()
    func enqueue(_ node: Int) {
      let cost = node < graph.moduleCount ? costs[node] : 0
      if cost >= 0 { queue.insert(min(spent[node] + cost, Self.ceiling) * graph.nodeCount + node) }
    }
    for source in graph.sources { enqueue(source) }
    var settled = 0
    while let key = queue.popMin() {
      let node = key % graph.nodeCount
      order[node] = settled
      if node == graph.goal { return true }
      for arc in graph.parents.arcs(of: node) {
        let parent = graph.parents.ends[arc]
        guard missing[parent] > 0 else { continue }
        missing[parent] -= graph.parents.weights[arc]
        spent[parent] = min(spent[parent] + key / graph.nodeCount, Self.ceiling)
        if missing[parent] <= 0 {
          tipped[parent] = settled
          enqueue(parent)
        }
      }
      settled += 1
    }
    return false
  }

  private mutating func supports(_ graph: DerivationGraph) -> [Int] {
    var isIn = [Bool](repeating: false, count: graph.nodeCount)
    isIn[graph.goal] = true
    stack.append(graph.goal)
    while let node = stack.popLast() {
      for arc in graph.children.arcs(of: node) {
        let child = graph.children.ends[arc]
        if order[child] <= tipped[node], !isIn[child] {
          isIn[child] = true
          stack.append(child)
        }
      }
    }
    return (0..<graph.moduleCount).filter { isIn[$0] }
  }
}

extension DerivationGraph {
  /// The minutes of modules together.
  func minutes(of modules: [Int]) -> Int {
    modules.reduce(0) { $0 + minutes[$1] }
  }
}
