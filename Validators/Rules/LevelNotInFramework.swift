internal import Bilingual
internal import CurriculumModel
internal import CurriculumReading
internal import Diagnostics
internal import Markup

/// A level that the framework does not have: one where it has none, one above its highest, or none where an
/// objective must say to which level it brings the learner.
enum LevelNotInFramework: ReferenceRule {
  static func findings(in document: DocumentContext, of library: LibraryContext) -> [Diagnostic] {
    let inModules = document.draft.modules.flatMap { module in
      module.objectives.flatMap(\.competences).compactMap { taught($0, library) }
        + module.requirementCompetences.compactMap { asked($0, library) }
    }
    return inModules
      + document.draft.curricula.flatMap { $0.competenceReferences.compactMap { asked($0, library) } }
  }

  private static func taught(_ draft: CompetenceDraft, _ library: LibraryContext) -> Diagnostic? {
    guard let framework = library.frameworks[draft.framework.value] else { return nil }
    if let levels = framework.levels?.value, draft.level == nil {
      return Diagnostic(
        id, at: draft.element.nameSpan,
        summary: Wording(
          en: "the level of \(en(draft.code.value)) is not given",
          fr: "le niveau de \(fr(draft.code.value)) n’est pas donné"),
        explanation: Wording(
          en: "\(en(framework.id.value)) has levels 1 to \(levels): an objective says to which it brings the learner.",
          fr: "\(fr(framework.id.value)) a des niveaux de 1 à \(levels)\u{A0}: un objectif dit auquel il mène."),
        solutions: [.init(Wording(en: "add level=\"…\"", fr: "ajouter level=\"…\""))])
    }
    return asked(draft, library)
  }

  private static func asked(_ draft: CompetenceDraft, _ library: LibraryContext) -> Diagnostic? {
    guard let framework = library.frameworks[draft.framework.value], let level = draft.level else { return nil }
    guard let levels = framework.levels?.value else {
      return Diagnostic(
        id, at: level.span,
        summary: Wording(
          en: "\(en(framework.id.value)) has no levels", fr: "\(fr(framework.id.value)) n’a pas de niveaux"),
        explanation: Wording(
          en: "Its competences are had or not had; a level would say something that the framework does not.",
          fr: "Ses compétences sont acquises ou non\u{202F}; un niveau dirait ce que le référentiel ne dit pas."),
        solutions: [
          .init(
            Wording(en: "delete the attribute level", fr: "supprimer l’attribut level"),
            draft.element.attributes.filter { $0.name.local == "level" }.map {
              .init(SourceSpan($0.span.source, ($0.span.utf8.lowerBound - 1)..<$0.span.utf8.upperBound), with: "")
            })
        ])
    }
    guard level.value > levels else { return nil }
    return Diagnostic(
      id, at: level.span,
      summary: Wording(
        en: "level \(level.value) is above the highest of \(en(framework.id.value)), \(levels)",
        fr: "le niveau \(level.value) dépasse le plus haut de \(fr(framework.id.value)), \(levels)"),
      explanation: Wording(
        en: "Nobody could reach it, and no module could teach it.",
        fr: "Personne ne pourrait l’atteindre, et aucun module l’enseigner."),
      solutions: [
        .init(
          Wording(en: "write a level from 1 to \(levels)", fr: "écrire un niveau de 1 à \(levels)"))
      ])
  }
}

extension ModuleDraft {
  /// The competences that conditions and recommendations ask for.
  fileprivate var requirementCompetences: [CompetenceDraft] {
    (recommends + (requires.map { [$0] } ?? [])).flatMap(\.competenceReferences)
  }
}
