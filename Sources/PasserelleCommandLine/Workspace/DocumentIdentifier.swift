import Bilingual

/// The identifiers of documents: lower-case letters, digits, dots and hyphens, as the grammar wants them.
enum DocumentIdentifier {
  /// The most characters.
  static let limit = 64

  /// Whether the grammar takes an identifier.
  static func isValid(_ id: String) -> Bool {
    id.utf8.count <= limit && id.wholeMatch(of: /[a-z0-9]+([.\-][a-z0-9]+)*/) != nil
  }

  /// The identifier nearest to a name, without accents; nil where nothing is left of it.
  static func suggested(for name: String) -> String? {
    var words: [String] = [""]
    for character in name.lowercased() {
      let plain = String(character).unicodeScalars.first.map { base(of: $0, in: character) } ?? ""
      if plain.isEmpty {
        words.append("")
      } else {
        words[words.count - 1] += plain
      }
    }
    var id = words.filter { !$0.isEmpty }.joined(separator: "-")
    while id.utf8.count > limit { id = id.split(separator: "-").dropLast().joined(separator: "-") }
    return isValid(id) ? id : nil
  }

  /// The letters or digits that stand for a character; none where it only parts words.
  private static func base(of scalar: Unicode.Scalar, in character: Character) -> String {
    switch character {
    case "a"..."z" where scalar.isASCII, "0"..."9": return String(character)
    case "œ": return "oe"
    case "æ": return "ae"
    case "ß": return "ss"
    default:
      let first = String(character).decomposed.first
      guard let first, ("a"..."z").contains(first) else { return "" }
      return String(first)
    }
  }

  /// Refuses what is no identifier, with the nearest one.
  static func required(_ id: String, among known: some Sequence<String>) throws {
    guard !isValid(id) else { return }
    let folded = id.lowercased()
    let near = known.filter { $0.lowercased() == folded }
    let remedies = near.isEmpty ? suggested(for: id).map { [didYouMean([$0])] } ?? [] : [didYouMean(near)]
    throw CommandFailure(
      .usage,
      Wording(
        en: "\(Language.en.quote(id)) is no identifier: lower-case letters, digits, hyphens and dots, 64 at most",
        fr: """
          \(Language.fr.quote(id)) n’est pas un identifiant\u{A0}: minuscules sans accent, chiffres, traits d’union \
          et points, 64 au plus
          """),
      remedies: remedies)
  }
}
