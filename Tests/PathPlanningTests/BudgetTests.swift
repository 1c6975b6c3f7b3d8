import CurriculumModel
import PathPlanning
import Testing

/// The most valuable part of a goal that fits into a budget, against every set of modules.
struct BudgetTests {
  @Test(arguments: 0..<150)
  func theMostValuablePartThatFits(seed: Int) {
    let problem = smallProblem(seed: 730_000 + seed)
    let minutes = 30 + 15 * (seed % 9)
    let found = problem.mostValuable(within: .minutes(Minutes(minutes)))
    #expect(PlanChecker.faults(of: found.plan, for: found.problem) == [])
    #expect(found.plan.minutes.count <= minutes)
    #expect(found.value == found.valueBound)
    // One point more does not fit, by looking at every set.
    guard found.value < found.total, case .atLeast(_, let points)? = found.problem.aims.first?.condition else { return }
    let more = found.problem.aiming(at: [Aim(.part, .atLeast(found.value + 1, points))])
    #expect(EverySelection(of: more).all.allSatisfy { $0.minutes > minutes })
    let same = EverySelection(of: found.problem).all.map(\.minutes).min()
    #expect(same == found.plan.minutes.count)
  }

  @Test(arguments: 0..<100)
  func theMostValuablePartOfSomeSessions(seed: Int) {
    let problem = smallProblem(seed: 740_000 + seed)
    let count = 1 + seed % 4
    let found = problem.mostValuable(within: .sessions(count))
    #expect(PlanChecker.faults(of: found.plan, for: found.problem) == [])
    #expect(found.plan.sessions.count <= count)
    guard found.value < found.total, found.value == found.valueBound,
      case .atLeast(_, let points)? = found.problem.aims.first?.condition
    else { return }
    let more = found.problem.aiming(at: [Aim(.part, .atLeast(found.value + 1, points))])
    #expect(EverySelection(of: more).needed.allSatisfy { $0.sessions > count })
  }

  @Test(arguments: 0..<200)
  func noSetWithinTheMinutesIsWorthMore(seed: Int) {
    let problem = weighed(smallProblem(seed: 750_000 + seed, isReciprocal: seed.isMultiple(of: 4)), seed: seed)
    let minutes = 30 + 15 * (seed % 9)
    let found = problem.mostValuable(within: .minutes(Minutes(minutes)))
    #expect(BudgetChecker.faults(of: found, within: .minutes(Minutes(minutes)), for: problem) == [])
    #expect(found.value == found.valueBound)
    let worths = EverySelection(of: problem.aiming(at: [])).all.filter { $0.minutes <= minutes }.map {
      (worth: BudgetChecker.worth(of: Array($0.modules), for: problem), minutes: $0.minutes)
    }
    // Where the share of giving back cannot be kept by doing nothing, there may be no set at all.
    guard let best = worths.map(\.worth).max() else { return }
    #expect(found.value == best)
    #expect(found.plan.minutes.count == worths.filter { $0.worth == best }.map(\.minutes).min())
  }

  @Test(arguments: 0..<100)
  func noSetWithinTheSessionsIsWorthMore(seed: Int) {
    let problem = weighed(smallProblem(seed: 760_000 + seed), seed: seed)
    let count = 1 + seed % 4
    let found = problem.mostValuable(within: .sessions(count))
    #expect(BudgetChecker.faults(of: found, within: .sessions(count), for: problem) == [])
    let fitting = EverySelection(of: problem.aiming(at: [])).all.filter { $0.sessions <= count }
    let best = fitting.map { BudgetChecker.worth(of: Array($0.modules), for: problem) }.max() ?? 0
    #expect(found.value <= best && best <= found.valueBound)
    if found.value == found.valueBound { #expect(found.value == best) }
  }

  @Test(arguments: 0..<60)
  func whatMoreWouldTakeIsTheLeast(seed: Int) {
    let problem = weighed(smallProblem(seed: 770_000 + seed), seed: seed)
    let budget = Budget.minutes(60)
    let found = problem.mostValuable(within: budget)
    let reached = Set(found.plan.steps.map(\.module))
    let all = EverySelection(of: problem.aiming(at: [])).all
    for left in found.leftOut {
      let alone = problem.aiming(at: [Aim(left.stake.goal, left.stake.condition, stakes: [left.stake])])
      let others = found.leftOut.filter { $0 != left }.map(\.stake)
      let before = BudgetChecker.worth(of: Array(reached), for: alone)
      // Every set that keeps each point of the plan and has more of this stake, by the worth of each stake alone.
      let more = all.filter { set in
        BudgetChecker.worth(of: Array(set.modules), for: alone) > before
          && problem.aims.flatMap(\.stakes).allSatisfy { stake in
            let one = problem.aiming(at: [Aim(stake.goal, stake.condition, stakes: [stake])])
            return BudgetChecker.worth(of: Array(set.modules), for: one)
              >= BudgetChecker.worth(of: Array(reached), for: one)
          }
      }
      // Points of an "all" are counted one by one, so only stakes without one can be compared by their worth.
      guard others.allSatisfy(\.isWithoutAll), left.stake.isWithoutAll else { continue }
      switch (left.takes, more.map(\.minutes).min()) {
      case (.minutes(let minutes), let least?): #expect(minutes.count == least)
      case (.outOfReach, nil): break
      default: Issue.record("\(left.takes) for \(left.stake)")
      }
    }
  }

  private let problem = PlanningProblem(
    candidates: [candidate("a", 60), candidate("b", 60), candidate("c", 45), candidate("d", 45)],
    aims: [
      Aim(
        .curriculum, .all(["a", "b", "c", "d"].map { .leaf(.fact(.passed($0))) }),
        stakes: [
          Stake(.group("heavy"), .leaf(.fact(.passed("a"))), weight: 5),
          Stake(.group("light"), .all(["b", "c", "d"].map { .leaf(.fact(.passed($0))) })),
        ])
    ])

  @Test func aWeightTurnsTheChoice() {
    let found = problem.mostValuable(within: .minutes(100))
    #expect(found.plan.steps.map(\.module) == ["a"])
    #expect((found.value, found.total) == (5, 8))
    #expect(found.leftOut.map(\.worth) == [3])
    #expect(found.leftOut.map(\.takes) == [.minutes(105)])
    let plain = problem.aiming(at: [Aim(.curriculum, problem.goal)]).mostValuable(within: .minutes(100))
    #expect(plain.plan.steps.map(\.module) == ["c", "d"])
    #expect((plain.value, plain.total) == (2, 4))
  }

  @Test func spoiltClaimsAreRefused() {
    func faults(_ spoil: (inout BudgetedPlan) -> Void) -> [BudgetChecker.Fault] {
      var found = problem.mostValuable(within: .minutes(150))
      spoil(&found)
      return BudgetChecker.faults(of: found, within: .minutes(150), for: problem)
    }
    #expect(faults { _ in } == [])
    #expect(faults { $0.value += 1 }.contains(.wrongValue))
    #expect(faults { $0.valueBound -= 1 } == [.wrongBound])
    #expect(faults { $0.valueBound = 9 } == [.wrongBound])
    #expect(faults { $0.heldValue = 1 } == [.wrongHeldValue])
    #expect(faults { $0.total += 1 }.contains(.wrongTotal))
    #expect(faults { $0.leftOut = [] } == [.wrongLeftOut])
    #expect(faults { $0.leftOut[0].takes = .minutes(150) } == [.wrongLeftOut])
    #expect(faults { $0.leftOut[0].takes = .sessions(9) } == [.wrongLeftOut])
    #expect(faults { $0.plan.steps.removeLast() }.contains(.plan(.goalNotReached)))
    #expect(faults { $0.plan.minutes -= 5 } == [.plan(.wrongMinutes), .plan(.wrongBound)])
    #expect(faults { $0 = problem.mostValuable(within: .minutes(210)) }.contains(.overBudget))
    #expect(faults { $0.problem = problem }.contains(.plan(.goalNotReached)))
  }

  @Test func whatIsUnsettledIsSaidToBe() {
    let problem = weighed(smallProblem(seed: 4, modules: 8...8), seed: 4)
    let found = problem.mostValuable(within: .minutes(90)) { true }
    #expect(BudgetChecker.faults(of: found, within: .minutes(90), for: problem).filter { $0 != .overBudget } == [])
    #expect(found.leftOut.allSatisfy { $0.takes == .unknown })
  }
}

extension Stake {
  fileprivate var isWithoutAll: Bool {
    switch condition {
    case .all: false
    case .leaf, .any, .atLeast: true
    }
  }
}
