/// What can be true of a pair, as far as conditions ask.
package enum Fact: Hashable, Sendable {
  /// Whoever would be the module's mentees in this pair have passed it, or the pair has, where it counts for the pair.
  case passed(Identifier<Module>)
  /// This partner has the competence at this level (0 in a framework without levels).
  case holds(Partner, LevelledCompetence)
}

extension Fact: Comparable {
  package static func < (a: Self, b: Self) -> Bool {
    switch (a, b) {
    case (.passed(let a), .passed(let b)): a < b
    case (.passed, .holds): true
    case (.holds, .passed): false
    case (.holds(let a, let c), .holds(let b, let d)): a == b ? c < d : a < b
    }
  }
}

/// Something a pair can do: a module, when its condition holds, for what it then makes true.
package struct Opportunity: Hashable, Sendable {
  /// The module.
  package let module: Identifier<Module>
  /// The minutes together.
  package let minutes: Minutes
  /// Who mentors.
  package let direction: Direction
  /// What must hold first.
  package let condition: Condition<Fact>
  /// What holds afterwards; a competence stands with every level below it.
  package let effects: [Fact]

  /// An opportunity from its parts.
  package init(
    module: Identifier<Module>, minutes: Minutes, direction: Direction, condition: Condition<Fact>, effects: [Fact]
  ) {
    self.module = module
    self.minutes = minutes
    self.direction = direction
    self.condition = condition
    self.effects = effects
  }
}

extension Fact {
  /// What follows from a partner's having a competence: the same at every level from 1 (or 0, where it has none).
  package static func competences(_ partner: Partner, _ held: LevelledCompetence) -> [Fact] {
    let levels = held.level == 0 ? 0...0 : 1...held.level
    return levels.map { .holds(partner, LevelledCompetence(held.competence, level: $0)) }
  }
}

extension Condition<Fact> {
  /// A requirement as it reads for a pair, where `mentees` learn in the module that states it.
  package init(_ requirement: Requirement, mentees: [Partner]) {
    switch requirement {
    case .passed(let module):
      self = .leaf(.passed(module))
    case .competence(let competence, let named):
      let parts = (named?.members ?? mentees).map { Condition.leaf(.holds($0, competence)) }
      self = parts.count == 1 ? parts[0] : .all(parts)
    }
  }
}

extension Module {
  /// The module as something a pair can do.
  package var opportunity: Opportunity { outline.opportunity }

  /// The competences that the module brings to these partners, with every level below.
  package func outcomes(for partners: [Partner]) -> [Fact] {
    Fact.outcomes(of: objectives.map { ($0.audience, $0.competences) }, for: partners)
  }
}

extension Fact {
  /// The competences that objectives bring to these partners, with every level below, in order.
  package static func outcomes(
    of objectives: [(audience: Partners, competences: [LevelledCompetence])], for partners: [Partner]
  ) -> [Fact] {
    var facts: Set<Fact> = []
    for (audience, competences) in objectives {
      for partner in audience.members where partners.contains(partner) {
        for competence in competences { facts.formUnion(Fact.competences(partner, competence)) }
      }
    }
    return facts.sorted()
  }
}
