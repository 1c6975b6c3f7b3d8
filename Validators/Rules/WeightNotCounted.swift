internal import Bilingual
internal import CurriculumModel
internal import CurriculumReading
internal import Diagnostics
internal import Markup

/// A weight within a choice, where only the choice as a whole counts.
enum WeightNotCounted: DocumentRule {
  static func findings(in document: DocumentContext) -> [Diagnostic] {
    document.draft.curricula.flatMap(\.certificates).compactMap(\.earnedWhen?.element)
      .flatMap { weights(below: $0, choice: nil) }.map { finding($0.weight, $0.choice) }
  }

  private typealias Idle = (weight: Located<String>, choice: String)

  private static func weights(below element: Element, choice: String?) -> [Idle] {
    element.elements.flatMap { part -> [Idle] in
      let name = part.name.local
      let own = choice.flatMap { choice in part[attribute: "weight"].map { ($0, choice) } }
      let inner = weights(below: part, choice: name == "any" || name == "at-least" ? name : choice)
      return (own.map { [$0] } ?? []) + inner
    }
  }

  private static func finding(_ weight: Located<String>, _ choice: String) -> Diagnostic {
    Diagnostic(
      id, .warning, at: weight.span,
      summary: Wording(
        en: "the weight \(trimmed(weight.value)) counts for nothing within \(en(choice))",
        fr: "le poids \(trimmed(weight.value)) ne compte pas à l’intérieur de \(fr(choice))"),
      explanation: Wording(
        en: "Where only a part of a goal fits, such a choice counts as a whole, one point for each that it asks for.",
        fr:
          "Quand seule une partie d’un but tient, un tel choix compte en bloc, un point pour chaque élément demandé."),
      solutions: [
        .init(
          Wording(
            en: "delete the weight, or take the competence out of the choice",
            fr: "supprimer le poids, ou sortir la compétence du choix"))
      ])
  }
}
