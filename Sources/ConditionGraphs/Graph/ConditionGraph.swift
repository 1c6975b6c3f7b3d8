package import CurriculumModel

/// What stands in the way of what: modules, the conditions between them, and what they lead to.
///
/// Conditions are drawn as their authors wrote them: what a module needs points at it; where one of several is enough, or
/// two of three, they meet in a junction that says so.
package struct ConditionGraph: Sendable {
  /// The nodes, each once: modules, then what their conditions ask for, then goals.
  package private(set) var nodes: [Node] = []
  /// The edges, from what is needed to what needs it.
  package private(set) var edges: [Edge] = []

  /// What a node stands for.
  package enum Node: Hashable, Sendable {
    /// A module.
    case module(Identifier<Module>)
    /// A competence that these people must have, at this level or above.
    case competence(LevelledCompetence, of: [Partner])
    /// The place of a condition's junction in order of the graph, and how many of how many parts are asked for.
    case junction(Int, atLeast: Int, of: Int)
    /// A group of the curriculum.
    case group(Identifier<Group>)
    /// A sum of minutes or of modules that a certificate asks for.
    case amount(Earning, for: Identifier<Certificate>)
    /// A certificate.
    case certificate(Identifier<Certificate>)
  }

  /// That one node leads to another.
  package struct Edge: Hashable, Sendable {
    /// Why.
    package enum Kind: Sendable {
      /// What it leads to asks for it.
      case needed
      /// It teaches the competence, as others may.
      case teaches
    }

    /// What is needed.
    package let from: Node
    /// What needs it.
    package let to: Node
    /// Why.
    package let kind: Kind
  }

  /// The conditions among modules, with what these rest on in turn; without modules, of the whole library.
  package init(of modules: [Identifier<Module>] = [], in library: Library) {
    var builder = GraphBuilder(library: library)
    builder.add(modules.isEmpty ? library.modulesInOrder.map(\.id) : modules)
    (nodes, edges) = builder.finished
  }

  /// The conditions of a curriculum: its groups and certificates, and what their modules rest on.
  package init(of curriculum: Curriculum, in library: Library) {
    var builder = GraphBuilder(library: library)
    builder.add(curriculum)
    (nodes, edges) = builder.finished
  }
}

extension Group {
  /// Whether it asks for minutes out of so many modules that drawing them all would hide the rest.
  fileprivate var isFolded: Bool {
    if case .minutes = choice { modules.count > 8 } else { false }
  }
}

/// Builds a graph from the goals back to what they rest on.
private struct GraphBuilder {
  let library: Library
  private var modules: [Identifier<Module>] = []
  private var others: [ConditionGraph.Node] = []
  private var goals: [ConditionGraph.Node] = []
  private var edges: [ConditionGraph.Edge] = []
  private var known: Set<ConditionGraph.Node> = []
  private var junctions = 0
  /// Groups of which only those modules are drawn that are there for another reason.
  private var folded: [Group] = []

  init(library: Library) {
    self.library = library
  }

  /// The nodes and edges, each once, with the edges from the modules that teach what conditions ask for.
  var finished: (nodes: [ConditionGraph.Node], edges: [ConditionGraph.Edge]) {
    mutating get {
      addTeachers()
      for group in folded {
        for module in group.modules where known.contains(.module(module)) {
          connect(.module(module), to: .group(group.id))
        }
      }
      var seen: Set<ConditionGraph.Edge> = []
      return (
        modules.sorted().map { .module($0) } + others + goals, edges.filter { seen.insert($0).inserted }
      )
    }
  }

  mutating func add(_ curriculum: Curriculum) {
    add(curriculum.milestones.map(\.module))
    for group in curriculum.groups {
      if group.isFolded {
        folded.append(group)
      } else {
        add(group.modules)
      }
      let node = ConditionGraph.Node.group(group.id)
      add(node, to: \.goals)
      guard !group.isFolded else { continue }
      for module in group.modules { connect(.module(module), to: node) }
    }
    for certificate in curriculum.certificates {
      let node = ConditionGraph.Node.certificate(certificate.id)
      add(node, to: \.goals)
      connect(parts(of: certificate.earnedWhen), to: node) { builder, earning in
        builder.node(for: earning, of: certificate)
      }
    }
  }

  mutating func add(_ ids: [Identifier<Module>]) {
    for id in ids where known.insert(.module(id)).inserted {
      modules.append(id)
      guard let module = library.modules[id] else { continue }
      connect(parts(of: module.requires), to: .module(id)) { builder, requirement in
        builder.node(for: requirement, mentees: module.direction.mentees)
      }
    }
  }

  private mutating func add(_ node: ConditionGraph.Node, to list: WritableKeyPath<Self, [ConditionGraph.Node]>) {
    if known.insert(node).inserted { self[keyPath: list].append(node) }
  }

  private mutating func connect(
    _ from: ConditionGraph.Node, to node: ConditionGraph.Node, _ kind: ConditionGraph.Edge.Kind = .needed
  ) {
    edges.append(ConditionGraph.Edge(from: from, to: node, kind: kind))
  }

  /// The parts that must all hold.
  private func parts<Leaf>(of condition: Condition<Leaf>) -> [Condition<Leaf>] {
    switch condition {
    case .all(let parts): parts.flatMap { self.parts(of: $0) }
    case .any(let parts) where parts.count == 1: self.parts(of: parts[0])
    case .atLeast(let n, let parts) where n >= parts.count: parts.flatMap { self.parts(of: $0) }
    case .leaf, .any, .atLeast: [condition]
    }
  }

  /// Lets everything that parts ask for point at a node, through junctions where not all of it is asked for.
  private mutating func connect<Leaf>(
    _ parts: [Condition<Leaf>], to node: ConditionGraph.Node,
    _ leafNode: (inout Self, Leaf) -> ConditionGraph.Node
  ) {
    for part in parts {
      switch part {
      case .leaf(let leaf): connect(leafNode(&self, leaf), to: node)
      case .all(let inner): join(inner, atLeast: inner.count, to: node, leafNode)
      case .any(let inner): join(inner, atLeast: 1, to: node, leafNode)
      case .atLeast(let n, let inner): join(inner, atLeast: n, to: node, leafNode)
      }
    }
  }

  private mutating func join<Leaf>(
    _ inner: [Condition<Leaf>], atLeast count: Int, to node: ConditionGraph.Node,
    _ leafNode: (inout Self, Leaf) -> ConditionGraph.Node
  ) {
    junctions += 1
    let junction = ConditionGraph.Node.junction(junctions, atLeast: count, of: inner.count)
    add(junction, to: \.others)
    connect(inner, to: junction, leafNode)
    connect(junction, to: node)
  }

  private mutating func node(for requirement: Requirement, mentees: [Partner]) -> ConditionGraph.Node {
    switch requirement {
    case .passed(let module):
      add([module])
      return .module(module)
    case .competence(let competence, let named): return self.node(for: competence, of: named?.members ?? mentees)
    }
  }

  private mutating func node(for earning: Earning, of certificate: Certificate) -> ConditionGraph.Node {
    switch earning {
    case .passed(let module):
      add([module])
      return .module(module)
    case .chosen(let group):
      add(.group(group), to: \.goals)
      return .group(group)
    case .competence(let competence, let named, _):
      return self.node(for: competence, of: named?.members ?? certificate.holder.members)
    case .minutes, .delivered:
      let node = ConditionGraph.Node.amount(earning, for: certificate.id)
      add(node, to: \.others)
      return node
    }
  }

  private mutating func node(for competence: LevelledCompetence, of partners: [Partner]) -> ConditionGraph.Node {
    let node = ConditionGraph.Node.competence(competence, of: partners)
    add(node, to: \.others)
    return node
  }

  /// Connects each competence with the modules that teach it: those that are here, or all where none is.
  private mutating func addTeachers() {
    var next = 0
    // Modules that are added bring conditions of their own, and these competences.
    while next < others.count {
      defer { next += 1 }
      guard case .competence(let competence, let partners) = others[next] else { continue }
      let teachers = library.offeredModules.filter { module in
        let taught = module.outcomes(for: partners)
        return partners.contains { taught.contains(.holds($0, competence)) }
      }.map(\.id)
      let here = teachers.filter { known.contains(.module($0)) }
      if here.isEmpty { add(teachers) }
      for teacher in here.isEmpty ? teachers : here { connect(.module(teacher), to: others[next], .teaches) }
    }
  }
}
