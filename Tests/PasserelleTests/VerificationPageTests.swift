import Foundation
import Testing

/// The page that verifies certificates, used as a reader uses it: files are chosen or dropped, trust is written.
@Suite(.timeLimit(.minutes(30)))
struct VerificationPageTests {
  private struct Answer: Decodable {
    struct Step: Decodable {
      struct Verdict: Decodable {
        let file: String
        let verdict: String
        let heading: String
        let problems: [String]
        let facts: [String]
      }

      let verdicts: [Verdict]
      let notes: [String]
    }

    let steps: [Step]
    let requests: [String]
    let console: [String]
  }

  private struct Step: Encodable {
    var way: String?
    var files: [String]?
    var trust: String?
  }

  private struct Judged: Decodable {
    struct Problem: Decodable {
      let id: String
    }

    let verdict: String
    let problems: [Problem]
  }

  private static let milliseconds = "1795428000000"

  private func use(_ steps: [Step], _ language: String, _ workspace: Workspace) throws -> Answer {
    let script = Program.package.appending(path: "Tests/PasserelleTests/verify-in-page.py").path
    let page = "file://\(workspace.folder)/site/\(language)/verify.html"
    let written = String(decoding: try JSONEncoder().encode(steps), as: UTF8.self)
    let ending = try Program.run(
      [script, page, Self.milliseconds, written], in: workspace.folder, program: "/usr/bin/python3")
    try #require(ending.status == 0, "\(ending.conversation)")
    let answer = try JSONDecoder().decode(Answer.self, from: Data(ending.output.utf8))
    let own = "file://\(workspace.folder)/site/assets/"
    #expect(answer.console == [] && answer.requests.allSatisfy { $0.hasPrefix(own) }, "\(answer.requests)")
    return answer
  }

  /// A certificate in both forms, and what somebody might make of it; says who issued it.
  private func writeTampered(_ workspace: Workspace) throws -> (files: [String], issuer: String) {
    let certificate = try workspace.issued("exchange")
    let token = String(decoding: try workspace.bytes("exchange.jwt"), as: UTF8.self)
    let json = try workspace.succeed("certificate", "export", certificate.id, "--format", "json")
    let other = try Workspace.withEverythingPassed()
    try other.succeed("certificate", "issue", "awa-etienne", "exchange", "--now", Workspace.now)
    _ = try other.issued("exchange")
    let stranger = String(decoding: try other.bytes("exchange.jwt"), as: UTF8.self)
    let (own, foreign) = (token.split(separator: "."), stranger.split(separator: "."))
    let made = [
      "whole.jwt": token, "whole.json": json, "stranger.jwt": stranger, "empty.jwt": "", "words.json": "hello",
      "short.jwt": String(token.dropLast(20)), "name.json": json.replacing("Awa Diallo", with: "Eva Diallo"),
      "issuer.json": json.replacing("\"issuer\"", with: "\"Issuer\""),
      "long.json": json.replacing("{", with: "{\"a\":1,"),
      "swapped.jwt": "\(own[0]).\(foreign[1]).\(own[2])", "half.jwt": "\(own[0]).\(own[1])",
    ]
    for (name, text) in made { try workspace.write(text, to: name) }
    return (made.keys.sorted(), certificate.issuer)
  }

  @Test(arguments: SnapshotTests.languages)
  func filesThatAreChosenOrDroppedAreJudgedAsTheCommandDoes(language: String) throws {
    let workspace = try Workspace.withEverythingPassed()
    try workspace.succeed("certificate", "issue", "awa-etienne", "exchange", "--now", Workspace.now)
    let (files, issuer) = try writeTampered(workspace)
    try workspace.succeed("preview", "--output", "site", "--now", Workspace.now)
    let paths = files.map { workspace.url($0).path }
    let answer = try use(
      [
        Step(way: "choose", files: [workspace.url("whole.jwt").path]), Step(trust: issuer),
        Step(way: "drop", files: paths), Step(way: "choose", files: paths), Step(trust: "did:key:zNope"),
      ], language, workspace)
    try #require(answer.steps.count == 5)
    #expect(answer.steps[0].verdicts.map(\.verdict) == ["untrusted"])
    #expect(answer.steps[1].verdicts.map(\.verdict) == ["valid"])
    #expect(answer.steps[1].verdicts.first?.heading == (language == "fr" ? "Valide" : "Valid"))
    #expect(answer.steps[1].verdicts.first?.facts.first?.contains("Awa Diallo") == true)
    for step in answer.steps[2...3] {
      #expect(step.verdicts.map(\.file) == files && step.notes == [])
      for verdict in step.verdicts {
        let record = try workspace.run([
          "certificate", "verify", verdict.file, "--trust", issuer, "--now", Workspace.now, "--format", "json",
        ])
        let judged = try JSONDecoder().decode(Judged.self, from: Data(record.output.utf8))
        #expect(verdict.verdict == judged.verdict, "\(verdict.file)")
        #expect(verdict.problems == judged.problems.map(\.id), "\(verdict.file)")
      }
      #expect(Set(step.verdicts.map(\.verdict)) == ["valid", "untrusted", "refused"])
    }
    #expect(answer.steps[4].notes.count == 1 && answer.steps[4].notes[0].contains("zNope"))
    #expect(!answer.steps[4].verdicts.contains { $0.verdict == "valid" })
  }

  @Test func formsThatThePageDoesNotReadAreNamed() throws {
    let workspace = try Workspace.withEverythingPassed()
    try workspace.succeed("certificate", "issue", "awa-etienne", "exchange", "--now", Workspace.now)
    let id = try workspace.issued("exchange").id
    try workspace.succeed("certificate", "export", id, "--format", "pdf", "--output", "page.pdf")
    try workspace.succeed("preview", "--output", "site", "--now", Workspace.now)
    let answer = try use([Step(way: "drop", files: [workspace.url("page.pdf").path])], "en", workspace)
    #expect(answer.steps.first?.verdicts.map(\.verdict) == ["unjudged"])
    #expect(answer.steps.first?.verdicts.first?.heading == "A PDF is not judged on this page")
  }
}
