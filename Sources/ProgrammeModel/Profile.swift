package import CurriculumModel

/// What a person wants to learn and can give, by which people are matched; nothing else about them.
package struct Profile: Hashable, Sendable {
  /// The competences to learn, at the levels wished for, in order of importance.
  package let wants: [LevelledCompetence]
  /// The competences that the person can give, at the levels they have.
  package let haves: [LevelledCompetence]
  /// To whom the person reports, so that nobody is matched with their own superior; nil at the top.
  package let superior: PersonKey?

  /// A profile from its parts.
  package init(wants: [LevelledCompetence] = [], haves: [LevelledCompetence] = [], superior: PersonKey? = nil) {
    self.wants = wants
    self.haves = haves
    self.superior = superior
  }
}
