import CurriculumModel
import PathPlanning
import Testing

/// Modules that another makes needless are put aside, and no others; sums, wishes and sessions are not lost by it.
struct DominatedModulesTests {
  private static func fact(_ code: String) -> Fact {
    .holds(.senior, LevelledCompetence(CompetenceReference(framework: "f", code: code), level: 0))
  }

  private static func module(
    _ id: Identifier<Module>, _ minutes: Int, requires: Condition<Fact> = .always, teaches: [String] = []
  ) -> PlanningProblem.Candidate {
    PlanningProblem.Candidate(
      Opportunity(
        module: id, minutes: Minutes(minutes), direction: .mutual, condition: requires,
        effects: [.passed(id)] + teaches.map(fact)))
  }

  private static func competence(_ code: String) -> Condition<GoalLeaf> { .leaf(.fact(fact(code))) }

  private static func modules(
    of candidates: [PlanningProblem.Candidate], _ goal: Condition<GoalLeaf>, least: Plan.Priority = .minutes
  ) -> [String] {
    let problem = PlanningProblem(candidates: candidates, aims: [Aim(.curriculum, goal)])
    let plan = problem.shortestPlan(least: least)
    #expect(plan.outcome == .optimal)
    #expect(PlanChecker.faults(of: plan, for: problem) == [])
    #expect(plan.minutes.count == leastMinutesByEnumeration(of: problem))
    expectProof(of: plan, for: problem)
    return plan.steps.map(\.module.rawValue).sorted()
  }

  private static let base = Condition.leaf(fact("base"))

  @Test func whatAsksForMoreAndTakesLongerIsNotTaken() {
    let candidates = [
      Self.module("base", 10, teaches: ["base"]), Self.module("other", 5, teaches: ["other"]),
      Self.module("short", 30, requires: .any([Self.base, .leaf(Self.fact("other"))]), teaches: ["goal"]),
      Self.module("long", 40, requires: .all([Self.base, .leaf(Self.fact("other"))]), teaches: ["goal"]),
    ]
    #expect(Self.modules(of: candidates, Self.competence("goal")) == ["other", "short"])
  }

  @Test func whatIsWantedByNameIsTakenAllTheSame() {
    let candidates = [
      Self.module("short", 30, teaches: ["goal"]), Self.module("long", 40, teaches: ["goal"]),
    ]
    let wish = Condition<GoalLeaf>.leaf(.fact(.passed("long")))
    #expect(Self.modules(of: candidates, .all([Self.competence("goal"), wish])) == ["long"])
    #expect(Self.modules(of: candidates, wish) == ["long"])
  }

  @Test func twoOfThemCountTwice() {
    let candidates = ["a", "b", "c"].enumerated().map { number, name in
      Self.module(Identifier(name), 30 + 10 * number, teaches: ["goal"])
    }
    let two = Quantity(.modules, of: candidates.map { ($0.opportunity.module, 1) }, atLeast: 2)
    #expect(Self.modules(of: candidates, .all([Self.competence("goal"), .leaf(.sum(two))])) == ["a", "b"])
    let passed = candidates.map { Condition<GoalLeaf>.leaf(.fact(.passed($0.opportunity.module))) }
    #expect(Self.modules(of: candidates, .all([Self.competence("goal"), .atLeast(2, passed)])) == ["a", "b"])
  }

  /// A module that rests on what the longer one teaches is not thought to follow from the longer one's own condition.
  @Test func aShorterOneThatRestsOnTheLongerIsNoSubstitute() {
    let candidates = [
      Self.module("long", 60, teaches: ["goal", "key"]),
      Self.module("short", 20, requires: .leaf(Self.fact("key")), teaches: ["goal", "key"]),
    ]
    #expect(Self.modules(of: candidates, Self.competence("goal")) == ["long"])
  }

  @Test func manyLayersAndVeryManyModulesAreNoTrouble() {
    var candidates: [PlanningProblem.Candidate] = []
    for number in 0..<3_000 {
      candidates.append(Self.module(Identifier("m\(number)"), 100 + number, teaches: ["goal"]))
    }
    let problem = PlanningProblem(candidates: candidates, aims: [Aim(.curriculum, Self.competence("goal"))])
    #expect(problem.shortestPlan().steps.map(\.module) == ["m0"])
  }

  /// Lengths at the limit of what a problem's file may say.
  @Test func theLongestModulesStayWithinWholeNumbers() {
    let longest = ProblemDocument.longest
    var candidates: [PlanningProblem.Candidate] = []
    for number in 0..<400 {
      let before: Condition<Fact> = number < 20 ? .always : .leaf(Self.fact("\(number - 20)"))
      candidates.append(
        Self.module(Identifier("m\(number)"), longest - number % 7, requires: before, teaches: ["\(number)"]))
    }
    let goal = Condition<GoalLeaf>.all((380..<400).map { Self.competence("\($0)") })
    let problem = PlanningProblem(
      candidates: candidates, aims: [Aim(.curriculum, goal)], session: Minutes(longest))
    let plan = problem.shortestPlan()
    #expect(plan.outcome == .optimal)
    #expect(plan.minutes.count == (0..<400).reduce(0) { $0 + longest - $1 % 7 })
    expectProof(of: plan, for: problem)
  }
}
