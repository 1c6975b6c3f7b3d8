/// Everything authors wrote, found sound: each reference resolves, each module can be reached.
///
/// Only `Validators` makes one, so nothing that takes a library has error cases for bad content.
package struct Library: Equatable, Sendable {
  /// The programme.
  package let programme: Programme
  /// The frameworks, by identifier.
  package let frameworks: [Identifier<Framework>: Framework]
  /// The modules, by identifier.
  package let modules: [Identifier<Module>: Module]
  /// The cards, by identifier.
  package let cards: [Identifier<Card>: Card]
  /// The curricula, by identifier.
  package let curricula: [Identifier<Curriculum>: Curriculum]

  /// A library from documents in which `Validators` found no error.
  package init(
    foundSound programme: Programme, frameworks: [Framework], modules: [Module], cards: [Card],
    curricula: [Curriculum]
  ) {
    self.programme = programme
    self.frameworks = Dictionary(uniqueKeysWithValues: frameworks.map { ($0.id, $0) })
    self.modules = Dictionary(uniqueKeysWithValues: modules.map { ($0.id, $0) })
    self.cards = Dictionary(uniqueKeysWithValues: cards.map { ($0.id, $0) })
    self.curricula = Dictionary(uniqueKeysWithValues: curricula.map { ($0.id, $0) })
  }

  /// The modules in order of identifier.
  package var modulesInOrder: [Module] {
    modules.values.sorted { $0.id < $1.id }
  }

  /// The modules that may be planned, in order of identifier.
  package var offeredModules: [Module] {
    modulesInOrder.filter(\.isOffered)
  }

  /// A competence of one of the frameworks.
  package func competence(_ reference: CompetenceReference) -> Framework.Competence? {
    frameworks[reference.framework]?.competences.first { $0.code == reference.code }
  }

  /// A certificate and the curriculum that states it.
  package func certificate(_ id: Identifier<Certificate>) -> (certificate: Certificate, curriculum: Curriculum)? {
    for curriculum in curricula.values {
      if let certificate = curriculum.certificates.first(where: { $0.id == id }) { return (certificate, curriculum) }
    }
    return nil
  }
}
