import CurriculumModel
import PathPlanning
import Testing

/// What goals of a library mean for a pair.
struct LibraryGoalTests {
  private static let sharing = CompetenceReference(framework: "digcomp-3.0", code: "2.2")

  private static let curriculum = SmallLibrary.curriculum(
    groups: [
      SmallLibrary.group("core", .all, ["contract", "post"]),
      SmallLibrary.group("widen", .atLeast(2), ["visual", "watch", "community"]),
      SmallLibrary.group("give-back", .minutes(120), ["network", "map", "handover"]),
    ],
    certificates: [
      SmallLibrary.certificate(
        "mentee", for: .senior, .leaf(.competence(LevelledCompetence(sharing, level: 2), of: nil))),
      SmallLibrary.certificate("both", for: .pair, .leaf(.competence(LevelledCompetence(sharing, level: 2), of: nil))),
      SmallLibrary.certificate("mentor", for: .junior, .leaf(.delivered(atLeast: 3, direction: .juniorToSenior))),
      SmallLibrary.certificate(
        "exchange", for: .pair,
        .all([.leaf(.chosen("core")), .leaf(.minutes(atLeast: 100, direction: .seniorToJunior, theme: "lead"))])),
    ],
    milestones: [
      Curriculum.Milestone(module: "contract", place: .bySession(1)),
      Curriculum.Milestone(module: "close", place: .last),
    ],
    reciprocity: Curriculum.Reciprocity(atLeastPercent: 33, mutualPercent: 50))

  private static let modules = [
    SmallLibrary.module("contract", 60, countsFor: .pair),
    SmallLibrary.module(
      "post", 60, .juniorToSenior, requires: .leaf(.passed("contract")),
      teaches: [(.senior, LevelledCompetence(sharing, level: 3))]),
    SmallLibrary.module("visual", 75, .juniorToSenior, requires: .leaf(.passed("post"))),
    SmallLibrary.module("watch", 45, .juniorToSenior),
    SmallLibrary.module("community", 60, .juniorToSenior, teaches: [(.both, LevelledCompetence(sharing, level: 2))]),
    SmallLibrary.module("network", 45, .seniorToJunior, theme: "lead"),
    SmallLibrary.module("map", 60, .seniorToJunior, theme: "lead"),
    SmallLibrary.module("handover", 90, .seniorToJunior, theme: "lead"),
    SmallLibrary.module("old", 10, .seniorToJunior, theme: "lead", status: .withdrawn),
    SmallLibrary.module("close", 60),
  ]

  private static let library = SmallLibrary.library(modules, curriculum)

  private func plan(_ goals: [Goal], _ attainments: Attainments = Attainments()) -> Plan {
    let problem = PlanningProblem(
      library: Self.library, curriculum: Self.curriculum, goals: goals, attainments: attainments)
    let plan = problem.shortestPlan()
    #expect(PlanChecker.faults(of: plan, for: problem) == [])
    return plan
  }

  @Test func aCompetenceOfACertificateConcernsItsHolders() {
    #expect(plan([.certificate("mentee")]).steps.map(\.module) == ["community"])
    #expect(plan([.certificate("both")]).steps.map(\.module) == ["community"])
    let known = Attainments(competences: [.senior: [LevelledCompetence(Self.sharing, level: 5)]])
    #expect(plan([.certificate("mentee")], known).outcome == .reached)
    #expect(plan([.certificate("both")], known).steps.map(\.module) == ["community"])
  }

  @Test func whatIsDeliveredCountsInThisPairOnly() {
    #expect(Set(plan([.certificate("mentor")]).steps.map(\.module)) == ["watch", "community", "contract", "post"])
    #expect(plan([.certificate("mentor")], Attainments(together: ["watch", "community"])).minutes.count == 120)
    let elsewhere = Attainments(modules: [.senior: ["watch"]])
    #expect(!plan([.certificate("mentor")], elsewhere).steps.map(\.module).contains("watch"))
    #expect(plan([.certificate("mentor")], elsewhere).steps.filter { $0.direction == .juniorToSenior }.count == 3)
  }

  @Test func minutesCountByDirectionAndTheme() {
    let exchange = plan([.certificate("exchange")])
    #expect(exchange.minutes.count == 225)
    #expect(Set(exchange.steps.map(\.module)) == ["contract", "post", "network", "map"])
    #expect(plan([.certificate("exchange")], Attainments(together: ["old", "handover"])).minutes.count == 120)
  }

  @Test func withoutAGoalTheWholeCurriculumIsMeant() {
    let whole = plan([])
    // 420 minutes: core 120, the two cheapest of widen 105, at least 120 minutes given back: 135, close 60.
    #expect(whole.minutes.count == 420)
    #expect(whole.steps.first?.module == "contract")
    #expect(whole.steps.last?.module == "close")
    #expect(whole.missedMilestones.isEmpty)
    // 135 of senior-to-junior and half of 120 mutual minutes out of 420.
    #expect(whole.returnShare == ReturnShare(given: 100 * 135 + 50 * 120, total: 42_000))
    #expect(whole.returnShare.percent == 46)
  }

  @Test func whatCountsForThePairIsDoneInThePair() {
    let both = Attainments(modules: [.junior: ["contract"], .senior: ["contract"]])
    #expect(plan([.module("contract")], both).steps.map(\.module) == ["contract"])
    #expect(plan([.module("contract")], Attainments(together: ["contract"])).outcome == .reached)
    #expect(plan([.module("contract")], Attainments(together: ["contract"])).returnShare.percent == 50)
  }

  @Test func aWithdrawnModuleIsAnObstacle() {
    let never = plan([.module("old")])
    #expect(never.outcome == .infeasible)
    #expect(never.obstacles == [.missing(.passed("old"), waiting: [])])
  }

  @Test func severalGoalsShareTheirModules() {
    let shared = plan([.group("widen"), .certificate("mentee"), .milestones])
    #expect(shared.minutes.count == 225)
    #expect(shared.steps.last?.rationale.aims == [.milestones])
    #expect(shared.steps.last?.rationale.leaves == [.fact(.passed("close"))])
  }

  @Test func eachStepSaysWhatItOpensAndServes() {
    let core = plan([.group("core")])
    #expect(core.steps.map(\.module) == ["contract", "post"])
    #expect(core.steps[0].rationale.opens == ["post"])
    #expect(core.steps[0].rationale.aims == [.group("core")])
    #expect(core.steps[1].rationale.leaves == [.fact(.passed("post"))])
    #expect(core.steps[1].rationale.teaches.count == 4)
  }
}
