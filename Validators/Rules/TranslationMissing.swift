internal import Bilingual
internal import CurriculumModel
internal import CurriculumReading
internal import Diagnostics
internal import Markup

/// A text that is missing in one of the programme's other languages; readers fall back.
enum TranslationMissing: ReferenceRule {
  static func findings(in document: DocumentContext, of library: LibraryContext) -> [Diagnostic] {
    let languages = library.otherLanguages.filter { !document.hasAllTexts(in: $0) }
    guard let defaultLanguage = library.defaultLanguage, !languages.isEmpty else { return [] }
    return document.texts.filter { $0.text.exists(in: defaultLanguage) }.flatMap { found in
      languages.filter { !found.text.exists(in: $0) }.compactMap { language in
        found.text.span.map { span in
          Diagnostic(
            id, .warning, at: span,
            summary: Wording(
              en: "\(en(found.name)) is not translated into \(en(language))",
              fr: "\(fr(found.name)) n’est pas traduit en \(fr(language))"),
            explanation: Wording(
              en: "Readers of this language will see the text in another one.",
              fr: "Qui lit cette langue verra le texte dans une autre."),
            solutions: [
              .init(
                Wording(
                  en: "add <\(found.name)\(found.attribute(for: language))>…</\(found.name)> directly after it",
                  fr: "ajouter <\(found.name)\(found.attribute(for: language))>…</\(found.name)> juste après"))
            ])
        }
      }
    }
  }
}
