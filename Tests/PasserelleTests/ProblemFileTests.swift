import Foundation
import Testing

/// `plan --problem`: what cannot be a problem is refused by name, whatever it is.
@Suite(.timeLimit(.minutes(30)))
struct ProblemFileTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let content: String
    let en: String
    let fr: String
  }

  private static func problem(
    minutes: String = "45", teaches: String = #"["a"]"#, requires: String = "null", goal: String = #"{"c": "a"}"#,
    session: String = "60"
  ) -> String {
    """
    {"session_minutes": \(session), "competencies": ["a", "b"], "goal": \(goal),
     "modules": [{"id": "m", "minutes": \(minutes), "teaches": \(teaches), "requires": \(requires)}]}
    """
  }

  private static let form = (
    en: "is not JSON of the format curriculum-1", fr: "n’est pas du JSON au format curriculum-1"
  )

  static let cases = [
    Case(testDescription: "empty", content: "", en: form.en, fr: form.fr),
    Case(testDescription: "half", content: String(problem().dropLast(9)), en: form.en, fr: form.fr),
    Case(testDescription: "no text", content: "\u{0}\u{1}", en: form.en, fr: form.fr),
    Case(testDescription: "a list", content: "[]", en: form.en, fr: form.fr),
    Case(
      testDescription: "nested too deeply",
      content: problem(goal: String(repeating: #"{"all": ["#, count: 40_000)), en: form.en, fr: form.fr),
    Case(
      testDescription: "nested too deeply, closed",
      content: problem(
        goal: String(repeating: #"{"all": ["#, count: 40_000) + String(repeating: "]}", count: 40_000)),
      en: form.en, fr: form.fr),
    Case(
      testDescription: "zero minutes", content: problem(minutes: "0"),
      en: "the module ‘m’ lasts 0 minutes", fr: "le module «\u{A0}m\u{A0}» dure 0 minutes"),
    Case(
      testDescription: "negative minutes", content: problem(minutes: "-5"),
      en: "the module ‘m’ lasts -5 minutes", fr: "le module «\u{A0}m\u{A0}» dure -5 minutes"),
    Case(testDescription: "endless minutes", content: problem(minutes: "1e30"), en: form.en, fr: form.fr),
    Case(testDescription: "half a minute", content: problem(minutes: "4.5"), en: form.en, fr: form.fr),
    Case(
      testDescription: "no session", content: problem(session: "0"), en: "a session lasts 0",
      fr: "une séance dure 0"),
    Case(
      testDescription: "enormous n", content: problem(goal: #"{"n": 4000000000, "of": [{"c": "a"}]}"#),
      en: "4000000000 of 1 parts are wanted", fr: "4000000000 parties sur 1 sont demandées"),
    Case(
      testDescription: "an unknown competence", content: problem(requires: #"{"c": "z"}"#),
      en: "in the module ‘m’: there is no competence ‘z’", fr: "dans le module «\u{A0}m\u{A0}»"),
    Case(
      testDescription: "an unknown module", content: problem(goal: #"{"m": "n"}"#), en: "there is no module ‘n’",
      fr: "il n’y a pas de module «\u{A0}n\u{A0}»"),
    Case(
      testDescription: "an unknown effect", content: problem(teaches: #"["z"]"#), en: "there is no competence ‘z’",
      fr: "il n’y a pas de compétence «\u{A0}z\u{A0}»"),
  ]

  @Test(arguments: cases)
  func whatIsNoProblemIsRefused(wrong: Case) throws {
    let workspace = try Workspace()
    try workspace.write(wrong.content, to: "wrong.json")
    try workspace.refuses("plan --problem wrong.json", 1, en: wrong.en, fr: wrong.fr)
  }

  @Test func aHundredMegabytesAreRefusedUnread() throws {
    let workspace = try Workspace()
    try workspace.refuses("plan --problem nobody.json", 66, en: "there is no file", fr: "il n’y a pas de fichier")
    try workspace.refuses("plan --problem modules", 66, en: "there is no file", fr: "il n’y a pas de fichier")
    try workspace.write("", to: "large.json")
    let file = try FileHandle(forWritingTo: URL(filePath: workspace.folder + "/large.json"))
    try file.truncate(atOffset: 100 << 20)
    try file.close()
    let ending = try workspace.run(["plan", "--problem", "large.json", "--lang", "en"])
    #expect(ending.status == 1)
    #expect(ending.words.contains("large.json is not a file of at most 64 MB"))
  }

  @Test func whatCannotBeReachedHasObstacles() throws {
    let workspace = try Workspace()
    for (content, words) in [
      (Self.problem(requires: #"{"m": "m"}"#), "nothing leads to: a"),
      (Self.problem(goal: #"{"c": "b"}"#), "nothing leads to: b"),
      (#"{"competencies": ["a"], "modules": [], "goal": {"c": "a"}}"#, "nothing leads to: a"),
    ] {
      try workspace.write(content, to: "problem.json")
      let ending = try workspace.run(["plan", "--problem", "problem.json", "--lang", "en"])
      #expect(ending.status == 2)
      #expect(ending.words.contains(words), "\(ending.words)")
    }
    try workspace.write(#"{"competencies": [], "modules": [], "goal": {"all": []}}"#, to: "problem.json")
    #expect(try workspace.run(["plan", "--problem", "problem.json"]).status == 0)
  }
}
