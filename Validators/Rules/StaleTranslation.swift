internal import Bilingual
internal import CurriculumModel
internal import CurriculumReading
internal import Diagnostics
internal import Markup

/// A translation made from an earlier version than the one that stands beside it.
enum StaleTranslation: DocumentRule {
  static func findings(in document: DocumentContext) -> [Diagnostic] {
    let roots =
      document.draft.modules.map(\.element) + document.draft.cards.map(\.element)
      + document.draft.curricula.map(\.element)
    return roots.flatMap { root -> [Diagnostic] in
      guard let version = root[attribute: "version"] else { return [] }
      return root.elements(named: "translation").compactMap { translation in
        guard let of = translation[attribute: "of"], numbers(of.value).lexicographicallyPrecedes(numbers(version.value))
        else { return nil }
        let language = LanguageTag(trimmed(translation[attribute: "lang"]?.value ?? ""))
        return finding(of, behind: version, in: language)
      }
    }
  }

  /// The numbers of a version or an edition, without zeros at the end: "2026.1" and "2026.1.0" are the same.
  private static func numbers(_ version: String) -> [Int] {
    var numbers = trimmed(version).split(separator: ".").compactMap { Int($0) }
    while numbers.last == 0 { numbers.removeLast() }
    return numbers
  }

  private static func finding(
    _ of: Located<String>, behind version: Located<String>, in language: LanguageTag
  ) -> Diagnostic {
    Diagnostic(
      id, .warning, at: of.span,
      summary: Wording(
        en: "the translation into \(en(language)) follows \(trimmed(of.value)), not \(trimmed(version.value))",
        fr: "la traduction en \(fr(language)) suit la version \(trimmed(of.value)), non \(trimmed(version.value))"),
      explanation: Wording(
        en: "What changed since may be missing in it: readers of the two languages would not do the same.",
        fr: "Ce qui a changé depuis peut y manquer\u{A0}: les lecteurs des deux langues ne feraient pas la même chose."),
      notes: [
        .init(Wording(en: "the original’s version is here", fr: "la version de l’original est ici"), at: version.span)
      ],
      solutions: [
        .init(
          Wording(
            en: "bring the translation up to date, then write of=\"\(trimmed(version.value))\"",
            fr: "mettre la traduction à jour, puis écrire of=\"\(trimmed(version.value))\""))
      ])
  }
}
