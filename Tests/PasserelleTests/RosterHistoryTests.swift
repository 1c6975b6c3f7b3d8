import Foundation
import Testing

/// The invented organisation: its page's commands work, give what it promises, and can be repeated.
@Suite(.timeLimit(.minutes(30)))
struct RosterHistoryTests {
  @Test(arguments: SnapshotTests.languages)
  func theWholeHistoryLoadsAndCounts(language: String) throws {
    let workspace = try Workspace(whole: true)
    let page = try String(contentsOf: workspace.url("roster/README.md"), encoding: .utf8)
    let blocks = page.matches(of: /```sh\n((?:.|\n)*?)```/).map { String($0.1) }
    let commands = try #require(blocks.first { $0.contains("history.csv") }).split(separator: "\n").map { line in
      line.split(separator: " ").dropFirst().map(String.init)
    }
    for command in commands {
      let ending = try workspace.run(command)
      #expect(ending.status == 0, "\(command): \(ending.words)")
    }
    let table = try workspace.succeed("export")
    // What people and events are is known already; certificates are not issued twice by asking once.
    for command in commands where command.contains("import") {
      let again = try workspace.run(command + ["--lang", "en"])
      #expect(again.status == 0 && again.output.contains("known already") && !again.output.contains("new"))
    }
    #expect(try workspace.succeed("export") == table)
    #expect(try workspace.run(["ledger", "verify"]).status == 0)
    var transcript = Transcript(workspace, language)
    try transcript.run("certificate list --now \(Workspace.now)")
    try transcript.run("pair suggest")
    try transcript.expectSnapshot("roster")
    if language == "en" { try expectDifferentStandings(in: workspace) }
  }

  /// Pairs at their goal, pairs under way, pairs that have hardly begun, missed sessions and failed checks.
  private func expectDifferentStandings(in workspace: Workspace) throws {
    let output = try workspace.succeed("progress", "--now", Workspace.now, "--format", "json")
    let pairs = try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [[String: Any]])
    let held = pairs.compactMap { $0["sessionsHeld"] as? Int }
    #expect(pairs.count == 20 && held.count == 20)
    #expect(held.contains { $0 < 3 } && held.contains { $0 > 9 })
    #expect(pairs.count { $0["outcome"] as? String == "reached" } > 3)
    #expect(pairs.count { ($0["minutesLeft"] as? Int ?? 0) > 0 } > 9)
    #expect(pairs.contains { ($0["sessionsMissed"] as? Int ?? 0) > 2 })
    for fact in ["failed", "recognisedCompetences", "certificates"] {
      #expect(pairs.contains { ($0[fact] as? [Any])?.isEmpty == false }, "\(fact)")
    }
  }
}
