import Foundation
import Testing

/// The forms in which `check` reports, severities, and findings that are known.
@Suite(.timeLimit(.minutes(30)))
struct CheckReportTests {
  /// A workspace with a misspelt attribute and minutes that do not add up.
  private func spoilt() throws -> Workspace {
    let workspace = try Workspace()
    try workspace.replace("minutes=\"45\"", with: "minutes=\"46\"", in: "modules/ld-listen.xml")
    try workspace.replace("<rights licence", with: "<rights licennce", in: "modules/dt-passwords.xml")
    return workspace
  }

  @Test(arguments: SnapshotTests.languages)
  func formsForMachines(language: String) throws {
    var transcript = Transcript(try spoilt(), language)
    for format in ["sarif", "github"] {
      try transcript.run("check --format \(format) --now \(Workspace.now)")
    }
    try transcript.run("check --format junit modules/ld-listen.xml --now \(Workspace.now)")
    try transcript.run(
      "check --severity MinutesDoNotAddUp=warning --severity UnknownAttribute=off --now \(Workspace.now)")
    try transcript.run("check --write-baseline known.json --now \(Workspace.now)")
    try transcript.run("check --baseline known.json --now \(Workspace.now)")
    try transcript.run("check --baseline known.json --format json --now \(Workspace.now)")
    try transcript.run("check --baseline known.json --format sarif --now \(Workspace.now)")
    try transcript.expectSnapshot("check-reports")
  }

  @Test func theProgrammeGivesSeverities() throws {
    let workspace = try spoilt()
    try workspace.replace(
      "  <store", with: "  <finding id=\"MinutesDoNotAddUp\" severity=\"warning\"/>\n  <store", in: "programme.xml")
    let asProgrammed = try workspace.run(["check", "modules/ld-listen.xml", "--now", Workspace.now])
    #expect(asProgrammed.status == 0 && asProgrammed.output.contains("warning"), "\(asProgrammed.words)")
    let asArgued = try workspace.run([
      "check", "modules/ld-listen.xml", "--severity", "MinutesDoNotAddUp=error", "--now", Workspace.now,
    ])
    #expect(asArgued.status == 1)
    // A plan still asks for a library that is sound.
    #expect(try workspace.run(["plan"]).status == 1)
  }

  @Test func aBaselineKnowsWhatItKnewWhereverItMoves() throws {
    let workspace = try spoilt()
    try workspace.succeed("check", "--write-baseline", "known.json", "--now", Workspace.now)
    try workspace.replace("<summary>", with: "<!-- new -->\n\n  <summary>", in: "modules/ld-listen.xml")
    try workspace.succeed("check", "--baseline", "known.json", "--now", Workspace.now)
    // The same workspace seen from elsewhere has the same names.
    let above = try Program.run(
      [
        "check", "--workspace", workspace.folder, "--baseline", workspace.folder + "/known.json", "--now",
        Workspace.now,
      ],
      in: "/")
    #expect(above.status == 0, "\(above.words)")
    try workspace.replace("<rights licence", with: "<rights licennce", in: "modules/ld-listen.xml")
    let spoiltAgain = try workspace.run(["check", "--baseline", "known.json", "--now", Workspace.now])
    #expect(spoiltAgain.status == 1 && !spoiltAgain.output.contains("dt-passwords"))
  }

  @Test func refusesWhatItCannotUse() throws {
    let workspace = try Workspace()
    try workspace.write("{\"version\": 2, \"findings\": []}", to: "later.json")
    try workspace.write("nonsense", to: "nonsense.json")
    try workspace.refuses(
      "check --severity Nonsense=off", 66, en: "there is no finding ‘Nonsense’", fr: "il n’y a pas de constat")
    try workspace.refuses(
      "check --severity UnknownAttribute=no", 64, en: "is not a value of", fr: "ne convient pas à")
    try workspace.refuses(
      "check --baseline none.json", 66, en: "there is no file none.json", fr: "il n’y a pas de fichier none.json")
    for file in ["later.json", "nonsense.json"] {
      try workspace.refuses(
        "check --baseline \(file)", 1, en: "\(file) is no baseline that this version reads",
        fr: "\(file) n’est pas un fichier de constats connus")
    }
    try workspace.refuses(
      "check --write-baseline nowhere/known.json", 73, en: "cannot be written", fr: "ne peut être écrit")
  }
}
