/// A command as one types it in a shell.
package struct ShellCommand: Hashable, Sendable {
  /// The program and its arguments.
  package let arguments: [String]

  /// A command from its words.
  package init(_ arguments: [String]) {
    self.arguments = arguments
  }

  /// The command on one line.
  package var line: String { phrases.joined(separator: " ") }

  /// The command in lines of at most `width` columns, broken by backslashes; an option stays with its value.
  package func lines(prompt: String, width: Int) -> [String] {
    let phrases = phrases
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

  /// The words, each option with its value.
  private var phrases: [String] {
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
    return phrases
  }
}
