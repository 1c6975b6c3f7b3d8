import Bilingual
import CurriculumModel
import CurriculumReading
import Diagnostics
import Markup
import PathPlanning

/// A module that runs out before the plan that it is part of is over.
enum PlanOutlastsValidity: AuditRule {
  static func findings(in context: AuditContext) -> [Diagnostic] {
    var found: Set<Identifier<Module>> = []
    return context.curricula.flatMap { _, curriculum -> [Diagnostic] in
      let plan = PlanningProblem(library: context.library, curriculum: curriculum)
        .shortestPlan(isOutOfTime: context.isSpent)
      guard plan.outcome == .optimal else { return [] }
      return context.draft.modules.compactMap { draft in
        guard let months = draft.validity?.number("months"), let end = plan.sessions(of: draft.id.value).last else {
          return nil
        }
        let weeks = (plan.sessions.count - end) * curriculum.rhythm.everyWeeks
        // No month is longer, so this is beyond doubt.
        guard weeks * 7 > months.value * 31, found.insert(draft.id.value).inserted else { return nil }
        return finding(draft.id.value, months, weeks, curriculum.id)
      }
    }
  }

  private static func finding(
    _ module: Identifier<Module>, _ months: Located<Int>, _ weeks: Int, _ curriculum: Identifier<Curriculum>
  ) -> Diagnostic {
    let (en, fr) = (Language.en.quote(module.rawValue), Language.fr.quote(module.rawValue))
    return Diagnostic(
      id, .warning, at: months.span,
      summary: Wording(
        en: "\(en) runs out before the plan of \(Language.en.quote(curriculum.rawValue)) ends, \(weeks) weeks after it",
        fr:
          "\(fr) expire avant la fin du plan de \(Language.fr.quote(curriculum.rawValue)), \(weeks) semaines après lui"),
      explanation: Wording(
        en: "Within a plan nothing runs out, so the certificate would tell of what nobody vouches for any more.",
        fr: "Dans un plan rien n’expire, et l’attestation dirait donc ce que plus personne ne garantit."),
      solutions: [
        .init(
          Wording(
            en: "let it count for longer, or bind the module to a later session",
            fr: "le laisser valable plus longtemps, ou lier le module à une séance plus tardive"))
      ])
  }
}
