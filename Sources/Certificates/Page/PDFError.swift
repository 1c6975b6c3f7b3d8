package import Bilingual

/// Why a document could not be drawn.
package struct PDFError: Error, Hashable, Sendable {
  /// Cairo's own words, in English.
  package let reason: String

  /// What happened.
  package var message: Wording {
    Wording(en: "The PDF could not be drawn: \(reason)", fr: "Le PDF n’a pas pu être dessiné\u{A0}: \(reason)")
  }
}
