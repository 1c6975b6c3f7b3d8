import Foundation
import Testing

/// `plan --proof` and `--verify-proof`, and what Ctrl-C leaves.
@Suite(.timeLimit(.minutes(30)))
struct ProofFileTests {
  @Test(arguments: [[], ["--goal", "mentee-presence"], ["--goal", "reverse-mentor", "--min-return-percent", "35"]])
  func aProofIsAcceptedForItsQuestionAlone(question: [String]) throws {
    let workspace = try Workspace()
    let plan = try workspace.run(["plan", "--proof", "proof.json", "--format", "json"] + question)
    #expect(plan.status == 0, "\(plan.words)")
    let verified = try workspace.run(["plan", "--verify-proof", "proof.json", "--lang", "en"] + question)
    #expect(verified.status == 0)
    #expect(verified.words.contains("and no plan takes fewer."), "\(verified.words)")
    let french = try workspace.run(["plan", "--verify-proof", "proof.json", "--lang", "fr"] + question)
    #expect(french.words.contains("et aucun plan n’en demande moins."))
    let json = try workspace.run(["plan", "--verify-proof", "proof.json", "--format", "json"] + question)
    let record = try members(of: json)
    #expect(record["minutes"] as? Int == (try members(of: plan))["minutes"] as? Int)
    try workspace.refuses(
      ["plan", "--verify-proof", "proof.json", "--goal", "exchange"],
      Refusal(status: 1, en: "the proof in proof.json is refused", fr: "la preuve dans proof.json est refusée"))
  }

  @Test func whatIsBentIsRefused() throws {
    let workspace = try Workspace()
    let question = ["plan", "--goal", "mentee-presence"]
    try #require(try workspace.run(question + ["--proof", "proof.json"]).status == 0)
    let minutes = try #require(try members(of: workspace.run(question + ["--format", "json"]))["minutes"] as? Int)
    let proof = String(decoding: try workspace.bytes("proof.json"), as: UTF8.self)
    func refuses(_ old: String, _ new: String, en: String, fr: String) throws {
      try workspace.write(proof.replacing(old, with: new), to: "bent.json")
      try workspace.refuses(question + ["--verify-proof", "bent.json"], Refusal(status: 1, en: en, fr: fr))
    }
    let claim = #""lowerBound":\#(minutes)"#
    try refuses(claim, #""lowerBound":\#(minutes + 5)"#, en: "claims more than it proves", fr: "affirme plus qu’elle")
    try refuses(
      #""minutes":\#(minutes)"#, #""minutes":\#(minutes - 5)"#, en: "its modules take \(minutes) minutes",
      fr: "ses modules demandent \(minutes) minutes")
    try refuses("proof-1", "proof-9", en: "does not know the form", fr: "ne connaît pas la forme")
    try refuses(claim, "", en: "is not JSON of the form", fr: "n’est pas du JSON de la forme")
    try workspace.refuses(
      "plan --verify-proof nobody.json", 66, en: "there is no file nobody.json", fr: "il n’y a pas de fichier")
    try workspace.refuses(
      "plan --verify-proof a --proof b", 64, en: "do not go together", fr: "ne vont pas ensemble")
  }

  @Test(arguments: [["--minutes", "240"], ["--sessions", "3"]])
  func aProofOfABudgetIsAcceptedForItsQuestionAlone(budget: [String]) throws {
    let workspace = try Workspace()
    let question = ["--goal", "mentee-presence"] + budget
    let plan = try workspace.run(["plan", "--proof", "proof.json", "--format", "json"] + question)
    #expect(plan.status == 0, "\(plan.words)")
    let budgeted = try #require(try members(of: plan)["budget"] as? [String: Any])
    let verified = try workspace.run(["plan", "--verify-proof", "proof.json", "--lang", "en"] + question)
    #expect(verified.status == 0, "\(verified.words)")
    #expect(verified.words.contains("minutes reaches more."), "\(verified.words)")
    let french = try workspace.run(["plan", "--verify-proof", "proof.json", "--lang", "fr"] + question)
    #expect(french.words.contains("n’en atteint davantage."))
    let json = try workspace.run(["plan", "--verify-proof", "proof.json", "--format", "json"] + question)
    let record = try members(of: json)
    #expect(record["value"] as? Int == budgeted["value"] as? Int)
    try workspace.refuses(
      ["plan", "--verify-proof", "proof.json", "--goal", "mentee-presence", "--minutes", "90"],
      Refusal(status: 1, en: "it is of a budget of", fr: "elle porte sur un budget de"))
    try workspace.refuses(
      ["plan", "--verify-proof", "proof.json", "--goal", "mentee-presence"],
      Refusal(status: 1, en: "is not JSON of the form", fr: "n’est pas du JSON de la forme"))
    try workspace.refuses(
      "plan --verify-proof a --least sessions", 64, en: "proofs are of minutes", fr: "une preuve porte sur des minutes")
  }

  @Test func nothingToProveIsSaid() throws {
    let workspace = try Workspace()
    try workspace.write(#"{"senior": ["dt-passwords"]}"#, to: "have.json")
    let ending = try workspace.run(
      ["plan", "--goal", "dt-passwords", "--have", "have.json", "--proof", "proof.json", "--lang", "en"])
    #expect(ending.status == 0)
    #expect(ending.words.contains("there is nothing to prove"))
    #expect(!FileManager.default.fileExists(atPath: workspace.folder + "/proof.json"))
  }

  /// A covering problem that nobody proves in a minute is interrupted as soon as the program listens.
  @Test func anInterruptedSearchPrintsTheBestSoFar() throws {
    let workspace = try Workspace()
    try workspace.write(Self.covering(modules: 600, competences: 250), to: "problem.json")
    let process = Process()
    process.executableURL = URL(filePath: Program.path)
    process.arguments = ["plan", "--problem", "problem.json", "--format", "json", "--proof", "proof.json"]
    process.currentDirectoryURL = URL(filePath: workspace.folder)
    let output = Pipe()
    process.standardOutput = output
    process.standardInput = FileHandle.nullDevice
    try process.run()
    while process.isRunning, !listens(process.processIdentifier) { sched_yield() }
    kill(process.processIdentifier, SIGINT)
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 130)
    let plan = try #require(try JSONSerialization.jsonObject(with: printed) as? [String: Any])
    #expect(plan["outcome"] as? String == "feasible")
    #expect(try #require(plan["lowerBound"] as? Int) <= #require(plan["minutes"] as? Int))
    #expect((plan["steps"] as? [Any])?.isEmpty == false)
    #expect(!FileManager.default.fileExists(atPath: workspace.folder + "/proof.json"))
  }

  @Test func whatIsNotProvedIsSaidInMinutes() throws {
    let workspace = try Workspace()
    try workspace.write(Self.covering(modules: 600, competences: 250), to: "problem.json")
    let command = ["plan", "--problem", "problem.json", "--time-limit", "0.1s", "--lang"]
    #expect(try workspace.run(command + ["en"]).words.contains(/every plan takes at least \d+ minutes/))
    #expect(try workspace.run(command + ["fr"]).words.contains(/tout plan demande au moins \d+ minutes/))
  }

  /// Whether a process has a handler of its own for the interruption.
  private func listens(_ process: Int32) -> Bool {
    let status = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
    let caught = status.split(separator: "\n").first { $0.hasPrefix("SigCgt:") }?.split(separator: "\t").last
    return caught.flatMap { UInt64($0, radix: 16) }.map { $0 & (1 << (SIGINT - 1)) != 0 } ?? false
  }

  private func members(of ending: Program.Ending) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(ending.output.utf8)) as? [String: Any])
  }

  /// Modules that teach a few competences each, all of which are wanted.
  private static func covering(modules: Int, competences: Int) -> String {
    var state: UInt64 = 1
    func next(below count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(truncatingIfNeeded: state >> 33) % count
    }
    let names = (0..<competences).map { "\"c\($0)\"" }
    let offered = (0..<modules).map { module in
      let taught = Set([module % competences] + (0..<5).map { _ in next(below: competences) }).sorted()
      let teaches = taught.map { names[$0] }.joined(separator: ",")
      return #"{"id": "m\#(module)", "minutes": \#(20 + next(below: 40)), "teaches": [\#(teaches)]}"#
    }
    return """
      {"competencies": [\(names.joined(separator: ","))], "modules": [\(offered.joined(separator: ",\n"))],
       "goal": {"all": [\(names.map { "{\"c\": \($0)}" }.joined(separator: ","))]}}
      """
  }
}
