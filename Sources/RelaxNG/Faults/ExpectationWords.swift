internal import Bilingual

extension Expectation {
  /// What is wanted, as a noun phrase: "a whole number from 1 to 9999".
  var words: Wording { Wording { words($0) } }

  private func words(_ language: Language) -> String {
    let isEnglish = language == .en
    switch self {
    case .oneOf(let values):
      let quoted = values.prefix(12).map(language.quoteValue)
      return values.count == 1 ? quoted.joined() : language.list(Array(quoted), .or)
    case .wholeNumber(let least, let most):
      return (isEnglish ? "a whole number" : "un nombre entier") + Self.bounds(least, most, language)
    case .day: return isEnglish ? "a day written YYYY-MM-DD" : "un jour écrit AAAA-MM-JJ"
    case .address: return isEnglish ? "an address or a path" : "une adresse ou un chemin"
    case .form(let name, let expression, let maxLength):
      return Self.form(name, expression, language) + Self.length(maxLength, language)
    case .characters(let least, let most):
      if least == nil, most == nil { return isEnglish ? "a text" : "un texte" }
      return (isEnglish ? "a text of " : "un texte de ") + Self.characters(least, most, language)
    case .words(let each):
      let item = each.words[language]
      return isEnglish
        ? "one or more words separated by spaces, each \(item)"
        : "un ou plusieurs mots séparés par des espaces, chacun étant \(item)"
    case .either(let kinds): return language.list(kinds.map { $0.words[language] }, .or)
    }
  }

  private static func bounds(_ least: Int?, _ most: Int?, _ language: Language) -> String {
    switch (least, most) {
    case (let least?, let most?): language == .en ? " from \(least) to \(most)" : " de \(least) à \(most)"
    case (let least?, nil): language == .en ? " of \(least) or more" : " d’au moins \(least)"
    case (nil, let most?): language == .en ? " of at most \(most)" : " d’au plus \(most)"
    case (nil, nil): ""
    }
  }

  private static func length(_ most: Int?, _ language: Language) -> String {
    guard let most else { return "" }
    return language == .en ? ", at most \(most)\u{A0}characters" : ", \(most)\u{A0}caractères au plus"
  }

  private static func characters(_ least: Int?, _ most: Int?, _ language: Language) -> String {
    let noun = CountableNoun(
      one: Wording(en: "character", fr: "caractère"), many: Wording(en: "characters", fr: "caractères"))
    switch (least, most) {
    case (let least?, let most?): return bounds(least, most, language).dropFirst() + "\u{A0}" + noun.many[language]
    case (let least?, nil):
      return (language == .en ? "at least " : "au moins ") + language.count(least, noun)
    case (nil, let most?): return (language == .en ? "at most " : "au plus ") + language.count(most, noun)
    case (nil, nil): return ""
    }
  }

  /// The forms that the vocabulary defines, by the names of their definitions; any other by its expression.
  private static func form(_ name: String?, _ expression: String, _ language: Language) -> String {
    let isEnglish = language == .en
    switch name {
    case "identifier":
      return isEnglish
        ? "lower-case letters a to z and digits, in parts joined by single hyphens or dots"
        : "des lettres minuscules de a à z et des chiffres, en parties reliées par un trait d’union ou un point"
    case "competence-code":
      return isEnglish
        ? "a code such as \(language.quote("2.2")): letters and digits, in parts joined by single hyphens or dots"
        : "un code tel que \(language.quote("2.2"))\(language.colon)des lettres et des chiffres, en parties reliées par un trait d’union ou un point"
    case "language":
      return isEnglish
        ? "a language tag such as \(language.quote("fr")) or \(language.quote("en-GB"))"
        : "un code de langue tel que \(language.quote("fr")) ou \(language.quote("en-GB"))"
    case "semantic-version":
      return isEnglish
        ? "a version such as \(language.quote("1.2.0"))" : "une version telle que \(language.quote("1.2.0"))"
    case "edition":
      return isEnglish
        ? "an edition such as \(language.quote("2026.1"))" : "une édition telle que \(language.quote("2026.1"))"
    case "colour":
      return isEnglish
        ? "a colour such as \(language.quote("#12566a"))" : "une couleur telle que \(language.quote("#12566a"))"
    default:
      return isEnglish
        ? "characters of the form \(language.quote(expression))"
        : "des caractères de la forme \(language.quote(expression))"
    }
  }
}
