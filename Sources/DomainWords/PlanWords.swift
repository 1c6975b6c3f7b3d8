internal import Bilingual
package import CurriculumModel
package import PathPlanning

/// What a plan comes to, in sentences.
package struct PlanWords {
  private let facts: FactWords

  /// Words for plans of the facts' library.
  package init(_ facts: FactWords) {
    self.facts = facts
  }

  private var language: Language { facts.language }

  /// How long the plan is and what is proved of it, then how much is given back: a paragraph each.
  package func headline(_ plan: Plan, _ problem: PlanningProblem) -> [String] {
    let names = language.list(problem.aims.map(\.goal).filter { $0 != .milestones }.map(facts.goal))
    let goals = names.capitalizedFirst
    switch plan.outcome {
    case .reached:
      return [
        said(en: "\(goals): reached, nothing left to do.", fr: "\(goals)\u{A0}: but atteint, il ne reste rien à faire.")
      ]
    case .infeasible: return [said(en: "\(goals): no plan reaches it.", fr: "\(goals)\u{A0}: aucun plan n’y mène.")]
    case .optimal, .feasible:
      let (length, proof) = (length(plan), proof(plan))
      let first = said(en: "\(goals): \(length) (\(proof)).", fr: "\(goals)\u{A0}: \(length) (\(proof)).")
      return [first] + (plan.returnShare.percent.map { [share($0, plan, problem)] } ?? [])
    }
  }

  /// "Session 3, 60 minutes".
  package func session(_ session: Plan.Session) -> String {
    let minutes = language.count(session.minutes.count, .minutes)
    return said(en: "Session \(session.number), \(minutes)", fr: "Séance \(session.number), \(minutes)")
  }

  /// "30 of 90 minutes"; nil where all of the module is done.
  package func portion(_ part: Plan.Part, of step: Plan.Step) -> String? {
    guard step.minutes != part.minutes else { return nil }
    return said(
      en: "\(part.minutes.count) of \(step.minutes.count) minutes",
      fr: "\(part.minutes.count) minutes sur \(step.minutes.count)")
  }

  /// That a milestone cannot be kept.
  package func missed(_ milestone: Curriculum.Milestone) -> String {
    let title = language.quote(facts.title(milestone.module))
    return said(en: "The milestone \(title) cannot be kept.", fr: "Le jalon \(title) ne peut être tenu.")
  }

  private func length(_ plan: Plan) -> String {
    let minutes = language.count(plan.minutes.count, .minutes)
    let sessions = language.count(plan.sessions.count, .sessions)
    return plan.least == .minutes
      ? said(en: "\(minutes) in \(sessions)", fr: "\(minutes) en \(sessions)") : "\(sessions), \(minutes)"
  }

  private func proof(_ plan: Plan) -> String {
    if plan.outcome == .optimal {
      return said(en: "proved: no plan takes fewer", fr: "prouvé\u{A0}: aucun plan n’en demande moins")
    }
    let least =
      plan.least == .sessions
      ? language.count(plan.sessionLowerBound, .sessions) : language.count(plan.lowerBound.count, .minutes)
    return said(en: "at least \(least) are needed", fr: "il faut au moins \(least)")
  }

  /// How much of the time the senior gives back, what is asked for, and what that costs.
  package func share(_ percent: Int, _ plan: Plan, _ problem: PlanningProblem) -> String {
    let given = said(
      en: "The senior gives back \(percent)% of the time", fr: "Le senior donne en retour \(percent)\u{A0}% du temps")
    guard let asked = problem.reciprocity.atLeastPercent else { return given + "." }
    let wanted = said(en: "\(asked)% is asked for", fr: "\(asked)\u{A0}% sont demandés")
    return given + said(en: "; ", fr: "\u{202F}; ") + wanted + note(on: plan) + "."
  }

  private func note(on plan: Plan) -> String {
    if plan.missesReciprocity {
      return said(
        en: ", and no plan that keeps it was found in time",
        fr: ", et aucun plan qui la respecte n’a été trouvé à temps")
    }
    guard let price = plan.priceOfReciprocity?.count, price > 0 else { return "" }
    return said(en: ", which takes \(price) minutes more", fr: ", ce qui prend \(price) minutes de plus")
  }

  private func said(en: String, fr: String) -> String { Wording(en: en, fr: fr)[language] }
}
