import CurriculumModel

/// Counts syllables by spelling: one for each group of vowels, with a few corrections.
///
/// Where spelling leaves a choice, the count takes the higher number, which makes a text score harder than it is.
/// - French: a final mute `e` or `es` counts nothing, as in everyday speech; `-ent` always counts, as in *souvent*,
///   also in verbs (*ils parlent*), where it is mute. A vowel after `é`, or one with a diaeresis, begins a syllable, and
///   so does what follows a `y` between vowels; other neighbours (*lion*, *nuage*) count once, as in everyday speech.
/// - English: a final mute `e`, `-es` and `-ed` count nothing, except after the letters that make them sound
///   (*table*, *boxes*, *wanted*); `ia`, `io`, `iu`, `eo` and `ua` count twice except in *-tion*, *-cial*, *qua* and
///   the like. Some words are still miscounted by one: *react*, *area* and *business* among them.
enum SyllableCount {
  /// The syllables of a word, at least one.
  static func syllables(of word: String, _ language: LanguageTag) -> Int {
    word.split(whereSeparator: { $0 == "-" }).reduce(0) { sum, part in
      let letters = Array(part.unicodeScalars).filter { $0 != "’" }
      return sum + max(1, language == .french ? french(letters) : english(letters))
    }
  }

  private static func french(_ word: [Unicode.Scalar]) -> Int {
    var count = groups(in: word, of: frenchVowels)
    let isPlural = word.last == "s"
    let stem = isPlural ? word.dropLast() : word[...]
    if count > 1, stem.last == "e", let before = stem.dropLast().last, !frenchVowels.contains(before) { count -= 1 }
    for (place, letter) in word.enumerated().dropFirst() where frenchVowels.contains(letter) {
      let before = word[place - 1]
      let isMuteEnd = letter == "e" && (place == word.count - 1 || (isPlural && place == word.count - 2))
      if before == "é", !isMuteEnd { count += 1 }
      if "ïëü".unicodeScalars.contains(letter), frenchVowels.contains(before) { count += 1 }
      if before == "y", place > 1, frenchVowels.contains(word[place - 2]), !isMuteEnd { count += 1 }
    }
    return count
  }

  private static func english(_ word: [Unicode.Scalar]) -> Int {
    var count = groups(in: word, of: englishVowels)
    func letter(_ fromEnd: Int) -> Unicode.Scalar { word.count > fromEnd ? word[word.count - 1 - fromEnd] : " " }
    switch (letter(1), letter(0)) {
    case (let before, "e") where !englishVowels.contains(before):
      if before != "l" || englishVowels.contains(letter(2)) { count -= 1 }
    case ("e", "d") where !englishVowels.contains(letter(2)):
      if letter(2) != "t", letter(2) != "d" { count -= 1 }
    case ("e", "s") where !englishVowels.contains(letter(2)):
      let isHissed = "sxzcgh".unicodeScalars.contains(letter(2))
      if !isHissed, letter(2) != "l" || englishVowels.contains(letter(3)) { count -= 1 }
    default: break
    }
    for place in word.indices.dropFirst() where place > 1 {
      let before = word[place - 2]
      switch (word[place - 1], word[place]) {
      case ("i", "a"), ("i", "o"), ("i", "u"):
        if !"tcsgx".unicodeScalars.contains(before) { count += 1 }
      case ("e", "o"): count += 1
      case ("u", "a"):
        if before != "q", before != "g" { count += 1 }
      default: break
      }
    }
    return count
  }

  /// How many runs of vowels there are.
  private static func groups(in word: [Unicode.Scalar], of vowels: Set<Unicode.Scalar>) -> Int {
    var count = 0
    var wasVowel = false
    for letter in word {
      let isVowel = vowels.contains(letter)
      if isVowel, !wasVowel { count += 1 }
      wasVowel = isVowel
    }
    return count
  }

  private static let frenchVowels = Set("aeiouyàâäéèêëîïôöùûüÿœæ".unicodeScalars)
  private static let englishVowels = Set("aeiouyéèêïö".unicodeScalars)
}
