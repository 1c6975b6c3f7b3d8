import Foundation
import Testing

/// Whole outputs of the commands that show what is in a library.
@Suite(.timeLimit(.minutes(30)))
struct LibrarySnapshotTests {
  @Test(arguments: SnapshotTests.languages)
  func coverage(language: String) throws {
    var transcript = Transcript(try Workspace(), language)
    for command in [
      "coverage", "coverage digcomp-3.0", "coverage digcomp-2.2", "coverage lifecomp-2020", "coverage --format json",
      "coverage lifecomp-2020 --format json", "coverage digcomp-3",
    ] { try transcript.run(command) }
    try transcript.expectSnapshot("coverage")
  }

  @Test(arguments: SnapshotTests.languages)
  func conditions(language: String) throws {
    var transcript = Transcript(try Workspace.withPair(), language)
    for command in [
      "graph digital-presence --format mermaid", "graph dt-phishing --format dot", "graph sm-landscape --format json",
      "graph --pair awa-etienne --format mermaid --now \(Workspace.now)", "graph dt-phishng",
      "impact dt-passwords --now \(Workspace.now)", "impact dt-passwords --format json --now \(Workspace.now)",
      "impact ld-close",
    ] { try transcript.run(command) }
    try transcript.expectSnapshot("conditions")
  }

  @Test(arguments: SnapshotTests.languages)
  func drawing(language: String) throws {
    let workspace = try Workspace.withPair()
    let drawing = try workspace.run([
      "graph", "--pair", "awa-etienne", "--lang", language, "--now", Workspace.now, "--output", "graph.svg",
    ])
    #expect(drawing.status == 0, "\(drawing.conversation)")
    let svg = String(decoding: try workspace.bytes("graph.svg"), as: UTF8.self)
    #expect(svg.contains("lang=\"\(language)\""))
    #expect(svg.contains(language == "en" ? "session 1" : "séance 1"))
    let whole = try workspace.run(["graph", "--lang", language])
    #expect(whole.status == 0)
    #expect(whole.output.hasPrefix("<svg "))
    #expect(try workspace.run(["graph", "--output", "nowhere/graph.svg"]).status == 73)
  }

  @Test(arguments: SnapshotTests.languages)
  func theManualTellsOfEveryCommand(language: String) throws {
    let workspace = try Workspace()
    let page = try workspace.succeed("manual-page", "--lang", language, "--now", Workspace.now)
    for command in SnapshotTests.commands
    where !["", "new", "person", "pair", "record", "certificate", "issuer", "ledger"].contains(command) {
      #expect(page.contains(".It Sy passerelle " + command.replacing("-", with: "\\-")), "\(command)")
    }
    #expect(page.contains(language == "en" ? ".Sh EXIT STATUS" : ".Sh ÉTAT DE SORTIE"))
    #expect(page.split(separator: "\n").allSatisfy { !$0.hasPrefix("'") })
  }

  @Test func theGrammarIsPrintedInBothSyntaxes() throws {
    let workspace = try Workspace()
    let published = try Data(contentsOf: Program.package.appending(path: "Validators/Schemas/passerelle.rng"))
    #expect(try workspace.succeed("grammar") == String(decoding: published, as: UTF8.self))
    #expect(try workspace.succeed("grammar", "--compact").hasPrefix("default namespace = \"urn:passerelle:1\""))
  }

  @Test(arguments: SnapshotTests.languages)
  func showing(language: String) throws {
    var transcript = Transcript(try Workspace(), language)
    for command in [
      "show dt-phishing", "show ld-contract --format json", "show scam-checklist", "show scam-checklist --format json",
      "show data-lights",
      "show digital-presence", "show digital-presence --format json", "show reverse-mentor",
      "show reverse-mentor --format json", "show digcomp-3.0:2.5", "show digcomp-3.0:2.5 --format json",
      "show lifecomp-2020", "show digcomp-3.0:5.2", "show sm-first-pots", "show digcomp-3.0:9.9",
    ] { try transcript.run(command) }
    try transcript.expectSnapshot("show")
  }
}
