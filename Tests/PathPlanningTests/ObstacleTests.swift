import CurriculumModel
import PathPlanning
import Testing

/// Why there is no plan.
struct ObstacleTests {
  private let candidates = [
    candidate("a", 60, .leaf(.passed("ghost"))), candidate("b", 45, .leaf(.passed("a"))), candidate("c", 30, .always),
    candidate("x", 30, .leaf(.passed("y"))), candidate("y", 30, .leaf(.passed("x"))),
  ]

  private func obstacles(_ goal: Condition<GoalLeaf>) -> [Obstacle] {
    let problem = PlanningProblem(candidates: candidates, aims: [Aim(.curriculum, goal)])
    let plan = problem.shortestPlan()
    #expect(PlanChecker.faults(of: plan, for: problem) == [])
    #expect(plan.outcome == .infeasible)
    return plan.obstacles
  }

  private var minutes: Quantity {
    Quantity(.minutes, of: candidates.map { ($0.opportunity.module, $0.opportunity.minutes.count) }, atLeast: 31)
  }

  @Test func theRootIsNamedWithWhatWaitsForIt() {
    #expect(obstacles(.leaf(.fact(.passed("b")))) == [.missing(.passed("ghost"), waiting: ["a"])])
  }

  @Test func aClosedCircleIsAnObstacle() {
    #expect(obstacles(.leaf(.fact(.passed("x")))) == [.missing(.passed("x"), waiting: ["y"])])
  }

  @Test func aSumThatIsOutOfReachSaysHowFarItGoes() {
    #expect(obstacles(.leaf(.sum(minutes))) == [.short(minutes, reachable: 30)])
  }

  @Test func oneObstacleIsEnoughWhereEitherWouldDo() {
    let either = Condition.any([.leaf(GoalLeaf.sum(minutes)), .leaf(.fact(.passed("b")))])
    #expect(obstacles(either) == [.short(minutes, reachable: 30)])
  }

  @Test func bothAreNamedWhereBothAreNeeded() {
    let both = Condition.all([.leaf(GoalLeaf.sum(minutes)), .leaf(.fact(.passed("a")))])
    #expect(obstacles(both) == [.missing(.passed("ghost"), waiting: ["a"]), .short(minutes, reachable: 30)])
  }

  @Test func anEmptyProblemIsReachedOrNot() {
    let share = ReturnShare(given: 0, total: 0)
    #expect(PlanningProblem(candidates: [], aims: []).shortestPlan() == Plan(outcome: .reached, returnShare: share))
    #expect(share.percent == nil)
    let nothing = PlanningProblem(candidates: [], aims: [Aim(.curriculum, .leaf(.fact(.passed("a"))))])
    #expect(nothing.shortestPlan().obstacles == [.missing(.passed("a"), waiting: [])])
  }
}

/// A candidate that gives nothing but its pass.
func candidate(
  _ module: Identifier<Module>, _ minutes: Int, _ condition: Condition<Fact> = .always,
  _ direction: Direction = .juniorToSenior, activities: [Int] = []
) -> PlanningProblem.Candidate {
  PlanningProblem.Candidate(
    Opportunity(
      module: module, minutes: Minutes(minutes), direction: direction, condition: condition, effects: [.passed(module)]),
    activities: activities.enumerated().map {
      PlanningProblem.Portion(Identifier("a\($0.offset + 1)"), Minutes($0.element))
    })
}
