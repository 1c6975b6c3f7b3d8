import CurriculumModel
import PathPlanning
import Testing

/// The fewest sessions among the least minutes, and the other way round, against every selection.
struct SelectionChoiceTests {
  @Test(arguments: 0..<300)
  func fewestSessionsAmongTheLeastMinutes(seed: Int) {
    let problem = smallProblem(seed: 700_000 + seed, isReciprocal: seed.isMultiple(of: 3))
    let plan = problem.shortestPlan()
    #expect(PlanChecker.faults(of: plan, for: problem) == [])
    guard plan.outcome == .optimal else { return }
    let all = EverySelection(of: problem).all
    let least = all.map(\.minutes).min()
    let fewest = all.filter { $0.minutes == least }.map(\.sessions).min()
    #expect(plan.minutes.count == least)
    #expect(plan.sessions.count == fewest)
    #expect(plan.sessionLowerBound == fewest)
  }

  @Test(arguments: 0..<300)
  func leastMinutesAmongTheFewestSessions(seed: Int) throws {
    let problem = smallProblem(seed: 710_000 + seed, isReciprocal: seed.isMultiple(of: 3))
    let plan = problem.shortestPlan(least: .sessions)
    #expect(PlanChecker.faults(of: plan, for: problem) == [])
    guard plan.outcome == .optimal else { return }
    let needed = EverySelection(of: problem).needed
    let best = try #require(needed.min { ($0.sessions, $0.minutes) < ($1.sessions, $1.minutes) })
    #expect(plan.sessions.count == best.sessions)
    #expect(plan.minutes.count == best.minutes)
  }

  @Test func sessionsFirstIsProvedNearlyAlways() {
    let outcomes = (0..<200).map { smallProblem(seed: 710_000 + $0).shortestPlan(least: .sessions).outcome }
    #expect(outcomes.count { $0 == .feasible } == 0)
  }

  @Test(arguments: 0..<150)
  func amongTheBestTheOneThatChangesLeast(seed: Int) {
    let problem = smallProblem(seed: 720_000 + seed, modules: 5...8)
    let first = problem.shortestPlan()
    guard first.outcome == .optimal, let lost = first.steps.last?.module else { return }
    let known = first.steps.map(\.module)
    #expect(problem.shortestPlan(known: known).steps.map(\.module) == known)
    let later = problem.forbidding([lost])
    let plan = later.shortestPlan(known: known)
    #expect(PlanChecker.faults(of: plan, for: later) == [])
    guard plan.outcome == .optimal else { return }
    let best = EverySelection(of: later).all.map { one in
      (one.minutes, one.sessions, one.modules.subtracting(known).count)
    }.min { $0 < $1 }
    let news = Set(plan.steps.map(\.module)).subtracting(known).count
    #expect(best.map { $0 == (plan.minutes.count, plan.sessions.count, news) } ?? false)
  }

  @Test func differencesAreCounted() {
    let candidates = [candidate("a", 60), candidate("b", 60, .leaf(.passed("a"))), candidate("c", 60)]
    func plan(_ modules: [Identifier<Module>]) -> Plan {
      PlanningProblem(
        candidates: candidates, aims: [Aim(.curriculum, .all(modules.map { .leaf(.fact(.passed($0))) }))]
      ).shortestPlan()
    }
    let difference = PlanDifference(from: plan(["b"]), to: plan(["c", "a"]))
    #expect(difference.added == ["c"])
    #expect(difference.removed == ["b"])
    #expect((difference.minutes, difference.sessions) == (0, 0))
    #expect(PlanDifference(from: plan(["b"]), held: 1, to: plan(["b"]), held: 2).moved.map(\.to) == [3, 4])
    #expect(PlanDifference(from: plan(["b"]), to: plan(["b"])).isEmpty)
  }
}
