import Foundation
import Testing

/// The table of exit statuses, a row each; 69 (a server) and 70 (our mistakes) have no input here, and 130 (interrupted) is in `ProofFileTests`.
@Suite(.timeLimit(.minutes(30)))
struct ExitStatusTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let status: Int32
    let command: String
    var spoils: (@Sendable (Workspace) throws -> Void) = { _ in }
    var testDescription: String { "\(status): \(command)" }
  }

  static let rows = [
    Row(status: 0, command: "check"),
    Row(status: 0, command: "plan"),
    Row(status: 1, command: "check") { try $0.write("<module", to: "modules/ld-listen.xml") },
    Row(status: 1, command: "next awa-etienne") { try $0.write("<module", to: "modules/ld-listen.xml") },
    Row(status: 1, command: "certificate verify programme.xml"),
    Row(status: 2, command: "plan --goal reverse-mentor --have have.json") {
      try $0.write(
        #"{"senior": ["sm-account-safe", "sm-netiquette", "sm-landscape", "dt-passwords", "dt-phishing"]}"#,
        to: "have.json")
    },
    Row(status: 3, command: "person add Awa"),
    Row(status: 64, command: "plan --nonsense"),
    Row(status: 66, command: "next nobody"),
    Row(status: 73, command: "person add Zoe") {
      try $0.replace("sqlite:ledger.sqlite", with: "sqlite:README.md/ledger.sqlite", in: "programme.xml")
    },
    Row(status: 74, command: "progress") { try $0.write("no ledger", to: "ledger.sqlite") },
  ]

  @Test(arguments: rows)
  func everyStatusIsReached(row: Row) throws {
    let workspace = try Workspace.withPair()
    try row.spoils(workspace)
    let ending = try workspace.run(row.command.split(separator: " ").map(String.init))
    #expect(ending.status == row.status, "\(ending.words)")
  }
}
