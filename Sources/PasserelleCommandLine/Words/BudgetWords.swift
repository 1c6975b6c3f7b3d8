import Bilingual
import CurriculumModel
import DomainWords
import PathPlanning

/// The part of a goal that fits into a budget, in the language of this run.
enum BudgetWords {
  /// How much of the goal fits, in how much time, and whether that is proved.
  static func headline(_ budgeted: BudgetedPlan) -> [String] {
    let (plan, points) = (budgeted.plan, "\(budgeted.value)/\(budgeted.total)")
    guard !plan.steps.isEmpty else {
      return TextLayout.wrap(
        said(
          en: "No part of the goal fits that does not hold already (\(points) points).",
          fr: "Aucune partie du but ne tient qui ne soit déjà acquise (\(points)\u{A0}points)."))
    }
    let proof =
      budgeted.value == budgeted.valueBound
      ? said(en: "proved: no plan reaches more", fr: "prouvé\u{A0}: aucun plan n’en atteint davantage")
      : said(
        en: "at most \(budgeted.valueBound) can be reached", fr: "\(budgeted.valueBound) au plus sont accessibles")
    let minutes = spokenLanguage.count(plan.minutes.count, .minutes)
    let sessions = spokenLanguage.count(plan.sessions.count, .sessions)
    return TextLayout.wrap(
      said(
        en: "What fits of the goal: \(points) points in \(minutes), \(sessions) (\(proof)).",
        fr: "Ce qui tient du but\u{A0}: \(points)\u{A0}points en \(minutes), \(sessions) (\(proof))."))
  }

  /// What is left out of the goal, and what more of it would take; no lines where nothing is.
  static func leftOut(_ budgeted: BudgetedPlan, _ words: StakeWords) -> [String] {
    guard !budgeted.leftOut.isEmpty else { return [] }
    return ["", said(en: "Left out:", fr: "Laissé de côté\u{A0}:")]
      + budgeted.leftOut.flatMap { TextLayout.wrap(words.leftOut($0), first: "  • ") }
  }
}
