import CurriculumModel

/// Turns the conditions of a problem into nodes, each fact once; what is settled from the start becomes no node.
///
/// Only the conditions of modules that the goal may rest on are looked at: a large library costs what the goal needs.
struct DerivationGraphBuilder {
  /// A condition as far as it is known.
  enum Literal {
    /// It holds from the start.
    case holds
    /// It can never hold.
    case never
    /// It holds when this node does.
    case node(Int)
  }

  private let problem: PlanningProblem
  private let modules: [Identifier<Module>]
  private let minutes: [Int]
  private let passedTogether: Set<Identifier<Module>>
  private var moduleNodes: [Identifier<Module>: Int] = [:]
  /// The modules that give each fact; that a module gives its own passing, as most do, stands in `givesItself`.
  private var makers: [Fact: [Int]] = [:]
  private var givesItself: [Bool] = []
  private var factLiterals: [Fact: Literal] = [:]
  /// What the passing of each open module comes to, once it was asked for: most facts are such.
  private var passings: [Literal?] = []
  private var need: [Int] = []
  private var children: [[DerivationGraph.Arc]] = []
  private var origins: [DerivationGraph.Origin] = []
  /// How many conditions with parts, and sums, have been met so far.
  private var gateCount = 0

  private init(_ problem: PlanningProblem, for goal: Condition<GoalLeaf>) {
    self.problem = problem
    let candidates = problem.candidates
    let places = candidates.indices.filter { !problem.held.contains(.passed(candidates[$0].opportunity.module)) }
      .sorted { candidates[$0].opportunity.module < candidates[$1].opportunity.module }
    let open = places.map { candidates[$0].opportunity }
    modules = open.map(\.module)
    minutes = open.map(\.minutes.count)
    passedTogether = Set(problem.passedTogether.map(\.module))
    moduleNodes.reserveCapacity(open.count)
    makers.reserveCapacity(open.count)
    givesItself.reserveCapacity(open.count)
    for (node, opportunity) in open.enumerated() {
      moduleNodes[opportunity.module] = node
      let own = Fact.passed(opportunity.module)
      givesItself.append(opportunity.effects.contains(own))
      for effect in opportunity.effects where effect != own && !problem.held.contains(effect) {
        makers[effect, default: []].append(node)
      }
    }
    passings = Array(repeating: nil, count: open.count)
    need = Array(repeating: 0, count: open.count)
    children = Array(repeating: [], count: open.count)
    origins = Array(repeating: .module, count: open.count)
    let isOfUse = modules(behind: goal) { open[$0].condition }
    for (node, opportunity) in open.enumerated() {
      guard isOfUse[node] else {
        // Numbers of conditions do not depend on the goal.
        gateCount += opportunity.condition.gateCount
        continue
      }
      switch literal(opportunity.condition) {
      case .holds: break
      case .never: need[node] = 1
      case .node(let condition):
        need[node] = 1
        children[node] = [DerivationGraph.Arc(node: condition, weight: 1)]
      }
    }
  }

  /// The graph of a problem whose goal is also to make up further quantities; `nil` with the verdict where the goal
  /// holds already or can never hold.
  static func graph(
    of problem: PlanningProblem, making quantities: [Quantity] = []
  ) -> (graph: DerivationGraph?, goalHolds: Bool) {
    let wanted = Condition<GoalLeaf>.all([problem.goal] + quantities.map { .leaf(.sum($0)) })
    var builder = DerivationGraphBuilder(problem, for: wanted)
    switch builder.literal(wanted) {
    case .holds: return (nil, true)
    case .never: return (nil, false)
    case .node(let goal): return (builder.relevantPart(for: goal), false)
    }
  }

  /// Which modules give what the goal asks for, or what those modules ask for, and so on; O(s) for s the size of their
  /// conditions and effects.
  private func modules(behind goal: Condition<GoalLeaf>, condition: (Int) -> Condition<Fact>) -> [Bool] {
    var isOfUse = [Bool](repeating: false, count: modules.count)
    var isPassingSeen = isOfUse
    // What has been looked at is taken out.
    var makers = makers
    var stack: [Int] = []
    func reach(_ node: Int) {
      guard !isOfUse[node] else { return }
      isOfUse[node] = true
      stack.append(node)
    }
    func look(for fact: Fact) {
      if case .passed(let module) = fact, let node = moduleNodes[module] {
        guard !isPassingSeen[node] else { return }
        isPassingSeen[node] = true
        reach(node)
      }
      for node in makers.removeValue(forKey: fact) ?? [] { reach(node) }
    }
    goal.forEachLeaf { leaf in
      switch leaf {
      case .fact(let fact): look(for: fact)
      case .sum(let quantity): for weight in quantity.weights { look(for: .passed(weight.module)) }
      }
    }
    while let node = stack.popLast() { condition(node).forEachLeaf { look(for: $0) } }
    return isOfUse
  }

  private mutating func literal(_ condition: Condition<Fact>) -> Literal {
    switch condition {
    case .leaf(let fact): return literal(fact)
    case .all(let parts): return gate(parts.count) { builder in parts.map { builder.literal($0) } }
    case .any(let parts): return gate(1) { builder in parts.map { builder.literal($0) } }
    case .atLeast(let n, let parts): return gate(n) { builder in builder.literals(parts) { $0.literal($1) } }
    }
  }

  private mutating func literal(_ condition: Condition<GoalLeaf>) -> Literal {
    switch condition {
    case .leaf(.fact(let fact)): return literal(fact)
    case .leaf(.sum(let quantity)): return literal(quantity)
    case .all(let parts): return gate(parts.count) { builder in parts.map { builder.literal($0) } }
    case .any(let parts): return gate(1) { builder in parts.map { builder.literal($0) } }
    case .atLeast(let n, let parts): return gate(n) { builder in builder.literals(parts) { $0.literal($1) } }
    }
  }

  /// Of equal parts in a row, which say what they are worth, the first stands for all.
  private mutating func literals<Leaf: Equatable>(
    _ parts: [Condition<Leaf>], _ literal: (inout Self, Condition<Leaf>) -> Literal
  ) -> [Literal] {
    var literals: [Literal] = []
    literals.reserveCapacity(parts.count)
    for (place, part) in parts.enumerated() {
      if place > 0, part == parts[place - 1] {
        literals.append(literals[place - 1])
      } else {
        literals.append(literal(&self, part))
      }
    }
    return literals
  }

  /// A condition with parts; it is numbered before them.
  private mutating func gate(_ wanted: Int, _ parts: (inout Self) -> [Literal]) -> Literal {
    let number = gateCount
    gateCount += 1
    return threshold(wanted, parts(&self).map { ($0, 1) }, from: .gate(number))
  }

  private mutating func literal(_ fact: Fact) -> Literal {
    if case .passed(let module) = fact, let node = moduleNodes[module] {
      // The module is open, so the fact does not hold.
      if let known = passings[node] { return known }
      let literal = literal(of: fact, makers: (makers[fact] ?? []) + (givesItself[node] ? [node] : []))
      passings[node] = literal
      return literal
    }
    if problem.held.contains(fact) { return .holds }
    if let known = factLiterals[fact] { return known }
    let literal = literal(of: fact, makers: makers[fact] ?? [])
    factLiterals[fact] = literal
    return literal
  }

  private mutating func literal(of fact: Fact, makers: [Int]) -> Literal {
    if makers.count == 1 { return .node(makers[0]) }
    return threshold(1, makers.map { (.node($0), 1) }, from: .fact(fact))
  }

  private mutating func literal(_ quantity: Quantity) -> Literal {
    let open = max(0, quantity.atLeast) - quantity.amount(of: passedTogether)
    let parts = quantity.weights.filter { !passedTogether.contains($0.module) }
      .compactMap { weight in moduleNodes[weight.module].map { (Literal.node($0), weight.amount) } }
    gateCount += 1
    return threshold(open, parts, from: .gate(gateCount - 1))
  }

  private mutating func threshold(
    _ wanted: Int, _ parts: [(literal: Literal, weight: Int)], from origin: DerivationGraph.Origin
  ) -> Literal {
    var open = max(0, wanted)
    var arcs: [DerivationGraph.Arc] = []
    for part in parts {
      switch part.literal {
      case .holds: open -= part.weight
      case .never: break
      case .node(let node): arcs.append(DerivationGraph.Arc(node: node, weight: part.weight))
      }
    }
    guard open > 0 else { return .holds }
    arcs.sort { $0.node < $1.node }
    var merged: [DerivationGraph.Arc] = []
    for arc in arcs where arc.weight > 0 {
      if let last = merged.last, last.node == arc.node {
        merged[merged.count - 1].weight = last.weight + arc.weight
      } else {
        merged.append(arc)
      }
    }
    // Nothing between two multiples can be made up.
    let unit = merged.reduce(0) { greatestCommonDivisor($0, $1.weight) }
    if unit > 1 { open = (open + unit - 1) / unit * unit }
    var total = 0
    for index in merged.indices {
      // Weights above the threshold would only weaken the bounds.
      merged[index].weight = min(merged[index].weight, open)
      total += merged[index].weight
    }
    guard total >= open else { return .never }
    if merged.count == 1 { return .node(merged[0].node) }
    need.append(open)
    children.append(merged)
    origins.append(origin)
    return .node(need.count - 1)
  }

  /// The nodes that can come to hold and that the goal rests on, numbered anew in the same order.
  private func relevantPart(for goal: Int) -> DerivationGraph? {
    let whole = DerivationGraph(
      modules: modules, minutes: minutes, need: need, children: DerivationGraph.Adjacency(children), origins: origins,
      goal: goal)
    var derivation = Derivation(whole)
    derivation.run(whole) { _ in true }
    guard derivation.holds[goal] else { return nil }
    var relevant = [Bool](repeating: false, count: need.count)
    relevant[goal] = true
    var stack = [goal]
    while let node = stack.popLast() {
      for arc in whole.children.arcs(of: node) {
        let child = whole.children.ends[arc]
        guard derivation.holds[child], !relevant[child] else { continue }
        relevant[child] = true
        stack.append(child)
      }
    }
    return whole.restricted(to: need.indices.filter { relevant[$0] })
  }
}

extension Condition where Leaf: Equatable {
  /// How many conditions with parts there are in it, equal parts in a row counted once.
  fileprivate var gateCount: Int {
    switch self {
    case .leaf: 0
    case .all(let parts), .any(let parts): parts.reduce(1) { $0 + $1.gateCount }
    case .atLeast(_, let parts):
      parts.indices.reduce(1) { count, place in
        place > 0 && parts[place] == parts[place - 1] ? count : count + parts[place].gateCount
      }
    }
  }
}
