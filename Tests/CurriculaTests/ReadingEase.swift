import CurriculumModel

/// How easy a text is to read, from the length of its sentences and words.
///
/// French by Kandel and Moles ("Application de l'indice de Flesch à la langue française", Cahiers d'études de
/// radio-télévision 19, 1958), English by Flesch ("A new readability yardstick", Journal of Applied Psychology 32,
/// 1948). Both run from about 0, hard, to 100 and more, easy.
///
/// A line ends a sentence, as do `.`, `!`, `?` and `…`; a row of a table is one line. A number is no word.
/// Such formulas know nothing of meaning: short sentences that say nothing score high.
struct ReadingEase {
  /// How many sentences there are.
  private(set) var sentences = 0
  /// How many words, an elided one joined to the next.
  private(set) var words = 0
  /// How many syllables.
  private(set) var syllables = 0

  private let language: LanguageTag

  /// The ease of reading lines of text.
  init(_ lines: [String], _ language: LanguageTag) {
    self.language = language
    for line in lines {
      for sentence in line.split(whereSeparator: { ".!?…".contains($0) }) {
        let own = CurriculaTests.words(of: String(sentence), joiningElisions: .yes)
        if own.isEmpty { continue }
        sentences += 1
        words += own.count
        syllables += own.reduce(0) { $0 + SyllableCount.syllables(of: $1, language) }
      }
    }
  }

  /// The mean length of a sentence in words.
  var wordsPerSentence: Double { Double(words) / Double(max(1, sentences)) }

  /// The score.
  var score: Double {
    let syllablesPerWord = Double(syllables) / Double(max(1, words))
    return language == .french
      ? 207 - 1.015 * wordsPerSentence - 73.6 * syllablesPerWord
      : 206.835 - 1.015 * wordsPerSentence - 84.6 * syllablesPerWord
  }
}
