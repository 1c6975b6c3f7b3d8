import Foundation
import Testing

/// How the program behaves in a terminal, in a pipe and in a script.
@Suite(.timeLimit(.minutes(30)))
struct MannersTests {
  @Test func quietLeavesTheProductAlone() throws {
    let workspace = try Workspace.small()
    let loud = try workspace.run(["new", "module", "two"])
    #expect(loud.conversation.contains("gaps to fill in"))
    let quiet = try workspace.run(["new", "module", "three", "--quiet"])
    #expect(quiet.status == 0 && quiet.output == "modules/three.xml\n" && quiet.conversation.isEmpty)
    let checked = try workspace.run(["check", "--quiet", "--no-cache"])
    #expect(checked.status == 1 && checked.output.contains("[TextMissing]") && checked.conversation.isEmpty)
    let failed = try workspace.run(["next", "nobody", "--quiet"])
    #expect(failed.status != 0 && failed.conversation.contains("error: "))
  }

  @Test func quietAfterTwoDashesIsAnArgument() throws {
    let workspace = try Workspace.small()
    #expect(try workspace.run(["person", "add", "--", "--quiet"]).output.hasPrefix("--quiet is added"))
  }

  @Test(arguments: ["en", "fr"], ["--help", "record --help", "next nobody", "manual", "plan --format xml"])
  func narrowTerminalsAreFilledAndNotPassed(language: String, command: String) throws {
    let workspace = try Workspace.small()
    let ending = try workspace.run(
      command.split(separator: " ").map(String.init) + ["--lang", language], environment: ["COLUMNS": "40"])
    let lines = (ending.output + ending.conversation).split(separator: "\n")
    #expect(!lines.isEmpty)
    for line in lines where line.count > 40 {
      // A word that alone is too long stays whole.
      #expect(line.drop { $0 == " " }.split(separator: " ").map(\.count).max() ?? 0 > 28, "\(line)")
    }
  }

  @Test func theEnvironmentFixesTheMomentUnlessTheCommandDoes() throws {
    let workspace = try Workspace.small()
    let environment = ["PASSERELLE_NOW": "2026-12-24T10:00:00Z"]
    let fixed = try workspace.run(["record", "missed", "a-b"], environment: environment)
    #expect(fixed.output.hasPrefix("2026-12-24  "))
    let said = try workspace.run(
      ["record", "missed", "a-b", "--now", "2026-12-30T10:00:00Z"], environment: environment)
    #expect(said.output.hasPrefix("2026-12-30  "))
    let french = try workspace.run(["record", "missed", "a-b", "--lang", "fr"], environment: environment)
    #expect(french.output.hasPrefix("24/12/2026  "))
    let wrong = try workspace.run(["progress"], environment: ["PASSERELLE_NOW": "tomorrow"])
    #expect(wrong.status == 64 && wrong.words.contains("PASSERELLE_NOW is no moment such as"))
    #expect(try workspace.run(["progress"], environment: ["PASSERELLE_NOW": ""]).status == 0)
  }

  @Test func aWorkspaceThatIsNotSoundSaysSoInAFewLines() throws {
    let workspace = try Workspace.small()
    try workspace.succeed("new", "module", "two")
    let ending = try workspace.run(["pair", "list"])
    #expect(ending.status == 1)
    #expect(ending.conversation.matches(of: /\[(?:TextMissing|LicenceMissing)\]/).count == 3)
    #expect(ending.words.contains(/the workspace is not sound: \d\d.errors/))
  }

  @Test func aPipeThatClosesEndsTheProgramQuietly() throws {
    let workspace = try Workspace.small()
    let ending = try Program.run(
      ["-c", "'\(Program.path)' manual findings | head -1; exit ${PIPESTATUS[1]}"], in: workspace.folder,
      program: "/bin/bash")
    #expect(ending.status == 0 && ending.output == "# Findings\n" && ending.conversation.isEmpty)
  }

  @Test func theManualIsWrittenInBothLanguages() throws {
    let workspace = try Workspace.small()
    try workspace.succeed("manual", "--output", "share/doc")
    let files = try FileManager.default.contentsOfDirectory(atPath: workspace.url("share/doc").path)
    #expect(files.count == 11 && files.contains("leads.fr.md") && files.contains(".passerelle-manual"))
    #expect(try workspace.run(["manual", "leads", "--lang", "fr"]).output.hasPrefix("# Guide des responsables"))
    #expect(try workspace.run(["manual", "lead"]).words.contains("did you mean ‘leads’?"))
    #expect(try workspace.run(["manual", "leads", "--output", "x"]).status == 64)
    #expect(try workspace.run(["manual", "--output", "one.xml"]).status == 73)
  }

  /// As with pages: a folder that holds other people's files is left alone, one of ours is written anew.
  @Test func theManualIsWrittenOverNothingElse() throws {
    let workspace = try Workspace.small()
    func text(_ path: String) throws -> String { String(decoding: try workspace.bytes(path), as: UTF8.self) }
    try FileManager.default.createDirectory(at: workspace.url("notes"), withIntermediateDirectories: false)
    try workspace.write("mine", to: "notes/leads.fr.md")
    try workspace.write("mine", to: "notes/todo.txt")
    for (language, words) in [("en", "no manual of ours: there is ‘todo.txt’"), ("fr", "ce n’est pas notre manuel")] {
      let ending = try workspace.run(["manual", "--output", "notes", "--lang", language])
      #expect(ending.status == 73 && ending.words.contains(words), "\(ending.words)")
    }
    #expect(try text("notes/leads.fr.md") == "mine")
    try workspace.succeed("manual", "--output", "book")
    try workspace.write("old", to: "book/leads.fr.md")
    try workspace.write("mine", to: "book/todo.txt")
    try workspace.succeed("manual", "--output", "book")
    #expect(try text("book/leads.fr.md").hasPrefix("# Guide des responsables"))
    #expect(try text("book/todo.txt") == "mine")
  }

  @Test func longWorkShowsABarAtATerminalAlone() throws {
    let workspace = try Workspace.small()
    let command = ["plan", "--all", "--format", "json", "--output", "plans.jsonl"]
    let bar = String(repeating: "━", count: 20)
    #expect(try Terminal.run(command, in: workspace.folder, answering: []).shown.contains(bar))
    #expect(try !Terminal.run(command + ["--quiet"], in: workspace.folder, answering: []).shown.contains("━"))
    #expect(try !Terminal.run(command + ["--no-progress"], in: workspace.folder, answering: []).shown.contains("━"))
    #expect(try !workspace.run(command).conversation.contains("━"))
  }
}
