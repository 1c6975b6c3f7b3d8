import Foundation
import Testing

/// `record PAIR`: asked step by step, understood, confirmed, and recorded only then.
@Suite(.timeLimit(.minutes(30)))
struct InterviewTests {
  /// The answers of a mentor who is sometimes misunderstood, and begins again once.
  private static let answers = [
    "en": [
      "tomorow", "2026-06-10", "", "fifty", "50", "maybe", "", "sm-netiqette", "", "no", "yes", "yesterday", "yes",
      "55", "p", "",
      "yes", "3", "remote", "yes",
    ],
    "fr": [
      "demin", "2026-06-10", "", "cent", "50", "bof", "", "sm-netiqette", "", "non", "oui", "hier", "oui", "55", "v",
      "",
      "oui", "3", "à distance", "oui",
    ],
  ]

  @Test(arguments: SnapshotTests.languages)
  func aSessionIsToldStepByStep(language: String) throws {
    let workspace = try Workspace.withPair()
    var answers = Self.answers[language, default: []]
    // The contract is asked for in the first telling too.
    answers.insert(language == "en" ? "no" : "non", at: 9)
    let command = ["record", "awa-etienne", "--now", Workspace.now, "--lang", language]
    let ending = try workspace.run(command, input: answers.joined(separator: "\n") + "\n")
    #expect(ending.status == 0, "\(ending.words)")
    #expect(
      ending.output.split(separator: "\n").count { $0.hasPrefix(language == "fr" ? "22/11/2026" : "2026-11-22") } == 4,
      "\(ending.output)")
    let progress = try workspace.run(["progress", "awa-etienne", "--now", Workspace.now, "--lang", "en"]).words
    #expect(progress.contains("(55\u{A0}minutes)"), "\(progress)")
    for said in language == "en"
      ? [
        "Write a day that is past", "did you mean ‘sm-netiquette’?", "Answer passed, failed or not done.",
        "Begin again?",
      ]
      : ["Écrire un jour passé", "vouliez-vous dire", "Répondre validé, échoué ou pas fait.", "Recommencer"]
    { #expect(ending.words.contains(said), "\(ending.words)") }
  }

  @Test func whatIsBrokenOffRecordsNothing() throws {
    let workspace = try Workspace.withPair()
    let told = try workspace.told
    let answers = ["today", "yes", "50", "passed", "", "no", "yes"]
    for count in 0..<answers.count {
      let input = answers.prefix(count).map { $0 + "\n" }.joined()
      let ending = try workspace.run(["record", "awa-etienne", "--lang", "en"], input: input)
      #expect(ending.status == 130 && ending.output.isEmpty, "\(count): \(ending.words)")
    }
    #expect(try workspace.told == told)
  }

  @Test func aPassAgainstItsConditionsIsAskedFor() throws {
    let workspace = try Workspace.withPair()
    let answers = ["", "", "", "", "dt-phishing", "", "", "no", "Seen at work", "yes"]
    let ending = try workspace.run(
      ["record", "awa-etienne", "--now", Workspace.now, "--lang", "en"], input: answers.joined(separator: "\n") + "\n")
    #expect(ending.status == 0, "\(ending.words)")
    #expect(ending.words.contains("Why is it true all the same?"), "\(ending.words)")
    let table = try workspace.succeed("export")
    #expect(table.contains("Seen at work"))
  }
}
