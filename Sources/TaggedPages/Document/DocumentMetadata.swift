package import Bilingual

/// What a document says about itself.
package struct DocumentMetadata: Hashable, Sendable {
  /// The title that a reader shows.
  package let title: String
  /// Who made it.
  package let author: String
  /// What it is about.
  package let subject: String
  /// The language of its text.
  package let language: Language
  /// The time it bears, for ever the same.
  package let created: Moment

  /// The program that draws, as a document names it.
  static let creator = "Passerelle"
  /// The program that writes the file, as a document names it.
  static let producer = "Passerelle (cairo, libqpdf)"

  /// A description from its parts.
  package init(title: String, author: String, subject: String, language: Language, created: Moment) {
    self.title = title
    self.author = author
    self.subject = subject
    self.language = language
    self.created = created
  }
}
