import Bilingual
import CurriculumModel
import CurriculumReading
import Diagnostics
import Markup
import PathPlanning

/// A least share of giving back that no plan for the curriculum keeps.
enum ReciprocityOutOfReach: AuditRule {
  static func findings(in context: AuditContext) -> [Diagnostic] {
    context.curricula.compactMap { draft, curriculum in
      guard let place = draft.reciprocity?.number("at-least-percent") else { return nil }
      let found = PlanningProblem(library: context.library, curriculum: curriculum)
        .leastSelection(isOutOfTime: context.isSpent)
      guard found.outcome == .infeasible, case .share(let asked, let reachable)? = found.obstacles.first else {
        return nil
      }
      return Diagnostic(
        id, .warning, at: place.span,
        summary: Wording(
          en: "no plan gives back \(asked)% of the time: \(reachable)% is the most",
          fr: "aucun plan ne donne en retour \(asked)\u{A0}% du temps\u{A0}: le maximum est \(reachable)\u{A0}%"),
        explanation: Wording(
          en: "Even with every module on offer that the senior leads, the junior’s share stays too large.",
          fr: "Même avec tous les modules proposés que mène le senior, la part menée par le junior reste trop grande."),
        solutions: [
          .init(
            Wording(en: "ask for \(reachable)% at most", fr: "demander \(reachable)\u{A0}% au plus"),
            [.init(place.span, with: String(reachable))]),
          .init(
            Wording(
              en: "or offer modules that the senior leads", fr: "ou proposer des modules que mène le senior")),
        ])
    }
  }
}
