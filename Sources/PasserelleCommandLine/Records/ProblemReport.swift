import Bilingual
import CurriculumModel
import DomainWords
import PathPlanning

/// The plan of a problem that stands in a file of its own: its modules have names and nothing else.
struct ProblemReport {
  let plan: Plan
  let problem: PlanningProblem
  /// What fits into a budget, where the plan is for that.
  var budgeted: BudgetedPlan?

  /// The plan for a terminal.
  var text: String {
    var lines = budgeted.map(BudgetWords.headline) ?? TextLayout.wrap(headline)
    for session in plan.sessions {
      lines.append("")
      lines.append(
        said(
          en: "Session \(session.number), \(session.minutes.count) minutes",
          fr: "Séance \(session.number), \(session.minutes.count) minutes"))
      for part in session.parts {
        let why = plan.steps.first { $0.module == part.module }.map { reason(for: $0.rationale) } ?? ""
        lines += TextLayout.wrap("\(part.module), \(part.minutes.count) min – \(why)", first: "  • ")
      }
    }
    if let budgeted { lines += BudgetWords.leftOut(budgeted, stakes) }
    for obstacle in plan.obstacles { lines += TextLayout.wrap(words(of: obstacle), first: "  • ") }
    return lines.joined(separator: "\n")
  }

  /// The plan for programs: the same members as for a curriculum, where titles are names and versions are empty.
  var record: PlanRecord {
    PlanRecord(
      plan, of: problem, title: \.rawValue, version: { _ in "" }, reason: reason(for:), obstacle: words(of:),
      budget: budgeted.map { BudgetRecord($0, words: stakes) })
  }

  private var stakes: StakeWords { StakeWords(spokenLanguage, fact: name, goal: \.name) }

  private func name(_ fact: Fact) -> String {
    switch fact {
    case .passed(let module): module.rawValue
    case .holds(_, let held): held.competence.code
    }
  }

  private var headline: String {
    switch plan.outcome {
    case .reached: said(en: "The goal is reached, nothing left to do.", fr: "But atteint, il ne reste rien à faire.")
    case .infeasible: said(en: "No plan reaches the goal.", fr: "Aucun plan ne mène au but.")
    case .optimal:
      length + said(en: " (proved: no plan takes fewer).", fr: " (prouvé\u{A0}: aucun plan n’en demande moins).")
    case .feasible:
      length
        + said(
          en: " (every plan takes at least \(plan.lowerBound.count) minutes).",
          fr: " (tout plan demande au moins \(plan.lowerBound.count) minutes).")
    }
  }

  private var length: String {
    said(
      en: "\(plan.minutes.count) minutes in \(plan.sessions.count) sessions",
      fr: "\(plan.minutes.count) minutes en \(plan.sessions.count) séances")
  }

  private func reason(for rationale: Rationale) -> String {
    let opens = spokenLanguage.list(rationale.opens.map(\.rawValue))
    let parts = [
      opens.isEmpty ? nil : said(en: "opens \(opens)", fr: "ouvre \(opens)"),
      rationale.aims.isEmpty ? nil : said(en: "needed for the goal", fr: "nécessaire pour le but"),
    ]
    return parts.compactMap(\.self).joined(separator: said(en: "; ", fr: "\u{202F}; "))
  }

  private func words(of obstacle: Obstacle) -> String {
    switch obstacle {
    case .missing(let fact, let waiting):
      let name = name(fact)
      let names = spokenLanguage.list(waiting.map(\.rawValue))
      let waits = names.isEmpty ? "" : said(en: "; \(names) wait for it", fr: "\u{202F}; attendu par \(names)")
      return said(en: "nothing leads to: \(name)\(waits)", fr: "rien ne mène à\u{A0}: \(name)\(waits)")
    case .short(let quantity, let reachable):
      return said(
        en: "\(quantity.atLeast) are asked for, and at most \(reachable) can be reached",
        fr: "\(quantity.atLeast) sont demandés, et \(reachable) au plus sont accessibles")
    case .share(let asked, let reachable):
      return ReciprocityWords.outOfReach(asked: asked, reachable: reachable)
    }
  }
}
