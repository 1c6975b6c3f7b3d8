extension Language {
  /// The text between this language's quotation marks, with the no-break spaces that French wants.
  package func quote(_ text: String) -> String {
    switch self {
    case .en: "‘\(text)’"
    case .fr: "«\u{A0}\(text)\u{A0}»"
    }
  }

  /// The colon as this language sets it, with a trailing space.
  package var colon: String {
    switch self {
    case .en: ": "
    case .fr: "\u{A0}: "
    }
  }

  /// A list in words: "a", "a and b", "a, b and c".
  package func list(_ items: [String], _ conjunction: Conjunction = .and) -> String {
    guard let last = items.last else { return "" }
    guard items.count > 1 else { return last }
    return items.dropLast().joined(separator: ", ") + " \(conjunction.words[self]) " + last
  }

  /// "1 module", "3 modules": the number with the noun in the form that the number asks for.
  ///
  /// French uses the singular for 0 and 1, English for 1 alone.
  package func count(_ number: Int, _ noun: CountableNoun) -> String {
    let singular = self == .fr ? abs(number) < 2 : number == 1
    return "\(number)\u{A0}\(singular ? noun.one[self] : noun.many[self])"
  }
}

/// The word between the last two items of a list.
package enum Conjunction: Sendable {
  /// "and", "et".
  case and
  /// "or", "ou".
  case or

  fileprivate var words: Wording {
    switch self {
    case .and: Wording(en: "and", fr: "et")
    case .or: Wording(en: "or", fr: "ou")
    }
  }
}

/// A noun in the singular and the plural of both languages.
package struct CountableNoun: Sendable {
  /// The singular.
  package let one: Wording
  /// The plural.
  package let many: Wording

  /// A noun from its four forms.
  package init(one: Wording, many: Wording) {
    self.one = one
    self.many = many
  }
}

extension String {
  /// The text with a capital at its beginning.
  package var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
