internal import Bilingual
internal import CurriculumModel
internal import Diagnostics
internal import DomainWords

/// The site's own words in a language.
struct SiteWords {
  let language: Language

  init(_ language: Language) {
    self.language = language
  }

  /// Words in this language.
  func said(en: String, fr: String) -> String { Wording(en: en, fr: fr)[language] }

  /// The language's name in itself.
  var ownName: String { said(en: "English", fr: "Français") }
  var skip: String { said(en: "Skip to the content", fr: "Aller au contenu") }
  var navigation: String { said(en: "Site", fr: "Site") }
  var needs: String { said(en: "What must come first", fr: "Ce qui doit précéder") }
  var needsNothing: String { said(en: "Needs nothing before it.", fr: "Ne demande rien au préalable.") }
  var allOf: String { said(en: "all of these:", fr: "tout ceci\u{A0}:") }
  var oneOf: String { said(en: "one of these:", fr: "l’un de ceux-ci\u{A0}:") }
  func some(_ count: Int) -> String { said(en: "\(count) of these:", fr: "\(count) de ceux-ci\u{A0}:") }

  /// The pages that every page leads to.
  var steps: [(address: PageAddress, label: String)] {
    [
      (.catalogue, said(en: "Modules", fr: "Modules")),
      (.curricula, said(en: "Curricula", fr: "Parcours")),
      (.cards, said(en: "Cards", fr: "Fiches")),
      (.findings, said(en: "Findings", fr: "Constats")),
      (.verification, said(en: "Verify a certificate", fr: "Vérifier une attestation")),
    ]
  }

  /// That documents hold errors.
  func alert(errors: Int) -> String {
    let count = language.count(errors, Self.errors)
    return said(
      en: "\(count) in the documents: pages show what was last found sound.",
      fr: "\(count) dans les documents\u{A0}: les pages montrent ce qui était valide en dernier.")
  }

  var alertLink: String { said(en: "See what is found", fr: "Voir les constats") }

  /// Who made the page and when, and that it sends nothing.
  func colophon(_ day: CalendarDay) -> String {
    said(
      en: "Made by Passerelle on \(day.words.en). Nothing on these pages is sent anywhere.",
      fr: "Fait par Passerelle le \(day.words.fr). Ces pages n’envoient rien nulle part.")
  }

  /// "junior → senior", drawn and said.
  func direction(_ direction: Direction) -> String {
    switch direction {
    case .juniorToSenior: said(en: "The junior mentors", fr: "Le junior est mentor")
    case .seniorToJunior: said(en: "The senior mentors", fr: "Le senior est mentor")
    case .mutual: said(en: "Both learn", fr: "Les deux apprennent")
    }
  }

  /// The name of a language of content; its tag where we have no word for it.
  func languageName(_ tag: LanguageTag) -> String {
    let names: [String: Wording] = [
      "fr": Wording(en: "French", fr: "français"), "en": Wording(en: "English", fr: "anglais"),
      "de": Wording(en: "German", fr: "allemand"), "es": Wording(en: "Spanish", fr: "espagnol"),
      "it": Wording(en: "Italian", fr: "italien"), "pt": Wording(en: "Portuguese", fr: "portugais"),
      "nl": Wording(en: "Dutch", fr: "néerlandais"),
    ]
    return names[tag.rawValue]?[language] ?? tag.rawValue
  }

  func severity(_ severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: said(en: "Error", fr: "Erreur")
    case .warning: said(en: "Warning", fr: "Avertissement")
    }
  }

  static let errors = CountableNoun(
    one: Wording(en: "error", fr: "erreur"), many: Wording(en: "errors", fr: "erreurs"))
  static let warnings = CountableNoun(
    one: Wording(en: "warning", fr: "avertissement"), many: Wording(en: "warnings", fr: "avertissements"))
}
