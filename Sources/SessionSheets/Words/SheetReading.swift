package import Bilingual
package import CurriculumModel
package import DomainWords

/// How a sheet is read: by whom, from what time of the day, and in which language.
package struct SheetReading: Sendable {
  /// Whose page it is; nil for the two.
  package let reader: Partner?
  /// When the session begins; nil where only the minutes from its beginning are told.
  package let start: ClockTime?
  /// Words for facts, with the language.
  package let facts: FactWords
  /// The names of the two, where they are known.
  package let names: [Partner: String]

  /// A way of reading from its parts.
  package init(for reader: Partner? = nil, at start: ClockTime? = nil, facts: FactWords, names: [Partner: String] = [:])
  {
    self.reader = reader
    self.start = start
    self.facts = facts
    self.names = names
  }

  /// The language.
  package var language: Language { facts.language }

  /// The people whose instructions are told.
  package var readers: [Partner] { reader.map { [$0] } ?? Partner.allCases }

  /// Whether the reader is among these people.
  func concerns(_ people: Partners) -> Bool {
    reader.map { people.members.contains($0) } ?? true
  }

  /// Words in this language.
  func said(en: String, fr: String) -> String { Wording(en: en, fr: fr)[language] }

  /// From when to when, on the clock or from the beginning: "14:00–14:10", "0:00–0:10".
  func span(_ start: Minutes, _ minutes: Minutes) -> String {
    "\(time(start))–\(time(start + minutes))"
  }

  /// A time of the session on the clock or from its beginning.
  func time(_ offset: Minutes) -> String {
    start.map { $0.adding(offset).words[language] } ?? ClockTime.offset(offset)
  }

  /// "Awa Diallo (junior)", or "the junior" where the name is not known.
  func person(_ partner: Partner) -> String {
    names[partner].map { "\($0) (\(partner.rawValue))" } ?? role(partner)
  }

  /// "Awa Diallo", or "the junior".
  func name(_ partner: Partner) -> String { names[partner] ?? role(partner) }

  /// "the junior".
  func role(_ partner: Partner) -> String {
    TokenWords.partners(partner == .junior ? .junior : .senior)[language]
  }

  /// "Awa Diallo", "both".
  func people(_ people: Partners) -> String {
    people.members.count == 1 ? name(people.members[0]) : TokenWords.partners(people)[language]
  }

  /// A text in the best language, with that language where it is another than this one.
  func passage<Content>(_ text: LocalizedText<Content>) -> (content: Content, foreign: LanguageTag?)? {
    text.best(facts.languages).map { version in
      (version.content, version.language == LanguageTag(language.rawValue) ? nil : version.language)
    }
  }

  /// Blocks of text in the best language.
  func blocks(_ text: LocalizedProse) -> [Block] { passage(text)?.content ?? [] }
}
