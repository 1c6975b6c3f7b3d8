import Bilingual
import Glibc

/// Questions at a terminal: asked on standard error, answered on standard input, a line each.
struct Asking {
  /// Begins a conversation that can be broken off by Ctrl-C at any time.
  init() {
    _ = brokenOff
    signal(SIGINT) { _ in
      let bytes = brokenOff
      _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
      _exit(CommandFailure.Status.interrupted.rawValue)
    }
  }

  /// From here on something is written, all or nothing: Ctrl-C ends the program as usual.
  func end() {
    signal(SIGINT, SIG_DFL)
  }

  /// Asks until an answer is understood; an empty one is the default.
  ///
  /// `understand` gives the value, or throws `NotUnderstood`, whose words are said before asking again.
  func ask<Value>(
    _ question: String, default usual: String, _ understand: (String) throws -> Value
  ) throws -> Value {
    while true {
      let lines = TextLayout.wrap(question, rest: "  ")
      Conversation.sayOpen(lines.joined(separator: "\n") + (usual.isEmpty ? " " : " [\(usual)] "))
      guard let line = readLine() else { throw Self.nothingRecorded }
      let words = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      do {
        return try understand(words.isEmpty ? usual : words)
      } catch let failure as NotUnderstood {
        TextLayout.wrap(failure.words[spokenLanguage], first: "  ", rest: "  ").forEach(Conversation.say)
      } catch let failure as CommandFailure {
        Conversation.say(failure.text(in: spokenLanguage))
      }
    }
  }

  /// Asks for yes or no.
  func confirm(_ question: String) throws -> Bool {
    try ask(question, default: said(en: "yes", fr: "oui")) { answer in
      switch answer.lowercased() {
      case "y", "yes", "o", "oui": true
      case "n", "no", "non": false
      default: throw NotUnderstood(Wording(en: "Answer yes or no.", fr: "Répondre oui ou non."))
      }
    }
  }

  /// Why a conversation ends without anything being recorded.
  static var nothingRecorded: CommandFailure {
    CommandFailure(
      .interrupted, Wording(en: "broken off: nothing was recorded", fr: "abandon\u{A0}: rien n’a été consigné"))
  }
}

/// Why an answer is asked for again.
struct NotUnderstood: Error {
  let words: Wording

  init(_ words: Wording) {
    self.words = words
  }
}

/// What Ctrl-C says; made before, because a signal's handler may not.
private let brokenOff = Array(("\n" + Asking.nothingRecorded.text(in: spokenLanguage) + "\n").utf8)
