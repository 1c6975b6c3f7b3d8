/// What a pair can ever come to know: the least fixed point of opportunities over facts.
///
/// With alternatives and competences, cycles among modules are normal and harmless; what counts is whether a
/// module lies in the fixed point. Computed by counting unmet parts (Dowling and Gallier, "Linear-time algorithms
/// for testing the satisfiability of propositional Horn formulae", 1984), generalised to "at least n":
/// O(s) for s the size of all conditions and effects together.
package struct Reachability: Sendable {
  /// The facts that can come to hold, those given at first included.
  package let facts: Set<Fact>
  /// The opportunities that can be taken.
  package let modules: Set<Identifier<Module>>

  /// The least fixed point from the facts given.
  package init(of opportunities: [Opportunity], from initial: Set<Fact> = []) {
    var graph = ThresholdGraph()
    for opportunity in opportunities { graph.add(opportunity) }
    (facts, modules) = graph.saturate(from: initial)
  }

  /// Whether the condition can come to hold.
  package func reaches(_ condition: Condition<Fact>) -> Bool {
    condition.holds(facts.contains)
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
      Reachability(of: opportunities, from: self.facts.union(facts)).reaches(condition)
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
      guard !facts.contains(fact), seen.insert(fact).inserted else { continue }
      ordered.append(fact)
      for (_, maker) in makers[fact] ?? [] { queue += maker.condition.leaves }
    }
    return ordered.filter { makers[$0] == nil } + ordered.filter { makers[$0] != nil }
  }
}

/// Conditions flattened to nodes that hold once enough of their parts do.
private struct ThresholdGraph {
  private struct Node {
    var missing: Int
    var parents: [Int] = []
    var fact: Fact?
    var module: Identifier<Module>?
    var effects: [Fact] = []
  }

  private var nodes: [Node] = []
  private var factNodes: [Fact: Int] = [:]

  mutating func add(_ opportunity: Opportunity) {
    let condition = node(for: opportunity.condition)
    nodes.append(Node(missing: 1, module: opportunity.module, effects: opportunity.effects))
    nodes[condition].parents.append(nodes.count - 1)
  }

  private mutating func node(for condition: Condition<Fact>) -> Int {
    let needed: Int
    let parts: [Condition<Fact>]
    switch condition {
    case .leaf(let fact): return node(for: fact)
    case .all(let all): (needed, parts) = (all.count, all)
    case .any(let any): (needed, parts) = (1, any)
    case .atLeast(let n, let some): (needed, parts) = (n, some)
    }
    let children = parts.map { node(for: $0) }
    nodes.append(Node(missing: needed))
    for child in children { nodes[child].parents.append(nodes.count - 1) }
    return nodes.count - 1
  }

  private mutating func node(for fact: Fact) -> Int {
    if let known = factNodes[fact] { return known }
    nodes.append(Node(missing: 1, fact: fact))
    factNodes[fact] = nodes.count - 1
    return nodes.count - 1
  }

  func saturate(from initial: Set<Fact>) -> (Set<Fact>, Set<Identifier<Module>>) {
    var missing = nodes.map(\.missing)
    var held = [Bool](repeating: false, count: nodes.count)
    var facts = initial
    var modules: Set<Identifier<Module>> = []
    var ready = nodes.indices.filter { missing[$0] <= 0 } + initial.compactMap { factNodes[$0] }
    while let index = ready.popLast() {
      guard !held[index] else { continue }
      held[index] = true
      if let fact = nodes[index].fact { facts.insert(fact) }
      if let module = nodes[index].module { modules.insert(module) }
      for effect in nodes[index].effects where facts.insert(effect).inserted {
        if let node = factNodes[effect] { ready.append(node) }
      }
      for parent in nodes[index].parents {
        missing[parent] -= 1
        if missing[parent] <= 0 { ready.append(parent) }
      }
    }
    return (facts, modules)
  }
}
