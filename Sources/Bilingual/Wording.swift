/// One sentence or phrase in each language the program speaks.
///
/// Both languages are arguments of the only initializer, so a missing translation does not compile.
package struct Wording: Hashable, Sendable, Codable {
  /// The English words.
  package var en: String
  /// The French words.
  package var fr: String

  /// Words in both languages.
  package init(en: String, fr: String) {
    self.en = en
    self.fr = fr
  }

  /// Words that are the same in both languages, such as an identifier.
  package init(same text: String) {
    self.init(en: text, fr: text)
  }

  /// The words in one language.
  package subscript(language: Language) -> String {
    switch language {
    case .en: en
    case .fr: fr
    }
  }

  /// Words made by one function of the language, for phrases assembled from parts that are themselves bilingual.
  package init(_ words: (Language) -> String) {
    self.init(en: words(.en), fr: words(.fr))
  }
}
