import CurriculumModel

/// How French and how English a text looks, by the most frequent words of each language.
///
/// Words that both languages write alike (a, on, an, or, plus, but, sans, six) are in neither list, nor are the
/// letters that an apostrophe leaves over in both (s, t, d, m). The score knows nothing of grammar: a sentence
/// without any listed word counts for neither language, and is not judged.
struct LanguageScore {
  /// The frequent French words found.
  private(set) var french = 0
  /// The frequent English words found.
  private(set) var english = 0
  /// All words.
  private(set) var all = 0

  /// The score of a text.
  init(_ text: String) {
    for word in words(of: text) {
      all += 1
      if Self.frequent[.french]?.contains(word) == true { french += 1 }
      if Self.frequent[.english]?.contains(word) == true { english += 1 }
    }
  }

  /// Whether the text looks like another language than this one.
  ///
  /// It does where more frequent words of the other language are found than of its own, or where, in a text of
  /// twenty words or more, those of the other are more than 5 % of all words or its own fewer than 8 %.
  func looksForeign(in language: LanguageTag) -> Bool {
    let own = language == .french ? french : english
    let other = language == .french ? english : french
    if other > own { return true }
    return all >= 20 && (other * 20 > all || own * 100 < all * 8)
  }

  private static let frequent: [LanguageTag: Set<String>] = [
    .french: Set(
      words(
        of: """
          le la les des du un une et est dans pour par sur avec qui que ne pas votre vos vous ce cette ces il elle ils
          elles se sa ses leur leurs au aux ou où l c n j qu de à en ont sont être fait faire puis chaque quel quelle
          quelles quels si même chacun rien jamais plutôt
          """)),
    .english: Set(
      words(
        of: """
          the of to and is for with that you your it its they their them this these not at by from are be what who
          how each in has have do does which if when where nothing never rather will would can his her one
          """)),
  ]
}
