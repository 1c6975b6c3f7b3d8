import CurriculumModel
import PathPlanning
import Testing
import Validators

/// The plans of the curriculum 'digital presence' against every set of the modules that it can draw on.
///
/// Its eight modules and those that they name are closed under conditions, so the library can be cut down to them
/// and enumerated whole.
struct ShippedPlanEnumerationTests {
  private static let modules: Set<String> = [
    "ld-contract", "ld-mentor-stance", "ld-listen", "dt-passwords", "dt-phishing", "sm-landscape", "sm-account-safe",
    "sm-netiquette", "dt-needs", "dt-mail-calm",
  ]

  @Test(arguments: ["mentee-presence", "reverse-mentor", "exchange", "core", "widen", "give-back"])
  func plansAreAsShortAsTheShortestSet(goal: String) throws {
    let library = try smallLibrary()
    let curriculum = try #require(library.curricula["digital-presence"])
    let problem = PlanningProblem(library: library, curriculum: curriculum, goals: [named(goal, in: curriculum)])
    let plan = problem.shortestPlan()
    #expect(plan.outcome == .optimal)
    #expect(PlanChecker.faults(of: plan, for: problem) == [])
    #expect(plan.minutes.count == leastMinutes(library.modulesInOrder, reaching: problem.goal))
  }

  @Test func theWholeCurriculumIsAsShortAsTheShortestSet() throws {
    let library = try smallLibrary()
    let curriculum = try #require(library.curricula["digital-presence"])
    let problem = PlanningProblem(library: library, curriculum: curriculum)
    let plan = problem.shortestPlan()
    #expect(PlanChecker.faults(of: plan, for: problem) == [])
    #expect(plan.minutes.count == leastMinutes(library.modulesInOrder, reaching: problem.goal))
    #expect(plan.sessions.count <= curriculum.rhythm.sessions)
  }

  private func named(_ goal: String, in curriculum: Curriculum) -> Goal {
    curriculum.certificates.contains { $0.id.rawValue == goal }
      ? .certificate(Identifier(goal)) : .group(Identifier(goal))
  }

  /// The shipped workspace without the modules and curricula that the curriculum does not need.
  private func smallLibrary() throws -> Library {
    let files = try ShippedLibrary.documents().filter { file in
      let name = file.path.split(separator: "/").last.map { String($0.dropLast(4)) } ?? ""
      if file.path.hasPrefix("modules/") { return Self.modules.contains(name) }
      return !file.path.hasPrefix("curricula/") || name == "digital-presence"
    }
    return try #require(validate(files, scope: .workspace).makeLibrary())
  }

  /// The minutes of the cheapest set that can be passed in some order and reaches the goal: all 1,024 are tried.
  private func leastMinutes(_ modules: [Module], reaching goal: Condition<GoalLeaf>) -> Int? {
    (0..<(1 << modules.count)).compactMap { bits -> Int? in
      let chosen = modules.enumerated().filter { bits >> $0.offset & 1 == 1 }.map(\.element)
      return isWay(chosen, to: goal) ? chosen.reduce(0) { $0 + $1.time.together.count } : nil
    }.min()
  }

  private func isWay(_ chosen: [Module], to goal: Condition<GoalLeaf>) -> Bool {
    var facts: Set<Fact> = []
    var waiting = chosen
    while let index = waiting.firstIndex(where: { $0.opportunity.condition.holds(facts.contains) }) {
      facts.formUnion(waiting.remove(at: index).opportunity.effects)
    }
    guard waiting.isEmpty else { return false }
    let ids = Set(chosen.map(\.id))
    return goal.holds { leaf in
      switch leaf {
      case .fact(let fact): facts.contains(fact)
      case .sum(let quantity):
        quantity.weights.filter { ids.contains($0.module) }.reduce(0) { $0 + $1.amount } >= quantity.atLeast
      }
    }
  }
}
