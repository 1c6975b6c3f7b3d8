package import CurriculumModel

/// What in a library rests on a module.
package struct LibraryImpact: Sendable {
  /// The module.
  package let module: Identifier<Module>
  /// The modules whose conditions ask for it, or for a competence that it teaches, in order of identifier.
  package private(set) var required: [Identifier<Module>] = []
  /// The modules that recommend it.
  package private(set) var recommended: [Identifier<Module>] = []
  /// The modules that it renews.
  package private(set) var renews: [Identifier<Module>] = []
  /// The curricula that it belongs to, in order of identifier.
  package private(set) var curricula: [CurriculumImpact] = []

  /// What a module means to a curriculum.
  package struct CurriculumImpact: Sendable {
    /// The curriculum.
    package let curriculum: Identifier<Curriculum>
    /// The groups that list it.
    package let groups: [Identifier<Group>]
    /// Whether it is a milestone.
    package let isMilestone: Bool
    /// The certificates that its pass can count for.
    package let certificates: [Identifier<Certificate>]
  }

  /// Looks for a module in a library's conditions; O(c · s) for c curricula and s the size of their conditions.
  package init(of module: Identifier<Module>, in library: Library) {
    self.module = module
    let whole = ConditionGraph(in: library)
    for other in library.modulesInOrder where other.id != module {
      if whole.leads(from: .module(module), to: .module(other.id), through: { !$0.isModule }) {
        required.append(other.id)
      }
      if other.recommends.contains(where: { $0.condition.leaves.contains(.passed(module)) }) {
        recommended.append(other.id)
      }
      if other.validity?.refresh == module { renews.append(other.id) }
    }
    for curriculum in library.curricula.values.sorted(by: { $0.id < $1.id }) {
      let graph = ConditionGraph(of: curriculum, in: library)
      let groups = curriculum.groups.filter { $0.modules.contains(module) }.map(\.id)
      guard graph.nodes.contains(.module(module)) || !groups.isEmpty else { continue }
      curricula.append(
        CurriculumImpact(
          curriculum: curriculum.id, groups: groups,
          isMilestone: curriculum.milestones.contains { $0.module == module },
          certificates: curriculum.certificates.filter { certificate in
            graph.leads(from: .module(module), to: .certificate(certificate.id)) { _ in true }
              || certificate.earnedWhen.leaves.contains { groups.map(Earning.chosen).contains($0) }
              || certificate.earnedWhen.leaves.contains { library.modules[module].map($0.counts) ?? false }
          }.map(\.id)))
    }
  }
}

extension Earning {
  /// Whether a module's minutes or its pass add to the sum that is asked for.
  fileprivate func counts(_ module: Module) -> Bool {
    switch self {
    case .minutes(_, let direction, let theme):
      (direction == nil || direction == module.direction) && (theme == nil || theme == module.theme)
    case .delivered(_, let direction): direction == module.direction
    case .passed, .chosen, .competence: false
    }
  }
}

extension ConditionGraph.Node {
  fileprivate var isModule: Bool {
    if case .module = self { true } else { false }
  }
}

extension ConditionGraph {
  /// Whether edges lead from one node to another by way of nodes that are admitted.
  fileprivate func leads(from start: Node, to end: Node, through isAdmitted: (Node) -> Bool) -> Bool {
    var following: [Node: [Node]] = [:]
    for edge in edges { following[edge.from, default: []].append(edge.to) }
    var seen: Set<Node> = [start]
    var waiting = [start]
    while let node = waiting.popLast() {
      for next in following[node] ?? [] {
        if next == end { return true }
        if isAdmitted(next), seen.insert(next).inserted { waiting.append(next) }
      }
    }
    return false
  }
}
