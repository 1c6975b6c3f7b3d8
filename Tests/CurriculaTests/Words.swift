import CurriculumModel

/// The words of a text: runs of letters, with the hyphens and apostrophes inside them, in lower case.
///
/// A French elision is a word of its own (`l’idée` is `l’` and `idée`) unless `joiningElisions` is asked for;
/// numbers are no words. O(n) for n scalars.
func words(of text: String, joiningElisions: JoiningElisions = .no) -> [String] {
  var words: [String] = []
  var word = String.UnicodeScalarView()
  func close() {
    while let last = word.last, last == "-" || last == "’" { word.removeLast() }
    if !word.isEmpty { words.append(String(word)) }
    word = String.UnicodeScalarView()
  }
  for scalar in text.lowercased().unicodeScalars {
    switch scalar {
    case "a"..."z", "ß"..."ö", "ø"..."ÿ", "œ": word.append(scalar)
    case "-" where !word.isEmpty: word.append(scalar)
    case "’" where !word.isEmpty:
      if joiningElisions == .yes { word.append(scalar) } else { close() }
    default: close()
    }
  }
  close()
  return words
}

/// Whether an elided word belongs to the next one.
enum JoiningElisions {
  /// `l’idée` is one word, as readers count.
  case yes
  /// `l’idée` is two words, as a dictionary has them.
  case no
}

extension LanguageTag {
  /// French.
  static let french = LanguageTag("fr")
  /// English.
  static let english = LanguageTag("en")
}
