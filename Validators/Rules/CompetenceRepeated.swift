internal import Bilingual
internal import CurriculumModel
internal import CurriculumReading
internal import Diagnostics
internal import Markup

/// An objective that names the same competence more than once.
enum CompetenceRepeated: DocumentRule {
  static func findings(in document: DocumentContext) -> [Diagnostic] {
    document.draft.modules.flatMap(\.objectives).flatMap { objective -> [Diagnostic] in
      let competences = objective.competences
      guard competences.count > 1 else { return [] }
      var first: [CompetenceReference: SourceSpan] = [:]
      return competences.compactMap { draft in
        let reference = draft.competence.value.competence
        guard let earlier = first[reference] else {
          first[reference] = draft.code.span
          return nil
        }
        return finding(draft, objective, earlier)
      }
    }
  }

  private static func finding(_ draft: CompetenceDraft, _ objective: ObjectiveDraft, _ earlier: SourceSpan)
    -> Diagnostic
  {
    let name = objective.id.value
    return Diagnostic(
      id, .warning, at: draft.code.span,
      summary: Wording(
        en: "\(en(draft.code.value)) is named twice by objective \(en(name))",
        fr: "\(fr(draft.code.value)) est nommée deux fois par l’objectif \(fr(name))"),
      explanation: Wording(
        en: "Only the higher level counts; most often another code was meant.",
        fr: "Seul le niveau le plus haut compte\u{202F}; le plus souvent, un autre code était voulu."),
      notes: [.init(Wording(en: "first named here", fr: "nommée d’abord ici"), at: earlier)],
      solutions: [
        .init(
          Wording(
            en: "delete one of the two, or correct its code", fr: "supprimer l’une des deux, ou corriger son code"))
      ])
  }
}
