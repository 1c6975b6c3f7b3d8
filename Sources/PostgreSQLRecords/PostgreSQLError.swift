import CompletionLedger

/// What a server said, or why it could not be asked.
struct PostgreSQLError: Error {
  /// The five characters by which SQL names what went wrong; empty where the server said nothing.
  let state: String
  /// The words, in the server's language.
  let message: String
  /// Whether the connection is gone.
  let isDisconnected: Bool

  /// Whether the server asks to run the transaction again: two writers met (40001), or waited for each other (40P01).
  var asksForRetry: Bool {
    ["40001", "40P01"].contains(state)
  }

  /// Whether others were making the same tables at the same time.
  var isRaceOfMakers: Bool {
    ["23505", "42P07", "42710", "XX000"].contains(state)
  }

  /// What it amounts to for whoever uses the ledger.
  func failure(at place: String?) -> LedgerFailure {
    LedgerFailure(
      code, path: place,
      cause: LedgerFailure.Cause(code: state.isEmpty ? "PostgreSQL" : "PostgreSQL \(state)", message: message))
  }

  private var code: LedgerFailure.Code {
    if isDisconnected || state.hasPrefix("08") { return .unreachable }
    switch state {
    // Shutdown, start-up and the end of a connection among operator interventions.
    case "57P01", "57P02", "57P03": return .unreachable
    case "40001", "40P01", "55P03", "57014", "53300": return .busy
    case "42501": return .forbidden
    case "25006": return .readOnly
    case "53100": return .full
    case "58030", "58P01": return .inputOutput
    case "XX001", "XX002": return .damaged
    default: return .unexpected
    }
  }
}
