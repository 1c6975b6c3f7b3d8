package import Bilingual

/// Why a page could not be drawn or finished.
package struct PageFailure: Error, Hashable, Sendable {
  /// The library's own words, in English.
  package let reason: String

  /// A failure in a library's words.
  package init(reason: String) {
    self.reason = reason
  }

  /// What happened.
  package var message: Wording {
    Wording(en: "The page could not be drawn: \(reason)", fr: "La page n’a pas pu être dessinée\u{A0}: \(reason)")
  }
}
