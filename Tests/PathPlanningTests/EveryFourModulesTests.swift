import CurriculumModel
import PathPlanning
import Testing

/// Every way in which four modules can have monotone conditions on each other: 20 conditions on the three others for
/// each, 160,000 problems in all, each against enumeration, and one in eight with a seeded share of giving back,
/// and one in 64 with its proof checked.
struct EveryFourModulesTests {
  private static let ids: [Identifier<Module>] = ["a", "b", "c", "d"]

  @Test(arguments: 0..<20)
  func theLeastMinutesOfEveryProblem(first: Int) {
    let conditions = (0..<4).map(Self.conditions)
    var random = SplitMix64(seed: UInt64(first) + 1)
    for code in 0..<8_000 {
      let choice = [first, code / 400, code / 20 % 20, code % 20]
      let minutes = (0..<4).map { _ in 5 * random.pick(1...12) }
      let opportunities = (0..<4).map { index in
        Opportunity(
          module: Self.ids[index], minutes: Minutes(minutes[index]), direction: Direction.allCases[random.pick(0...2)],
          condition: conditions[index][choice[index]].condition, effects: [.passed(Self.ids[index])])
      }
      let goal = Self.goals[random.pick(0...(Self.goals.count - 1))]
      let problem = PlanningProblem(
        candidates: opportunities.map { PlanningProblem.Candidate($0) },
        aims: [Aim(.module(Self.ids[0]), goal.condition)])
      let plan = problem.shortestPlan()
      let least = Self.least(minutes, (0..<4).map { conditions[$0][choice[$0]].table }, goal.table)
      let isRight = least.map { plan.outcome == .optimal && plan.minutes.count == $0 } ?? (plan.outcome == .infeasible)
      if !isRight || !PlanChecker.faults(of: plan, for: problem).isEmpty {
        Issue.record("\(problem) gives \(plan) where the least is \(String(describing: least))")
      }
      let isSampled = code % 8 == first % 8
      if code % 64 == first { expectProof(of: plan, for: problem) }
      if isSampled { checkReciprocity(of: problem, asking: 5 * random.pick(1...16)) }
    }
  }

  private func checkReciprocity(of problem: PlanningProblem, asking percent: Int) {
    let problem = problem.keeping(.init(atLeastPercent: percent, force: .binding))
    let plan = problem.shortestPlan()
    let least = Enumeration(of: problem).leastMinutes
    let isRight = least.map { plan.outcome == .optimal && plan.minutes.count == $0 } ?? (plan.outcome == .infeasible)
    if !isRight || !PlanChecker.faults(of: plan, for: problem).isEmpty {
      Issue.record("\(problem) gives \(plan) where the least is \(String(describing: least))")
    }
  }

  @Test func thereAreTwentyConditionsOnThreeOthers() {
    for module in 0..<4 { #expect(Set(Self.conditions(of: module).map(\.table)).count == 20) }
  }

  /// A condition, and the sets of modules (as bits of the position) in which it holds.
  private struct Known<Leaf: Sendable>: Sendable {
    var condition: Condition<Leaf>
    var table: UInt16
  }

  private static let goals: [Known<GoalLeaf>] = {
    let leaves = ids.map { Condition.leaf(GoalLeaf.fact(.passed($0))) }
    var goals = leaves
    for one in 0..<4 {
      for other in (one + 1)..<4 {
        goals += [.any([leaves[one], leaves[other]]), .all([leaves[one], leaves[other]])]
      }
    }
    return goals.map { goal in
      Known(
        condition: goal,
        table: table { set in
          goal.holds { leaf in ids.indices.contains { set & (1 << $0) != 0 && leaf == .fact(.passed(ids[$0])) } }
        })
    }
  }()

  /// The monotone Boolean functions of the other three: the unions of upward closed sets.
  private static func conditions(of module: Int) -> [Known<Fact>] {
    let others = (0..<4).filter { $0 != module }
    var byTable: [UInt16: Condition<Fact>] = [:]
    for family in 0..<256 {
      // Each bit of the family says whether a set of the others is enough.
      let enough = (0..<8).filter { family & (1 << $0) != 0 }
      let tables = table { set in
        enough.contains { wanted in (0..<3).allSatisfy { wanted & (1 << $0) == 0 || set & (1 << others[$0]) != 0 } }
      }
      let minimal = enough.filter { one in !enough.contains { $0 != one && $0 & one == $0 } }
      byTable[tables] = .any(
        minimal.map { wanted in
          .all((0..<3).filter { wanted & (1 << $0) != 0 }.map { .leaf(.passed(ids[others[$0]])) })
        })
    }
    return byTable.sorted { $0.key < $1.key }.map { Known(condition: $0.value, table: $0.key) }
  }

  private static func table(_ holds: (Int) -> Bool) -> UInt16 {
    (0..<16).reduce(0) { holds($1) ? $0 | (1 << UInt16($1)) : $0 }
  }

  /// The least minutes by way of every set of modules that can be done in some order.
  private static func least(_ minutes: [Int], _ conditions: [UInt16], _ goal: UInt16) -> Int? {
    var reachable: UInt16 = 1
    var least: Int?
    for set in 0..<16 where reachable & (1 << UInt16(set)) != 0 {
      if goal & (1 << UInt16(set)) != 0 {
        let sum = (0..<4).reduce(0) { set & (1 << $1) != 0 ? $0 + minutes[$1] : $0 }
        least = min(least ?? sum, sum)
      }
      for next in 0..<4 where set & (1 << next) == 0 && conditions[next] & (1 << UInt16(set)) != 0 {
        reachable |= 1 << UInt16(set | (1 << next))
      }
    }
    return least
  }
}
