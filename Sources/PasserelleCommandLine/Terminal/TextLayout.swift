import Bilingual

/// Text broken into lines of a width, by words; no-break spaces hold together.
enum TextLayout {
  /// The columns of a page.
  static let width = 80

  /// The text in lines of at most `width` columns, the first after `first`, the others after `rest`.
  ///
  /// A column is a grapheme; a word longer than a line stands alone on one.
  static func wrap(_ text: String, first: String = "", rest: String? = nil, width: Int = width) -> [String] {
    text.broken(first: first, rest: rest, width: width)
  }

  /// A command as one types it in a shell, broken by backslashes where it is too long; an option stays with its value.
  static func command(_ arguments: [String], prompt: String) -> [String] {
    var phrases: [String] = []
    var isOpen = false
    for argument in arguments {
      let word =
        argument.allSatisfy { $0.isLetter || $0.isNumber || "-_./:=+".contains($0) } ? argument : "\"\(argument)\""
      if isOpen, !argument.hasPrefix("--"), let last = phrases.popLast() {
        phrases.append("\(last) \(word)")
      } else {
        phrases.append(word)
      }
      isOpen = argument.hasPrefix("--")
    }
    var lines: [String] = []
    var line = prompt
    for (index, phrase) in phrases.enumerated() {
      let room = width - (index == phrases.count - 1 ? 0 : 2)
      if index > 0, line.count + 1 + phrase.count > room {
        lines.append(line + " \\")
        line = String(repeating: " ", count: prompt.count + 2) + phrase
      } else {
        line += (index == 0 ? "" : " ") + phrase
      }
    }
    return lines + [line]
  }

  /// The text with a capital at its beginning.
  static func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  /// A heading with a rule below it.
  static func heading(_ text: String) -> [String] {
    let lines = wrap(text)
    return lines + [String(repeating: "─", count: lines.map(\.count).max() ?? 0)]
  }
}
