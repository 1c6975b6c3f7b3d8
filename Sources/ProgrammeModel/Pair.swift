package import CurriculumModel

/// Two people on a curriculum: what is agreed when a pair begins.
///
/// Whether it still meets is not a property but an outcome of what happened: see `PairProgress.ended`.
package struct Pair: Hashable, Sendable {
  /// What a pair works towards: a certificate, a group or a module, whose identifiers never coincide.
  package enum Goal: Sendable {}

  /// The identifier.
  package let id: Identifier<Pair>
  /// The one with less experience in the organisation.
  package let junior: PersonKey
  /// The one with more.
  package let senior: PersonKey
  /// The curriculum.
  package let curriculum: Identifier<Curriculum>
  /// What they work towards, in order; every certificate of the curriculum where empty.
  package let goals: [Identifier<Goal>]

  /// A pair from its parts.
  package init(
    id: Identifier<Pair>, junior: PersonKey, senior: PersonKey, curriculum: Identifier<Curriculum>,
    goals: [Identifier<Goal>] = []
  ) {
    self.id = id
    self.junior = junior
    self.senior = senior
    self.curriculum = curriculum
    self.goals = goals
  }

  /// The person in this place.
  package subscript(partner: Partner) -> PersonKey {
    partner == .junior ? junior : senior
  }

  /// The place of this person, or nil for anybody else.
  package func place(of person: PersonKey) -> Partner? {
    Partner.allCases.first { self[$0] == person }
  }
}
