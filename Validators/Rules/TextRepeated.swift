internal import Bilingual
internal import CurriculumModel
internal import CurriculumReading
internal import Diagnostics
internal import Markup

/// A text given twice in one language, of which readers would see the first alone.
enum TextRepeated: DocumentRule {
  static func findings(in document: DocumentContext) -> [Diagnostic] {
    document.repeated.flatMap(findings)
  }

  private static func findings(of found: FoundText) -> [Diagnostic] {
    var first: [LanguageTag: Element] = [:]
    return found.text.versions.compactMap { version in
      guard let earlier = first[version.language] else {
        first[version.language] = version.element
        return nil
      }
      return finding(found, version, earlier)
    }
  }

  private static func finding(
    _ found: FoundText, _ version: TextDraft.Version, _ earlier: Element
  ) -> Diagnostic {
    let (name, language) = (found.name, version.language)
    return Diagnostic(
      id, at: version.element.nameSpan,
      summary: Wording(
        en: "\(en(name)) is given twice in \(en(language))",
        fr: "\(fr(name)) est donné deux fois en \(fr(language))"),
      explanation: Wording(
        en: "There is one text in each language: readers would see the first, and nobody this one.",
        fr: "Il y a un texte par langue\u{A0}: on lirait le premier, et personne ne verrait celui-ci."),
      notes: [.init(Wording(en: "first given here", fr: "donné d’abord ici"), at: earlier.nameSpan)],
      solutions: [
        .init(
          Wording(
            en: "put both into one, delete one, or give this one the xml:lang in which it is written",
            fr: "réunir les deux, en supprimer un, ou donner à celui-ci le xml:lang de sa langue"))
      ])
  }
}
