package import CurriculumModel
package import ProgrammeModel

/// A person who may be paired, as far as matching asks.
package struct Candidate: Hashable, Sendable {
  /// What people type for the person.
  package let id: Identifier<Person>
  /// The language in which the person works.
  package let language: LanguageTag
  /// The competences to learn, in order of importance.
  package let wants: [LevelledCompetence]
  /// The competences that the person can give.
  package let haves: [LevelledCompetence]
  /// Everybody above the person in the organisation, direct or not.
  package let superiors: Set<Identifier<Person>>
  /// How many more pairs the person may be in; at least 0.
  package let room: Int

  /// A candidate from the parts.
  package init(
    id: Identifier<Person>, language: LanguageTag, wants: [LevelledCompetence], haves: [LevelledCompetence],
    superiors: Set<Identifier<Person>> = [], room: Int = 1
  ) {
    precondition(room >= 0, "nobody has room for fewer than no pairs")
    self.id = id
    self.language = language
    self.wants = wants
    self.haves = haves
    self.superiors = superiors
    self.room = room
  }
}
