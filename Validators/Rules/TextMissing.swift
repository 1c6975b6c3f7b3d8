internal import Bilingual
internal import CurriculumModel
internal import CurriculumReading
internal import Diagnostics
internal import Markup

/// A text that is missing in the default language, in which readers fall back.
enum TextMissing: ReferenceRule {
  static func findings(in document: DocumentContext, of library: LibraryContext) -> [Diagnostic] {
    guard let language = library.defaultLanguage, !document.hasAllTexts(in: language) else { return [] }
    return document.texts.filter { !$0.text.exists(in: language) && !$0.isOrphan }.compactMap {
      found in
      found.text.span.map { finding(found, in: language, at: $0) }
    }
  }

  private static func finding(_ found: FoundText, in language: LanguageTag, at span: SourceSpan) -> Diagnostic {
    let isThere = found.text.versions.contains { $0.language == language }
    let meaning = vocabulary.documentation(of: found.name)
    return Diagnostic(
      id, at: span,
      summary: isThere
        ? Wording(en: "\(en(found.name)) is empty", fr: "\(fr(found.name)) est vide")
        : Wording(
          en: "\(en(found.name)) is missing in the default language, \(en(language))",
          fr: "\(fr(found.name)) manque dans la langue par défaut, \(fr(language))"),
      explanation: Wording { speech in
        let rule = Wording(
          en: "Whoever reads another language falls back on the default one, so no text may be missing in it.",
          fr: "Qui lit une autre langue se replie sur celle par défaut\u{A0}: aucun texte ne doit y manquer.")
        return isThere ? meaning?[speech] ?? rule[speech] : rule[speech]
      },
      solutions: [
        .init(
          isThere
            ? Wording(
              en: "write it between <\(found.name)> and </\(found.name)>",
              fr: "l’écrire entre <\(found.name)> et </\(found.name)>")
            : Wording(
              en: "add <\(found.name)\(found.attribute(for: language))>…</\(found.name)>",
              fr: "ajouter <\(found.name)\(found.attribute(for: language))>…</\(found.name)>"))
      ])
  }
}
