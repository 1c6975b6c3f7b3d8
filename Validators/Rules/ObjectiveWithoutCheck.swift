internal import Bilingual
internal import CurriculumModel
internal import CurriculumReading
internal import Diagnostics
internal import Markup

/// An objective that no check shows, so that nobody ever sees whether it was reached.
enum ObjectiveWithoutCheck: DocumentRule {
  static func findings(in document: DocumentContext) -> [Diagnostic] {
    document.draft.modules.flatMap { module in
      let checked = module.checkList.flatMap(\.objectives).map(\.value)
      return module.objectives.filter { !checked.contains($0.id.value) }.map { finding($0, in: module) }
    }
  }

  private static func finding(_ objective: ObjectiveDraft, in module: ModuleDraft) -> Diagnostic {
    let name = objective.id.value
    return Diagnostic(
      id, .warning, at: objective.id.span,
      summary: Wording(
        en: "objective \(en(name)) is shown by no check",
        fr: "l’objectif \(fr(name)) n’est montré par aucune vérification"),
      explanation: Wording(
        en: "A certificate states what was reached: somebody must have seen it, by a sign that both know beforehand.",
        fr:
          "Une attestation dit ce qui est atteint\u{A0}: quelqu’un doit l’avoir vu, à un signe que les deux connaissent d’avance."
      ),
      solutions: module.checkList.isEmpty
        ? [
          .init(
            Wording(
              en: "add <checks> with a <check for=\"\(name)\">",
              fr: "ajouter <checks> avec un <check for=\"\(name)\">"))
        ]
        : [
          .init(
            Wording(
              en: "add a <check for=\"\(name)\">, or name \(en(name)) in a check that already shows it",
              fr: "ajouter un <check for=\"\(name)\">, ou nommer \(fr(name)) dans une vérification qui le montre déjà"))
        ])
  }
}
