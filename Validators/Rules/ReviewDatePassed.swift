internal import Bilingual
internal import CurriculumModel
internal import CurriculumReading
internal import Diagnostics
internal import Markup

/// A published module whose review was due before today; nothing is found where nobody says which day it is.
enum ReviewDatePassed: DocumentRule {
  static func findings(in document: DocumentContext) -> [Diagnostic] {
    guard let today = document.today else { return [] }
    return document.draft.modules.filter { $0.status == .published }.compactMap { module in
      guard let date = module.lifecycle?.reviewBy, let day = CalendarDay(iso: trimmed(date.value)), day < today
      else { return nil }
      return Diagnostic(
        id, .warning, at: date.span,
        summary: Wording(
          en: "module \(en(module.id.value)) was to be reviewed by \(day.words.en)",
          fr: "le module \(fr(module.id.value)) devait être relu avant le \(day.words.fr)"),
        explanation: Wording(
          en: "Screens, rules and habits change: mentors lose their standing over steps that no longer work.",
          fr: "Écrans, règles et usages changent\u{A0}: un mentor perd son crédit sur des gestes qui ne marchent plus."),
        solutions: [
          .init(
            Wording(
              en: "try the module out, mend it, raise its version, and write the next date",
              fr: "essayer le module, le corriger, augmenter sa version et écrire la prochaine date")),
          .init(
            Wording(
              en: "or withdraw it with status=\"withdrawn\"", fr: "ou le retirer avec status=\"withdrawn\"")),
        ])
    }
  }
}
