import Bilingual
import CurriculumModel
import CurriculumReading
import Diagnostics
import Markup
import PathPlanning

/// A milestone whose module takes more sessions than there are up to its own.
enum MilestoneOutOfReach: AuditRule {
  static func findings(in context: AuditContext) -> [Diagnostic] {
    context.curricula.flatMap { draft, curriculum in
      draft.milestones.compactMap { milestone -> Diagnostic? in
        guard let due = milestone.number("by-session"),
          context.library.modules[milestone.module.value]?.isOffered == true
        else { return nil }
        let goal = Goal.module(milestone.module.value)
        return context.fewestSessions(goal, of: curriculum, beyond: due.value).map {
          finding(milestone.module.value, due, needs: $0)
        }
      }
    }
  }

  private static func finding(_ module: Identifier<Module>, _ due: Located<Int>, needs sessions: Int) -> Diagnostic {
    Diagnostic(
      id, .warning, at: due.span,
      summary: Wording(
        en:
          "\(Language.en.quote(module.rawValue)) cannot be done by session \(due.value): it takes \(sessions) at least",
        fr:
          "\(Language.fr.quote(module.rawValue)) ne peut être fait à la séance \(due.value)\u{A0}: il en faut au moins \(sessions)"
      ),
      explanation: Wording(
        en: "With all that must be done before it, the module does not fit into so few sessions: that is proved.",
        fr: "Avec tout ce qui doit le précéder, le module ne tient pas en si peu de séances\u{A0}: c’est prouvé."),
      solutions: [
        .init(
          Wording(
            en: "write session \(sessions) or a later one", fr: "écrire la séance \(sessions) ou une suivante"),
          [.init(due.span, with: String(sessions))]),
        .init(Wording(en: "or require less before it", fr: "ou demander moins avant lui")),
      ])
  }
}
