internal import Bilingual
internal import CurriculumModel
internal import CurriculumReading
internal import Diagnostics
internal import Markup

/// A choice that asks for more than it offers: of a condition's parts, of a module's checks, of a group's modules.
enum AtLeastTooMany: DocumentRule {
  static func findings(in document: DocumentContext) -> [Diagnostic] {
    let conditions = document.draft.conditionHolders.compactMap { holder in
      finding(holder, asking: "n", of: holder.conditionParts.count)
    }
    let checks = document.draft.modules.compactMap(\.checks).compactMap { checks in
      finding(checks.element, asking: "at-least", of: checks.element.elements(named: "check").count)
    }
    let groups = document.draft.curricula.flatMap(\.groups).compactMap(finding(_:))
    return conditions + checks + groups
  }

  /// What is wrong with the number of modules that a group asks for, if it lists them.
  static func finding(_ group: GroupDraft) -> Diagnostic? {
    group.modules.isEmpty ? nil : finding(group.element, asking: "at-least", of: group.modules.count)
  }

  private static func finding(_ element: Element, asking attribute: String, of offered: Int) -> Diagnostic? {
    guard let asked = PartDraft(element: element).number(attribute), asked.value > offered else { return nil }
    return Diagnostic(
      id, at: asked.span,
      summary: Wording(
        en: "at least \(asked.value) are asked for, and there are only \(offered)",
        fr: "il en faut au moins \(asked.value), et il n’y en a que \(offered)"),
      explanation: Wording(
        en: "Nobody could ever have as many.", fr: "Personne ne pourrait jamais en réunir autant."),
      solutions: [
        .init(
          Wording(en: "write \(offered)", fr: "écrire \(offered)"), [.init(asked.span, with: String(offered))]),
        .init(Wording(en: "or add what is missing", fr: "ou ajouter ce qui manque")),
      ])
  }
}
