internal import Bilingual
internal import CurriculumModel
internal import CurriculumReading
internal import Diagnostics
internal import Markup

/// A translation with nothing before it that it could translate.
enum TranslationWithoutOriginal: DocumentRule {
  static func findings(in document: DocumentContext) -> [Diagnostic] {
    document.orphans.compactMap { found in
      guard let first = found.text.versions.first, first.isTranslation else { return nil }
      return Diagnostic(
        id, at: first.element.nameSpan,
        summary: Wording(
          en: "this \(en(found.name)) in \(en(first.language)) translates nothing",
          fr: "ce \(fr(found.name)) en \(fr(first.language)) ne traduit rien"),
        explanation: Wording(
          en: "A translation stands directly after its original, an element of the same name without xml:lang.",
          fr: "Une traduction suit son original, un élément du même nom sans xml:lang."),
        solutions: [.init(Wording(en: "put the original before it", fr: "placer l’original avant"))])
    }
  }
}
