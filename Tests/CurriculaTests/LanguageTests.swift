import CurriculumModel
import Testing

/// Each text is there in French and in English, and each version is in the language it claims.
struct LanguageTests {
  private let texts: [ShippedText]

  init() throws {
    texts = try ShippedLibrary.texts.get()
  }

  @Test func everyTextIsInBothLanguages() {
    let lacking = texts.filter { text in
      [LanguageTag.french, .english].contains { text.line($0).isEmpty }
    }
    #expect(lacking.map(\.address) == [])
  }

  /// A text of four words or more that is the same in both was copied, not translated.
  @Test func noTextIsLeftUntranslated() {
    let copied = texts.filter { text in
      text.line(.french) == text.line(.english) && words(of: text.line(.french)).count > 3
    }
    #expect(copied.map(\.address) == [])
  }

  @Test(arguments: [LanguageTag.french, .english])
  func noTextIsInTheOtherLanguage(language: LanguageTag) {
    let foreign = texts.filter { text in
      text.role != .name && LanguageScore(text.line(language)).looksForeign(in: language)
    }
    #expect(foreign.map(\.address) == [])
  }

  /// The measure would see it: of all texts, hardly one would pass for a text in the other language.
  @Test(arguments: [LanguageTag.french, .english])
  func aSwappedTextWouldBeSeen(language: LanguageTag) {
    let other: LanguageTag = language == .french ? .english : .french
    let judged = texts.filter { $0.role != .name }
    let seen = judged.filter { LanguageScore($0.line(language)).looksForeign(in: other) }
    #expect(seen.count * 100 >= judged.count * 99, "\(seen.count) of \(judged.count)")
  }
}
