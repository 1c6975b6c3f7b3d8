import Testing

/// Whole outputs of the commands that show what is in a library.
@Suite(.timeLimit(.minutes(5)))
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
