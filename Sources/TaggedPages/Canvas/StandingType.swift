internal import Bilingual
internal import CPangoCairo

/// What is kept set from one document to the next, as a printer keeps the type of a form that will be printed again.
///
/// A thousand certificates of a cohort say the same but for names and dates. It is for one thread, since Pango has a
/// font map for each, and it grows with every text that was not set before; so it belongs to one run of documents.
@safe package final class StandingType {
  private var texts: [Language: SetTexts] = [:]

  /// Nothing set yet.
  package init() {}

  /// The texts of documents in a language; the first such document, drawn with `context`, says how they are set.
  func texts(in language: Language, for context: OpaquePointer) -> SetTexts {
    if let known = texts[language] { return known }
    let first = unsafe SetTexts(for: context, language: language.rawValue)
    texts[language] = first
    return first
  }
}
