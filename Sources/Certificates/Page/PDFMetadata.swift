import Bilingual

/// What a document says about itself.
struct PDFMetadata: Hashable, Sendable {
  /// The title that a reader shows.
  let title: String
  /// Who made it.
  let author: String
  /// What it is about.
  let subject: String
  /// The language of its text.
  let language: Language
  /// The time it bears, for ever the same.
  let created: Moment
}
