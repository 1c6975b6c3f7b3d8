import Bilingual

/// Why a command stopped: its exit status, what happened, and what may be done.
struct CommandFailure: Error {
  /// How a command ends; the table of the manual.
  enum Status: Int32 {
    /// The content or the document is not sound.
    case notSound = 1
    /// No plan reaches the goal.
    case noPlan = 2
    /// What was asked contradicts what is recorded.
    case conflict = 3
    /// The arguments are wrong.
    case usage = 64
    /// There is no such input.
    case noInput = 66
    /// A server cannot be reached.
    case unavailable = 69
    /// A mistake of ours.
    case ourMistake = 70
    /// The output cannot be created.
    case cannotCreate = 73
    /// Reading or writing failed.
    case inputOutput = 74
    /// Others are writing; try again.
    case busy = 75
    /// Whoever was asked broke off.
    case interrupted = 130
  }

  /// The exit status.
  let status: Status
  /// What happened.
  let summary: Wording
  /// What may be done about it, the likeliest first.
  let remedies: [Wording]

  /// A failure from its parts.
  init(_ status: Status, _ summary: Wording, remedies: [Wording] = []) {
    self.status = status
    self.summary = summary
    self.remedies = remedies
  }

  /// The failure as it is said on standard error.
  func text(in language: Language) -> String {
    let label = language == .en ? "error" : "erreur"
    let help = language == .en ? "help" : "aide"
    let lines =
      TextLayout.wrap(summary[language], first: label + language.colon, rest: "  ")
      + remedies.flatMap { TextLayout.wrap($0[language], first: "  " + help + language.colon, rest: "    ") }
    return lines.joined(separator: "\n")
  }
}
