internal import Bilingual
internal import CurriculumModel
internal import CurriculumReading
internal import Diagnostics
internal import Markup

/// A published module whose subject changes within months and that nobody promised to look at again.
enum VolatileWithoutReviewDate: DocumentRule {
  static func findings(in document: DocumentContext) -> [Diagnostic] {
    document.draft.modules.filter { $0.status == .published }.compactMap { module in
      guard let lifecycle = module.lifecycle, lifecycle.reviewBy == nil,
        let volatility = lifecycle.element[attribute: "volatility"],
        Module.Lifecycle.Volatility(rawValue: trimmed(volatility.value)) == .high
      else { return nil }
      return Diagnostic(
        id, .warning, at: volatility.span,
        summary: Wording(
          en: "a subject of high volatility has no review date",
          fr: "un sujet de forte volatilité n’a pas de date de relecture"),
        explanation: Wording(
          en: "It changes within months: without a date nobody notices when the steps stop working.",
          fr: "Il change en quelques mois\u{A0}: sans date, personne ne remarque que les gestes ne marchent plus."),
        solutions: [
          .init(
            Wording(
              en: "add review-by=\"YYYY-MM-DD\", at most some six months ahead",
              fr: "ajouter review-by=\"AAAA-MM-JJ\", à six mois environ au plus"))
        ])
    }
  }
}
