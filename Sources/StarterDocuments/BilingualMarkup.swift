internal import Bilingual

/// Elements that say the same in both languages, the original first.
struct BilingualMarkup {
  /// The language of the original.
  let language: Language

  /// The other language.
  var other: Language { language == .en ? .fr : .en }

  /// An element with running text in both languages; the words are markup already.
  func text(_ name: String, _ attributes: String = "", en: String, fr: String) -> String {
    let words = Wording(en: en, fr: fr)
    let space = attributes.isEmpty ? "" : " "
    return "<\(name)\(space)\(attributes)>\(words[language])</\(name)>\n"
      + "<\(name) xml:lang=\"\(other.rawValue)\"\(space)\(attributes)>\(words[other])</\(name)>\n"
  }

  /// An element with a list of steps in both languages.
  func steps(_ name: String, _ attributes: String = "", kind: String = "numbers", en: [String], fr: [String]) -> String
  {
    func list(_ steps: [String]) -> String {
      "<list kind=\"\(kind)\">" + steps.map { "<item>\($0)</item>" }.joined() + "</list>"
    }
    return text(name, attributes, en: list(en), fr: list(fr))
  }
}
