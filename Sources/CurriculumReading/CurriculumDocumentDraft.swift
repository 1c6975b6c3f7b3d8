package import CurriculumModel
package import Markup

/// A curriculum document as written.
package struct CurriculumDocumentDraft: DraftView {
  package let element: Element

  /// The identifier.
  package var id: Located<Identifier<Curriculum>> { identifier("id") }
  /// The rhythm.
  package var rhythm: PartDraft? { element.first("rhythm").map(PartDraft.init) }
  /// The reciprocity; nil where none is asked for.
  package var reciprocity: PartDraft? { element.first("reciprocity").map(PartDraft.init) }
  /// The milestones.
  package var milestones: [MilestoneDraft] { element.elements(named: "milestone").map(MilestoneDraft.init) }
  /// The groups.
  package var groups: [GroupDraft] { element.elements(named: "group").map(GroupDraft.init) }
  /// The certificates.
  package var certificates: [CertificateDraft] { element.elements(named: "certificate").map(CertificateDraft.init) }
  /// The indicators.
  package var indicators: [PartDraft] { element.elements(named: "indicator").map(PartDraft.init) }
}

/// A milestone as written.
package struct MilestoneDraft: DraftView {
  package let element: Element

  /// The module.
  package var module: Located<Identifier<Module>> { identifier("module") }
}

/// A group as written.
package struct GroupDraft: DraftView {
  package let element: Element

  /// The identifier.
  package var id: Located<Identifier<Group>> { identifier("id") }
  /// The modules it lists.
  package var modules: [Located<Identifier<Module>>] {
    element.elements(named: "module").map { PartDraft(element: $0).identifier("ref") }
  }
  /// The directions it is narrowed to; empty where any will do.
  package var directions: [Direction] { words("directions").compactMap { Direction(rawValue: $0.value) } }
  /// The theme it is narrowed to.
  package var theme: Located<Identifier<Theme>>? {
    element[attribute: "theme"].map { $0.map { Identifier(trimmed($0)) } }
  }
}

/// A certificate as written.
package struct CertificateDraft: DraftView {
  package let element: Element

  /// The identifier.
  package var id: Located<Identifier<Certificate>> { identifier("id") }
  /// What earns it.
  package var earnedWhen: PartDraft? { element.first("earned-when").map(PartDraft.init) }
}

/// A programme as written.
package struct ProgrammeDraft: DraftView {
  package let element: Element

  /// The identifier.
  package var id: Located<Identifier<Programme>> { identifier("id") }
  /// The themes.
  package var themes: [ThemeDraft] { element.elements(named: "theme").map(ThemeDraft.init) }
  /// The files of the organisation's own rules: each with `href` and perhaps `phase`.
  package var houseRules: [PartDraft] { element.elements(named: "house-rules").map(PartDraft.init) }
  /// The findings to which the programme gives a severity: each with `id` and `severity`.
  package var findings: [PartDraft] { element.elements(named: "finding").map(PartDraft.init) }

  /// The language in which no text may be missing.
  package var defaultLanguage: LanguageTag {
    LanguageTag(languages?.element[attribute: "default"].map { trimmed($0.value) } ?? "")
  }

  /// All languages, in the order of fallback, the default among them.
  package var allLanguages: [LanguageTag] {
    let fallback = languages?.words("fallback").map { LanguageTag($0.value) } ?? []
    return fallback.contains(defaultLanguage) ? fallback : [defaultLanguage] + fallback
  }

  private var languages: PartDraft? { element.first("languages").map(PartDraft.init) }
}

/// A theme as written.
package struct ThemeDraft: DraftView {
  package let element: Element

  /// The identifier.
  package var id: Located<Identifier<Theme>> { identifier("id") }
}

/// A framework as written.
package struct FrameworkDraft: DraftView {
  package let element: Element

  /// The identifier.
  package var id: Located<Identifier<Framework>> { identifier("id") }
  /// How many levels there are; nil where it has none.
  package var levels: Located<Int>? { number("levels") }

  /// The competences with the area each stands in.
  package var competences: [(competence: CompetenceEntryDraft, area: Element?)] {
    element.elements.flatMap { child -> [(CompetenceEntryDraft, Element?)] in
      switch child.name.local {
      case "competence": [(CompetenceEntryDraft(element: child), nil)]
      case "area": child.elements(named: "competence").map { (CompetenceEntryDraft(element: $0), child) }
      default: []
      }
    }
  }
}

/// A competence of a framework as written.
package struct CompetenceEntryDraft: DraftView {
  package let element: Element

  /// The code.
  package var code: Located<String> { required("code").map(trimmed) }
  /// The same competence elsewhere.
  package var same: [CompetenceDraft] { element.elements(named: "same").map(CompetenceDraft.init) }
}
