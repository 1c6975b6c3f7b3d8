import Bilingual
import CurriculumModel
import DomainWords
import PathPlanning

/// The share of giving back in the language of this run.
enum ReciprocityWords {
  /// How much of the time the senior gives back, what is asked for, and what that costs.
  static func share(_ percent: Int, _ plan: Plan, _ problem: PlanningProblem) -> String {
    let given = said(
      en: "The senior gives back \(percent)% of the time", fr: "Le senior donne en retour \(percent)\u{A0}% du temps")
    guard let asked = problem.reciprocity.atLeastPercent else { return given + "." }
    let wanted = said(en: "\(asked)% is asked for", fr: "\(asked)\u{A0}% sont demandés")
    return given + said(en: "; ", fr: "\u{202F}; ") + wanted + note(on: plan) + "."
  }

  private static func note(on plan: Plan) -> String {
    if plan.missesReciprocity {
      return said(
        en: ", and no plan that keeps it was found in time",
        fr: ", et aucun plan qui la respecte n’a été trouvé à temps")
    }
    guard let price = plan.priceOfReciprocity?.count, price > 0 else { return "" }
    return said(en: ", which takes \(price) minutes more", fr: ", ce qui prend \(price) minutes de plus")
  }

  /// That no plan gives back as much as is asked for.
  static func outOfReach(asked: Int, reachable: Int) -> String {
    FactWords.outOfReach(asked: asked, reachable: reachable)[spokenLanguage]
  }
}
