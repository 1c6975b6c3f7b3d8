import Bilingual

/// The option `--lang`, which every command understands, the ones that only hold others too.
///
/// It is read before the argument parser runs, because help texts and refusals are words too.
enum LanguageOption {
  /// The language that the arguments name, if any; a language that we do not speak is left for the parser to refuse.
  static func language(in arguments: [String]) -> Language? {
    occurrences(in: arguments).first?.language
  }

  /// The arguments without the languages that were understood.
  static func removed(from arguments: [String]) -> [String] {
    let taken = Set(occurrences(in: arguments).flatMap(\.places))
    return arguments.indices.filter { !taken.contains($0) }.map { arguments[$0] }
  }

  private static func occurrences(in arguments: [String]) -> [(language: Language, places: Range<Int>)] {
    arguments.indices.prefix { arguments[$0] != "--" }.compactMap { index in
      let argument = arguments[index]
      if argument.hasPrefix("--lang=") {
        return Language(rawValue: String(argument.dropFirst("--lang=".count))).map { ($0, index..<index + 1) }
      }
      guard argument == "--lang", arguments.indices.contains(index + 1) else { return nil }
      return Language(rawValue: arguments[index + 1]).map { ($0, index..<index + 2) }
    }
  }
}
