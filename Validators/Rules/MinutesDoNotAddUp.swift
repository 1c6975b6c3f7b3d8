internal import Bilingual
internal import CurriculumReading
internal import Diagnostics
internal import Markup

/// A module whose minutes are not the sum of its activities'.
enum MinutesDoNotAddUp: DocumentRule {
  static func findings(in document: DocumentContext) -> [Diagnostic] {
    document.draft.modules.compactMap { module in
      guard let stated = module.minutes else { return nil }
      let sum = module.activities.reduce(0) { $0 + ($1.minutes?.value ?? 0) }
      guard sum != stated.value else { return nil }
      let minutes = CountableNoun(one: Wording(same: "minute"), many: Wording(same: "minutes"))
      return Diagnostic(
        id, at: stated.span,
        summary: Wording(
          en: "the activities take \(sum) minutes, not \(stated.value)",
          fr: "les activités durent \(sum) minutes, et non \(stated.value)"),
        explanation: Wording(
          en: "Plans count the module’s minutes and mentors follow the activities’: both must be the same.",
          fr:
            "Les plans comptent les minutes du module et les mentors suivent celles des activités\u{A0}: elles doivent être égales."
        ),
        notes: module.activities.compactMap { activity in
          activity.minutes.map { own in
            .init(
              Wording(
                en: "\(en(activity.id.value)) takes \(own.value)",
                fr: "\(fr(activity.id.value)) en prend \(own.value)"),
              at: own.span)
          }
        },
        solutions: [
          .init(Wording(en: "write \(sum)", fr: "écrire \(sum)"), [.init(stated.span, with: String(sum))]),
          .init(
            Wording(
              en: sum < stated.value
                ? "or give the activities \(Language.en.count(stated.value - sum, minutes)) more"
                : "or take \(Language.en.count(sum - stated.value, minutes)) from the activities",
              fr: sum < stated.value
                ? "ou donner \(Language.fr.count(stated.value - sum, minutes)) de plus aux activités"
                : "ou retirer \(Language.fr.count(sum - stated.value, minutes)) aux activités")),
        ])
    }
  }
}
