/// What conditions, groups and plans ask of a module, without its texts.
package struct ModuleOutline: Equatable, Sendable {
  /// The identifier.
  package let id: Identifier<Module>
  /// The theme under which it is filed.
  package let theme: Identifier<Theme>
  /// Whether it may be part of a plan.
  package let isOffered: Bool
  /// What a pair can do, when, and what is true afterwards.
  package let opportunity: Opportunity

  /// Who mentors.
  package var direction: Direction { opportunity.direction }
  /// The minutes together.
  package var minutes: Minutes { opportunity.minutes }

  /// An outline whose opportunity is known.
  package init(theme: Identifier<Theme>, isOffered: Bool, opportunity: Opportunity) {
    id = opportunity.module
    self.theme = theme
    self.isOffered = isOffered
    self.opportunity = opportunity
  }

  /// An outline from a module's parts; `objectives` are audiences with the competences that they are taught.
  package init(
    id: Identifier<Module>, theme: Identifier<Theme>, direction: Direction, isOffered: Bool, minutes: Minutes,
    requires: Condition<Requirement>, objectives: [(audience: Partners, competences: [LevelledCompetence])]
  ) {
    self.id = id
    self.theme = theme
    self.isOffered = isOffered
    opportunity = Opportunity(
      module: id, minutes: minutes, direction: direction,
      condition: requires.flatMap { Condition<Fact>($0, mentees: direction.mentees) },
      effects: [.passed(id)] + Fact.outcomes(of: objectives, for: Partner.allCases))
  }
}

extension Module {
  /// The module without its texts.
  package var outline: ModuleOutline {
    ModuleOutline(
      id: id, theme: theme, direction: direction, isOffered: isOffered, minutes: time.together, requires: requires,
      objectives: objectives.map { ($0.audience, $0.competences) })
  }
}
