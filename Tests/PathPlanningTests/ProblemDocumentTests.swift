import CurriculumModel
import FoundationEssentials
import PathPlanning
import Testing

/// Problems in the format `curriculum-1`.
struct ProblemDocumentTests {
  private func problem(
    goal: String = #"{"c": "b"}"#, has: String = "[]", done: String = "[]", session: Int = 60, minutes: String = "70",
    requires: String = "null"
  ) throws -> PlanningProblem {
    let text = """
      {"session_minutes": \(session), "competencies": ["a", "b"], "has": \(has), "done": \(done), "goal": \(goal),
       "modules": [{"id": "m", "minutes": \(minutes), "teaches": ["a"], "requires": \(requires)},
                   {"id": "n", "minutes": 30, "teaches": ["b"], "requires": {"any": [{"c": "a"}, {"m": "m"}]}}]}
      """
    return try JSONDecoder().decode(ProblemDocument.self, from: Data(text.utf8)).problem()
  }

  private func modules(_ problem: PlanningProblem) -> [Identifier<Module>] {
    problem.shortestPlan().steps.map(\.module)
  }

  @Test func whatItSaysIsPlanned() throws {
    #expect(modules(try problem()) == ["m", "n"])
    #expect(try problem().shortestPlan().minutes == 100)
    #expect(try problem().session == 60)
    #expect(modules(try problem(has: #"["a"]"#)) == ["n"])
    #expect(modules(try problem(done: #"["m"]"#)) == ["n"])
    #expect(modules(try problem(goal: #"{"n": 1, "of": [{"c": "a"}, {"c": "b"}]}"#)) == ["m"])
    #expect(modules(try problem(goal: #"{"all": [{"m": "m"}]}"#, requires: #"{"c": "b"}"#)) == [])
  }

  @Test func everyModuleIsMutual() throws {
    #expect(try problem().shortestPlan().returnShare.percent == 50)
  }

  @Test func whatContradictsItselfIsNamed() throws {
    #expect(throws: ProblemFault.length(0, module: nil)) { try problem(session: 0) }
    #expect(throws: ProblemFault.length(-5, module: "m")) { try problem(minutes: "-5") }
    #expect(throws: ProblemFault.unknownCompetence("z", .goal, known: ["a", "b"])) { try problem(goal: #"{"c": "z"}"#) }
    #expect(throws: ProblemFault.unknownModule("z", .start, known: ["m", "n"])) { try problem(done: #"["z"]"#) }
    #expect(throws: ProblemFault.count(9_999_999_999, of: 1, .module("m"))) {
      try problem(requires: #"{"n": 9999999999, "of": [{"c": "b"}]}"#)
    }
    #expect(throws: ProblemFault.count(0, of: 1, .goal)) { try problem(goal: #"{"n": 0, "of": [{"c": "b"}]}"#) }
  }

  @Test func partsOfTheGoalHaveWeights() throws {
    let goal = #"{"all": [{"c": "a", "weight": 3}, {"all": [{"c": "b", "weight": 4}, {"m": "m"}], "weight": 5}]}"#
    let weighed = try problem(goal: goal)
    #expect(weighed.aims.flatMap(\.stakes).map(\.weight) == [3, 20, 5])
    #expect(weighed.goal == (try problem(goal: #"{"all": [{"c": "a"}, {"all": [{"c": "b"}, {"m": "m"}]}]}"#)).goal)
    #expect(weighed.mostValuable(within: .minutes(70)).value == 8)
    #expect(try problem(goal: #"{"c": "a"}"#).aims.flatMap(\.stakes).map(\.weight) == [1])
  }

  @Test func weightsThatCountForNothingAreRefused() {
    #expect(throws: ProblemFault.idleWeight(3, .goal)) { try problem(goal: #"{"any": [{"c": "a", "weight": 3}]}"#) }
    #expect(throws: ProblemFault.idleWeight(2, .module("m"))) { try problem(requires: #"{"c": "b", "weight": 2}"#) }
    #expect(throws: ProblemFault.weight(10_000)) {
      try problem(goal: #"{"all": [{"c": "a", "weight": 100}], "weight": 100}"#)
    }
  }

  @Test(arguments: [
    #"{"c": "a", "weight": 0}"#, #"{"c": "a", "weight": 101}"#, #"{"c": "a", "weight": "2"}"#, #"{"weight": 2}"#,
    #"{"c": 1}"#, #"{"c": "a", "m": "m"}"#, "{}", "[]", "null", #"{"n": 1}"#, #"{"n": 1e40, "of": []}"#,
  ])
  func aConditionHasOneForm(goal: String) {
    #expect(throws: DecodingError.self) { try problem(goal: goal) }
  }

  @Test func aNameStandsOnce() {
    let text = #"{"competencies": [], "goal": {"all": []}, "modules": [\#(one), \#(one)]}"#
    #expect(throws: ProblemFault.repeated("m")) {
      try JSONDecoder().decode(ProblemDocument.self, from: Data(text.utf8)).problem()
    }
  }

  private var one: String { #"{"id": "m", "minutes": 5, "teaches": []}"# }
}
