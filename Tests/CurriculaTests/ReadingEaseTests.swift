import CurriculumModel
import Testing

/// Instructions and cards can be read at the table, while doing something else.
struct ReadingEaseTests {
  @Test(arguments: [(LanguageTag.french, 50.0), (.english, 55.0)])
  func instructionsAndCardsAreEasyToRead(language: LanguageTag, least: Double) throws {
    let read = try ShippedLibrary.texts.get().filter { $0.role == .instruction || $0.role == .card }
    let documents = Dictionary(grouping: read, by: \.document).sorted { $0.key < $1.key }
    #expect(documents.count > 80)
    let hard = documents.compactMap { document, texts -> String? in
      let ease = ReadingEase(texts.flatMap { $0.lines[language] ?? [] }, language)
      if ease.score >= least, ease.wordsPerSentence <= 25 { return nil }
      return "\(document): \(ease.score.rounded()), \(ease.wordsPerSentence.rounded()) words in a sentence"
    }
    #expect(hard == [])
  }

  @Test(arguments: [
    ("table", 1), ("souvent", 2), ("réunion", 3), ("idée", 2), ("créer", 2), ("noël", 2), ("essayer", 3), ("le", 1),
    ("messages", 2), ("aujourd’hui", 3), ("rendez-vous", 3), ("confidentialité", 6), ("l’écran", 2),
  ])
  func frenchSyllablesAreCounted(word: String, syllables: Int) {
    #expect(SyllableCount.syllables(of: word, .french) == syllables)
  }

  @Test(arguments: [
    ("table", 2), ("make", 1), ("wanted", 2), ("asked", 1), ("boxes", 2), ("times", 1), ("social", 2), ("video", 3),
    ("action", 2), ("quality", 3), ("material", 4), ("two-step", 2), ("don’t", 1), ("the", 1), ("she", 1),
  ])
  func englishSyllablesAreCounted(word: String, syllables: Int) {
    #expect(SyllableCount.syllables(of: word, .english) == syllables)
  }

  /// The measure tells an easy text from a hard one.
  @Test func officialProseIsFound() {
    let french = """
      Les collaborateurs expérimentés, dont l’appropriation individuelle des fonctionnalités collaboratives demeure
      insuffisamment consolidée, bénéficieront préalablement d’une sensibilisation méthodologique approfondie.
      """
    let english = """
      Participants experiencing considerable difficulty in appropriating collaborative functionalities will preliminarily
      undertake comprehensive organisational familiarisation, irrespective of their hierarchical responsibilities.
      """
    #expect(ReadingEase([french], .french).score < 50)
    #expect(ReadingEase([english], .english).score < 55)
    #expect(ReadingEase(["Ouvrir la page. Lire les trois lignes du bas."], .french).score > 80)
    #expect(ReadingEase(["Open the page. Read the three lines at the foot."], .english).score > 80)
  }
}
