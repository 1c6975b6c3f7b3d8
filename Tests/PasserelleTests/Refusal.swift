import Foundation
import Testing

/// What a refusal says in both languages.
struct Refusal {
  let status: Int32
  let en: String
  let fr: String
}

extension Workspace {
  /// Expects a command to be refused in both languages, with these words, and nothing to have changed.
  func refuses(
    _ arguments: [String], _ refusal: Refusal, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let before = try contents
    for (language, words) in [("en", refusal.en), ("fr", refusal.fr)] {
      let ending = try run(arguments + ["--lang", language])
      #expect(ending.status == refusal.status, "\(arguments): \(ending.words)", sourceLocation: sourceLocation)
      #expect(
        ending.conversation.asWords.contains(words), "\(arguments): \(ending.conversation)",
        sourceLocation: sourceLocation)
      for trace in ["Fatal error", "Swift/", ".swift:", "Optional(", "Stack dump", "DecodingError"] {
        #expect(!ending.words.contains(trace), sourceLocation: sourceLocation)
      }
    }
    #expect(try contents == before, "\(arguments) changed files", sourceLocation: sourceLocation)
  }

  /// Expects a command line, split at spaces, to be refused.
  func refuses(
    _ command: String, _ status: Int32, en: String, fr: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try refuses(
      command.split(separator: " ").map(String.init), Refusal(status: status, en: en, fr: fr),
      sourceLocation: sourceLocation)
  }
}

extension String {
  /// The text with each run of blanks as one space, because long sentences are broken into lines.
  var asWords: String { split { $0 == " " || $0 == "\n" }.joined(separator: " ") }
}
