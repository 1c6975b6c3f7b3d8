import CurriculumModel
import PathPlanning
import Testing

/// The least minutes of plans that keep a share of giving back.
struct ReciprocityTests {
  @Test(arguments: 0..<8)
  func leastMinutesOfRandomProblems(batch: Int) {
    for number in 0..<500 {
      let seed = UInt64(200_000 + 1000 * batch + number)
      var source = RandomProblem(seed: seed, modules: number % 10 == 0 ? 9...10 : 2...8)
      let problem = source.reciprocalProblem()
      let plan = problem.shortestPlan()
      let all = Enumeration(of: problem)
      let place: Comment = "batch \(batch), number \(number)"
      #expect(PlanChecker.faults(of: plan, for: problem) == [], place)
      switch plan.outcome {
      case .optimal:
        #expect(plan.minutes.count == all.leastMinutes, place)
        let free = problem.keeping(.init()).shortestPlan()
        #expect(plan.priceOfReciprocity == plan.minutes - free.minutes, place)
      case .reached: #expect(all.leastMinutes == 0, place)
      case .infeasible:
        #expect(all.leastMinutes == nil, place)
        if case .share(_, let reachable) = plan.obstacles.first { #expect(reachable == all.bestPercent, place) }
      case .feasible: Issue.record("\(place): not proved")
      }
    }
  }

  @Test(arguments: 0..<30)
  func aStoppedSearchKeepsAnHonestBound(seed: Int) {
    let problem = generatedProblem(modules: 40, seed: UInt64(seed))
      .keeping(.init(atLeastPercent: 30 + seed, force: .binding))
    let best = problem.shortestPlan()
    #expect(PlanChecker.faults(of: best, for: problem) == [])
    guard best.outcome == .optimal else { return }
    for limit in [0, 1, 5, 20, 60] {
      var asked = 0
      let plan = problem.shortestPlan {
        asked += 1
        return asked > limit
      }
      #expect(plan.lowerBound <= best.minutes && (plan.missesReciprocity || best.minutes <= plan.minutes))
      #expect(PlanChecker.faults(of: plan, for: problem) == [])
    }
  }

  @Test func aPairThatGaveLittleBackGivesMore() {
    let problem = problem(asking: 40, goal: "take", passed: .init("before", minutes: 120, direction: .juniorToSenior))
    let plan = problem.shortestPlan()
    // 180 minutes taken: 120 given back make 40 % of 300.
    #expect(Set(plan.steps.map(\.module)) == ["take", "give", "giveMore"])
    #expect(plan.priceOfReciprocity == 120)
    #expect(plan.steps.filter { $0.module != "take" }.map(\.rationale.aims) == [[.reciprocity], [.reciprocity]])
  }

  @Test func whatIsReachedStillOwesItsShare() {
    let owing = problem(asking: 50, goal: "before", passed: .init("before", minutes: 60, direction: .juniorToSenior))
    #expect(owing.shortestPlan().steps.map(\.module) == ["give"])
    #expect(owing.shortestPlan().priceOfReciprocity == 60)
    #expect(owing.keeping(.init(atLeastPercent: 50)).shortestPlan().outcome == .reached)
  }

  @Test func aShareOutOfReachIsAnObstacle() {
    let plan = problem(asking: 90, goal: "take", passed: .init("before", minutes: 60, direction: .juniorToSenior))
      .shortestPlan()
    #expect(plan.outcome == .infeasible)
    #expect(plan.obstacles == [.share(asked: 90, reachable: 60)])
  }

  private func problem(
    asking percent: Int, goal: Identifier<Module>, passed: PlanningProblem.Passed
  ) -> PlanningProblem {
    PlanningProblem(
      candidates: [
        candidate("take", 60), candidate("give", 60, .always, .seniorToJunior),
        candidate("giveMore", 60, .leaf(.passed("give")), .seniorToJunior),
        candidate("giveMost", 60, .leaf(.passed("giveMore")), .seniorToJunior),
      ],
      held: [.passed(passed.module)], passedTogether: [passed], aims: [Aim(.module(goal), .leaf(.fact(.passed(goal))))],
      reciprocity: .init(atLeastPercent: percent, force: .binding))
  }
}
