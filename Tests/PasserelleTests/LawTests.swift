import Foundation
import Testing

/// What holds of every run.
@Suite(.timeLimit(.minutes(30)))
struct LawTests {
  @Test(arguments: ["mentee-presence", "reverse-mentor", "exchange"])
  func theSamePlanHasTheSameBytes(goal: String) throws {
    let workspace = try Workspace()
    let first = try workspace.succeed("plan", "--goal", goal, "--format", "json")
    #expect(try workspace.succeed("plan", "--goal", goal, "--format", "json") == first)
  }

  @Test func theSamePageHasTheSameBytes() throws {
    let workspace = try Workspace.withEverythingPassed()
    try workspace.succeed("certificate", "issue", "awa-etienne", "exchange", "--now", Workspace.now)
    let id = try workspace.issued("exchange").id
    for name in ["a.pdf", "b.pdf"] {
      try workspace.succeed("certificate", "export", id, "--format", "pdf", "--output", name)
    }
    let first = try workspace.bytes("a.pdf")
    #expect(first.starts(with: Data("%PDF-".utf8)))
    #expect(try workspace.bytes("b.pdf") == first)
  }

  @Test func bothLanguagesHaveTheSameKeys() throws {
    let workspace = try Workspace.withEverythingPassed()
    try workspace.succeed("certificate", "issue", "awa-etienne", "exchange", "--now", Workspace.now)
    _ = try workspace.issued("exchange")
    for command in [
      "check", "plan", "plan --goal widen", "person list", "pair list", "next awa-etienne", "progress",
      "progress awa-etienne", "certificate list", "certificate verify exchange.jwt",
    ] {
      let arguments = command.split(separator: " ").map(String.init) + ["--format", "json", "--lang"]
      let english = try keys(workspace.run(arguments + ["en"]).output)
      #expect(try keys(workspace.run(arguments + ["fr"]).output) == english, "\(command)")
      #expect(!english.isEmpty)
    }
  }

  @Test func aPlanHasTheKeysThatScriptsRelyOn() throws {
    let found = try keys(Workspace().succeed("plan", "--goal", "mentee-presence", "--format", "json"))
    for key in [
      ".outcome", ".minutes", ".lowerBound", ".returnPercent", ".steps[].module", ".steps[].version",
      ".steps[].minutes",
      ".steps[].direction", ".steps[].rationale.kind", ".steps[].rationale.for[]", ".steps[].rationale.text",
      ".sessions[].number", ".sessions[].minutes", ".sessions[].parts[].module", ".sessions[].parts[].minutes",
      ".sessions[].parts[].activities[]", ".sessionLowerBound", ".obstacles",
    ] {
      #expect(found.contains(key), "\(key)")
    }
  }

  @Test func aCheckHasTheKeysThatScriptsRelyOn() throws {
    let workspace = try Workspace()
    try workspace.replace("\"ld-mentor-stance\"", with: "\"ld-mentor-stence\"", in: "modules/dt-passwords.xml")
    let found = try keys(workspace.run(["check", "--format", "json"]).output)
    for key in [
      ".valid", ".summary.files", ".summary.modules", ".summary.curricula", ".summary.errors", ".summary.warnings",
    ]
      + [
        "id", "severity", "file", "line", "column", "endLine", "endColumn", "summary", "explanation", "notes",
        "solutions[].summary", "solutions[].replacements[].line", "solutions[].replacements[].text",
      ].map({ ".diagnostics[].\($0)" })
    {
      #expect(found.contains(key), "\(key)")
    }
  }

  /// The paths of all members of a JSON text.
  private func keys(_ text: String) throws -> Set<String> {
    var found: Set<String> = []
    func walk(_ value: Any, _ path: String) {
      found.insert(path)
      if let object = value as? [String: Any] {
        for (key, value) in object { walk(value, "\(path).\(key)") }
      }
      if let list = value as? [Any] {
        for value in list { walk(value, path + "[]") }
      }
    }
    walk(try JSONSerialization.jsonObject(with: Data(text.utf8)), "")
    return found
  }
}
