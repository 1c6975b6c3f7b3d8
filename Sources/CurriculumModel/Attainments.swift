/// What the two people of a pair already have, whoever says so.
package struct Attainments: Equatable, Sendable {
  /// Modules that each has passed, in whichever pair, or had recognised, and that have not expired.
  package var modules: [Partner: Set<Identifier<Module>>]
  /// Competences that each has beyond those that come with the modules.
  package var competences: [Partner: Set<LevelledCompetence>]
  /// Modules that this very pair has passed together, each with all its outcomes for both.
  package var together: Set<Identifier<Module>>

  /// Attainments; none where nothing is given.
  package init(
    modules: [Partner: Set<Identifier<Module>>] = [:], competences: [Partner: Set<LevelledCompetence>] = [:],
    together: Set<Identifier<Module>> = []
  ) {
    self.modules = modules
    self.competences = competences
    self.together = together
  }

  /// The facts that hold for the pair in this library.
  ///
  /// A module passed together gives what a plan's step gives. A module that one person passed elsewhere gives that
  /// person its outcomes as a mentee; it counts as passed once all of its mentees have passed it, unless it counts
  /// for the pair alone. Modules that the library does not have are passed over.
  package func facts(in library: Library) -> Set<Fact> {
    var facts: Set<Fact> = []
    for id in together {
      guard let module = library.modules[id] else { continue }
      facts.formUnion(module.opportunity.effects)
    }
    for partner in Partner.allCases {
      for held in competences[partner] ?? [] { facts.formUnion(Fact.competences(partner, held)) }
      for id in modules[partner] ?? [] {
        guard let module = library.modules[id], module.direction.mentees.contains(partner) else { continue }
        facts.formUnion(module.outcomes(for: [partner]))
        let passedByAll = module.direction.mentees.allSatisfy { modules[$0]?.contains(id) ?? false }
        if passedByAll, module.countsFor == .person { facts.insert(.passed(id)) }
      }
    }
    return facts
  }
}
