internal import Bilingual
internal import CurriculumModel
internal import CurriculumReading
internal import Diagnostics
internal import Markup
internal import RelaxNG

/// A text that is missing in the default language, in which readers fall back.
enum TextMissing: ReferenceRule {
  static func findings(in document: DocumentContext, of library: LibraryContext) -> [Diagnostic] {
    guard let language = library.defaultLanguage, !document.hasAllTexts(in: language) else { return [] }
    return document.texts.filter { !$0.text.exists(in: language) && !$0.isOrphan }.compactMap {
      found in
      found.text.span.map { finding(found, in: language, at: $0) }
    }
  }

  /// The elements in which words stand in paragraphs and nowhere else.
  private static let paragraphed: Set<String> = {
    let (elements, _) = listVocabulary()
    let paragraphs = Set(elements.filter { $0.name == "p" }.map(\.id))
    return Set(
      elements.filter { !$0.holdsText && !paragraphs.isDisjoint(with: $0.content.flatMap(\.elements)) }.map(\.name))
  }()

  private static func finding(_ found: FoundText, in language: LanguageTag, at span: SourceSpan) -> Diagnostic {
    let isThere = found.text.versions.contains { $0.language == language }
    let (open, close) = paragraphed.contains(found.name) ? ("<p>", "</p>") : ("", "")
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
              en: "write it between \(open.isEmpty ? "<\(found.name)> and </\(found.name)>" : "<p> and </p>")",
              fr: "l’écrire entre \(open.isEmpty ? "<\(found.name)> et </\(found.name)>" : "<p> et </p>")")
            : Wording(
              en: "add <\(found.name)\(found.attribute(for: language))>\(open)…\(close)</\(found.name)>",
              fr: "ajouter <\(found.name)\(found.attribute(for: language))>\(open)…\(close)</\(found.name)>"))
      ])
  }
}
