/// What a pair can ever come to know: the least fixed point of opportunities over facts.
///
/// With alternatives and competences, cycles among modules are normal and harmless; what counts is whether a
/// module lies in the fixed point. Computed by counting unmet parts (Dowling and Gallier, "Linear-time algorithms
/// for testing the satisfiability of propositional Horn formulae", 1984), generalised to "at least n":
/// O(s) for s the size of all conditions and effects together.
package struct Reachability: Sendable {
  /// The opportunities that can be taken.
  package let modules: Set<Identifier<Module>>

  private let initial: Set<Fact>
  private let graph: ThresholdGraph
  private let holds: [Bool]

  /// The least fixed point from the facts given.
  package init(of opportunities: [Opportunity], from initial: Set<Fact> = []) {
    var graph = ThresholdGraph(capacity: opportunities.count)
    let doors = opportunities.map { graph.add($0) }
    let holds = graph.saturated(from: initial)
    var modules: Set<Identifier<Module>> = Set(minimumCapacity: opportunities.count)
    for (opportunity, door) in zip(opportunities, doors) where holds[door] { modules.insert(opportunity.module) }
    self.modules = modules
    (self.initial, self.graph, self.holds) = (initial, graph, holds)
  }

  /// Whether the fact can come to hold, or was given.
  package func contains(_ fact: Fact) -> Bool {
    graph.node(of: fact).map { holds[$0] } ?? initial.contains(fact)
  }

  /// Whether the condition can come to hold.
  package func reaches(_ condition: Condition<Fact>) -> Bool {
    condition.holds(contains)
  }

  /// A smallest-by-inclusion set of facts outside the fixed point which, were they given, would let the condition
  /// hold; empty where it can hold anyway.
  ///
  /// Only facts that no opportunity makes true, or whose makers wait for such facts in turn, are named: the
  /// places where a trainer must mend something. O(f · s) for f candidate facts.
  package func blockingSet(for condition: Condition<Fact>, in opportunities: [Opportunity]) -> [Fact] {
    guard !self.reaches(condition) else { return [] }
    var candidates = unreachedLeaves(from: condition, in: opportunities)
    func reaches(given facts: [Fact]) -> Bool {
      Reachability(of: opportunities, from: initial.union(facts)).reaches(condition)
    }
    // Drop what is not needed, from the end: what comes first in reading order stays.
    for fact in candidates.reversed() {
      let fewer = candidates.filter { $0 != fact }
      if reaches(given: fewer) { candidates = fewer }
    }
    return candidates
  }

  /// The unreached facts on which the condition rests, those that nothing makes true first: they are the roots.
  private func unreachedLeaves(from condition: Condition<Fact>, in opportunities: [Opportunity]) -> [Fact] {
    let makers = Dictionary(
      grouping: opportunities.flatMap { opportunity in opportunity.effects.map { ($0, opportunity) } }, by: \.0)
    var seen: Set<Fact> = []
    var ordered: [Fact] = []
    var queue = condition.leaves
    while !queue.isEmpty {
      let fact = queue.removeFirst()
      guard !contains(fact), seen.insert(fact).inserted else { continue }
      ordered.append(fact)
      for (_, maker) in makers[fact] ?? [] { queue += maker.condition.leaves }
    }
    return ordered.filter { makers[$0] == nil } + ordered.filter { makers[$0] != nil }
  }
}

/// Facts and conditions flattened to nodes that hold once enough of what leads to them does.
///
/// Numbers in few arrays instead of objects: a library of 10,000 modules is a graph of 40,000 nodes.
private struct ThresholdGraph {
  private struct Node {
    var missing: Int
    var firstEdge: Int?
  }

  private struct Edge {
    let target: Int
    let next: Int?
  }

  private var nodes: [Node] = []
  private var edges: [Edge] = []
  private var factNodes: [Fact: Int] = [:]

  /// An empty graph, with room for about as many opportunities.
  init(capacity: Int) {
    nodes.reserveCapacity(4 * capacity)
    edges.reserveCapacity(4 * capacity)
    factNodes.reserveCapacity(2 * capacity)
  }

  /// Adds an opportunity; the node that holds once it can be taken.
  mutating func add(_ opportunity: Opportunity) -> Int {
    let door = node(for: opportunity.condition)
    for effect in opportunity.effects { lead(from: door, to: node(for: effect)) }
    return door
  }

  /// The node of a fact that some condition or effect names.
  func node(of fact: Fact) -> Int? { factNodes[fact] }

  private mutating func node(for condition: Condition<Fact>) -> Int {
    switch condition {
    case .leaf(let fact): node(for: fact)
    case .all(let parts): node(needing: parts.count, of: parts)
    case .any(let parts): node(needing: 1, of: parts)
    case .atLeast(let count, let parts): node(needing: count, of: parts)
    }
  }

  private mutating func node(needing count: Int, of parts: [Condition<Fact>]) -> Int {
    nodes.append(Node(missing: count))
    let whole = nodes.count - 1
    for part in parts { lead(from: node(for: part), to: whole) }
    return whole
  }

  private mutating func node(for fact: Fact) -> Int {
    if let known = factNodes[fact] { return known }
    nodes.append(Node(missing: 1))
    factNodes[fact] = nodes.count - 1
    return nodes.count - 1
  }

  private mutating func lead(from source: Int, to target: Int) {
    edges.append(Edge(target: target, next: nodes[source].firstEdge))
    nodes[source].firstEdge = edges.count - 1
  }

  /// Which nodes come to hold when these facts are given.
  func saturated(from initial: Set<Fact>) -> [Bool] {
    var missing = nodes.map(\.missing)
    var holds = [Bool](repeating: false, count: nodes.count)
    var ready = nodes.indices.filter { missing[$0] <= 0 } + initial.compactMap { factNodes[$0] }
    while let node = ready.popLast() {
      guard !holds[node] else { continue }
      holds[node] = true
      var next = nodes[node].firstEdge
      while let edge = next {
        let target = edges[edge].target
        missing[target] -= 1
        if missing[target] <= 0 { ready.append(target) }
        next = edges[edge].next
      }
    }
    return holds
  }
}
