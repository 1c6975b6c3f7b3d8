import Foundation
import Testing

/// `plan --all`: what it says of each pair is what `plan --pair` says, and a run that was stopped goes on.
@Suite(.timeLimit(.minutes(30)))
struct AllPairsTests {
  @Test func everyPairHasTheLineOfItsOwnPlan() throws {
    let workspace = try Workspace.withPair()
    for (id, junior) in [("bea", "Béa"), ("chloe", "Chloé")] {
      try workspace.succeed("person", "add", junior, "--id", id)
      try workspace.succeed(
        "pair", "add", "\(id)-etienne", "--junior", id, "--senior", "etienne", "--now", "2026-06-01T10:00:00Z")
    }
    try workspace.succeed("record", "held", "bea-etienne", "--passed", "ld-contract", "--now", "2026-06-15T10:00:00Z")
    try workspace.succeed("pair", "end", "chloe-etienne", "--now", "2026-06-16T10:00:00Z")
    let all = try workspace.run(["plan", "--all", "--format", "json", "--now", Workspace.now, "--lang", "en"])
    #expect(all.status == 0 && all.conversation.contains("planned, 0 without a plan, 1 passed over"))
    let lines = all.output.split(separator: "\n").map(String.init)
    #expect(lines.count == 2)
    for line in lines {
      let told = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let pair = try #require(told["pair"] as? String)
      let output = try workspace.succeed("plan", "--pair", pair, "--format", "json", "--now", Workspace.now)
      let plan = try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
      for key in ["outcome"] { #expect(told[key] as? String == plan[key] as? String) }
      for key in ["minutes", "lowerBound", "sessionLowerBound", "returnPercent"] {
        #expect(told[key] as? Int == plan[key] as? Int)
      }
      let sessions = (plan["sessions"] as? [[String: Any]] ?? []).map { session in
        (session["parts"] as? [[String: Any]] ?? []).compactMap { $0["module"] as? String }
      }
      #expect(told["sessions"] as? [[String]] == sessions)
    }
    // A run that was stopped in the middle of a line goes on after the last whole one.
    try workspace.write(lines[0] + "\n" + lines[1].prefix(20), to: "plans.jsonl.part")
    try workspace.succeed(
      "plan", "--all", "--format", "json", "--output", "plans.jsonl", "--resume", "--now", Workspace.now)
    #expect(String(decoding: try workspace.bytes("plans.jsonl"), as: UTF8.self) == all.output)
    #expect(throws: (any Error).self) { try workspace.bytes("plans.jsonl.part") }
    try workspace.write("{\"pair\":\"nobody\",\"outcome\":\"reached\"}\n", to: "plans.jsonl.part")
    try workspace.refuses(
      "plan --all --output plans.jsonl --resume", 3, en: "does not end with a pair of this ledger",
      fr: "ne se termine pas par un binôme de ce registre")
    try workspace.refuses(
      "plan --all --pair bea-etienne", 64, en: "--all plans every pair for its own goals",
      fr: "--all planifie chaque binôme pour ses buts")
    try workspace.refuses("plan --resume", 64, en: "--resume goes with --all", fr: "--resume va avec --all")
  }
}
