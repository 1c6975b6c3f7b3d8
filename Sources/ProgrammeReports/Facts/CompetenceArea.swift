package import CurriculumModel

/// An area of a framework; the whole framework, where it has none.
package struct CompetenceArea: Hashable, Comparable, Sendable {
  /// The framework.
  package let framework: Identifier<Framework>
  /// The area's place in the framework, from 0; 0 where it has none.
  let place: Int
  /// The area's code.
  package let code: String?

  /// The area of a competence, or nil where no framework of the library has it.
  init?(of reference: CompetenceReference, in library: Library) {
    guard let framework = library.frameworks[reference.framework],
      let competence = framework.competences.first(where: { $0.code == reference.code })
    else { return nil }
    self.framework = framework.id
    code = competence.area
    place = framework.areas.firstIndex { $0.code == competence.area } ?? 0
  }

  package static func < (a: Self, b: Self) -> Bool {
    a.framework == b.framework ? (a.place, a.code ?? "") < (b.place, b.code ?? "") : a.framework < b.framework
  }
}
