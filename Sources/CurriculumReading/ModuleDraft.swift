package import CurriculumModel
package import Diagnostics
package import Markup

/// A module as written.
package struct ModuleDraft: DraftView {
  package let element: Element

  /// The identifier.
  package var id: Located<Identifier<Module>> { identifier("id") }
  /// The version.
  package var version: SemanticVersion? { element[attribute: "version"].flatMap { SemanticVersion(trimmed($0.value)) } }
  /// The theme.
  package var theme: Located<Identifier<Theme>> { identifier("theme") }
  /// Who mentors.
  package var direction: Direction { choice("direction") ?? .mutual }
  /// The advantages it serves.
  package var serves: [Advantage] { words("serves").compactMap { Advantage(rawValue: $0.value) } }
  /// Identifiers it had before.
  package var formerly: [Located<Identifier<Module>>] { words("formerly").map { $0.map { Identifier($0) } } }
  /// Whether it may be planned.
  package var status: Module.Lifecycle.Status { lifecycle?.choice("status") ?? .published }
  /// The lifecycle.
  package var lifecycle: LifecycleDraft? { element.first("lifecycle").map(LifecycleDraft.init) }
  /// The minutes together.
  package var minutes: Located<Int>? { element.first("time").flatMap { PartDraft(element: $0).number("minutes") } }
  /// The objectives.
  package var objectives: [ObjectiveDraft] {
    element.first("objectives")?.elements(named: "objective").map(ObjectiveDraft.init) ?? []
  }
  /// What must hold first; nil where nothing must.
  package var requires: PartDraft? { element.first("requires").map(PartDraft.init) }
  /// What helps.
  package var recommends: [PartDraft] { element.elements(named: "recommends").map(PartDraft.init) }
  /// The agenda.
  package var activities: [ActivityDraft] {
    element.first("session")?.elements(named: "activity").map(ActivityDraft.init) ?? []
  }
  /// The checks; nil where there are none.
  package var checks: PartDraft? { element.first("checks").map(PartDraft.init) }
  /// The validity; nil where a pass never expires.
  package var validity: PartDraft? { element.first("validity").map(PartDraft.init) }

  /// What the element starts with, for findings about the whole module.
  package var nameSpan: SourceSpan { element.nameSpan }
}

/// A view of an element that needs no name of its own.
package struct PartDraft: DraftView {
  package let element: Element

  /// A view of any element.
  package init(element: Element) {
    self.element = element
  }
}

/// A module's lifecycle as written.
package struct LifecycleDraft: DraftView {
  package let element: Element

  /// When it must be looked at again, as written.
  package var reviewBy: Located<String>? { element[attribute: "review-by"] }
}

/// An objective as written.
package struct ObjectiveDraft: DraftView {
  package let element: Element

  /// The identifier within the module.
  package var id: Located<Identifier<Objective>> { identifier("id") }
  /// The competences it teaches.
  package var competences: [CompetenceDraft] { element.elements(named: "competence").map(CompetenceDraft.init) }
}

/// An activity as written.
package struct ActivityDraft: DraftView {
  package let element: Element

  /// The identifier within the module.
  package var id: Located<Identifier<Activity>> { identifier("id") }
  /// How long it takes.
  package var minutes: Located<Int>? { number("minutes") }
  /// The cards it uses.
  package var cards: [Located<Identifier<Card>>] {
    element.elements(named: "use").map { PartDraft(element: $0).identifier("card") }
  }

  /// What a partner does, as written.
  package func instruction(for partner: Partner) -> TextDraft { text(partner.rawValue) }
}

/// A check as written.
package struct CheckDraft: DraftView {
  package let element: Element

  /// The identifier within the module.
  package var id: Located<Identifier<Check>> { identifier("id") }
  /// The objectives it shows.
  package var objectives: [Located<Identifier<Objective>>] { words("for").map { $0.map { Identifier($0) } } }
}

extension ModuleDraft {
  /// Each check.
  package var checkList: [CheckDraft] { checks?.element.elements(named: "check").map(CheckDraft.init) ?? [] }
}

/// A card as written.
package struct CardDraft: DraftView {
  package let element: Element

  /// The identifier.
  package var id: Located<Identifier<Card>> { identifier("id") }
}
