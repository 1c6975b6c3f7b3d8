import CurriculumModel
import FoundationEssentials
import PathPlanning
import PlanProof
import Testing

/// Least minutes: against enumeration, and the laws that hold of every plan.
struct SelectionTests {
  /// How many problems of each batch are looked at: all 10,000 where `PASSERELLE_WHOLE_TESTS` is set, else the first
  /// quarter, as long as everybody runs these tests.
  private static let count = ProcessInfo.processInfo.environment["PASSERELLE_WHOLE_TESTS"] == nil ? 312 : 1_250

  @Test(arguments: 0..<8)
  func leastMinutesOfRandomProblems(batch: Int) {
    for number in 0..<Self.count {
      let modules = number % 100 == 0 ? 11...12 : number % 10 == 0 ? 9...10 : 2...8
      var source = RandomProblem(seed: UInt64(2000 * batch + number), modules: modules)
      let problem = source.problem()
      let plan = problem.shortestPlan()
      let least = leastMinutesByEnumeration(of: problem)
      #expect(PlanChecker.faults(of: plan, for: problem) == [], "batch \(batch), number \(number)")
      expectProof(of: plan, for: problem)
      switch plan.outcome {
      case .optimal: #expect(plan.minutes.count == least, "batch \(batch), number \(number)")
      case .reached: #expect(least == 0, "batch \(batch), number \(number)")
      case .infeasible: #expect(least == nil, "batch \(batch), number \(number)")
      case .feasible: Issue.record("batch \(batch), number \(number): not proved")
      }
    }
  }

  @Test func theOrderOfModulesIsIrrelevant() {
    for seed in 0..<200 {
      var source = RandomProblem(seed: UInt64(50_000 + seed), modules: 5...9)
      let problem = source.problem()
      var random = SplitMix64(seed: UInt64(seed))
      let shuffled = PlanningProblem(
        candidates: problem.candidates.shuffled(using: &random), held: problem.held,
        passedTogether: problem.passedTogether.reversed(), aims: problem.aims, session: problem.session,
        milestones: problem.milestones)
      #expect(problem.shortestPlan() == shuffled.shortestPlan())
      #expect(problem.shortestPlan() == problem.shortestPlan())
    }
  }

  @Test func oneMorePassedModuleNeverLengthensThePlan() {
    for seed in 0..<200 {
      var source = RandomProblem(seed: UInt64(60_000 + seed), modules: 4...7)
      let problem = source.problem()
      let plan = problem.shortestPlan()
      guard plan.outcome == .optimal else { continue }
      for opportunity in problem.candidates.map(\.opportunity) where !problem.held.contains(.passed(opportunity.module))
      {
        let passed = PlanningProblem.Passed(
          opportunity.module, minutes: opportunity.minutes, direction: opportunity.direction)
        let later = PlanningProblem(
          candidates: problem.candidates, held: problem.held.union(opportunity.effects),
          passedTogether: problem.passedTogether + [passed], aims: problem.aims, session: problem.session)
        let rest = later.shortestPlan()
        #expect(rest.outcome == .optimal || rest.outcome == .reached)
        #expect(rest.minutes <= plan.minutes)
      }
    }
  }

  @Test(arguments: 0..<40)
  func aStoppedSearchKeepsAnHonestBound(seed: Int) {
    let problem = generatedProblem(modules: 40, seed: UInt64(seed))
    let best = problem.shortestPlan()
    #expect(best.outcome == .optimal)
    #expect(PlanChecker.faults(of: best, for: problem) == [])
    for limit in [0, 1, 3, 8, 20] {
      var asked = 0
      let plan = problem.shortestPlan {
        asked += 1
        return asked > limit
      }
      #expect(plan.lowerBound <= best.minutes && best.minutes <= plan.minutes)
      #expect(PlanChecker.faults(of: plan, for: problem) == [])
    }
  }

  @Test(arguments: 0..<60)
  func generatedCurriculaAgreeWithEnumeration(seed: Int) {
    let problem = generatedProblem(modules: 12, seed: UInt64(seed))
    let plan = problem.shortestPlan()
    #expect(plan.outcome == .optimal)
    #expect(plan.minutes.count == leastMinutesByEnumeration(of: problem))
    #expect(PlanChecker.faults(of: plan, for: problem) == [])
    expectProof(of: plan, for: problem)
  }

  @Test func manyInterchangeableModulesAreNoTrouble() {
    let candidates = (0..<45).map { number in
      PlanningProblem.Candidate(
        Opportunity(
          module: Identifier("m\(number)"), minutes: Minutes([45, 60, 75][number % 3]), direction: .juniorToSenior,
          condition: .always, effects: [.passed(Identifier("m\(number)"))]))
    }
    let modules = candidates.map(\.opportunity)
    let minutes = Quantity(.minutes, of: modules.map { ($0.module, $0.minutes.count) }, atLeast: 610)
    let delivered = Quantity(.modules, of: modules.map { ($0.module, 1) }, atLeast: 6)
    let problem = PlanningProblem(
      candidates: candidates, aims: [Aim(.curriculum, .all([.leaf(.sum(minutes)), .leaf(.sum(delivered))]))])
    let plan = problem.shortestPlan()
    #expect(plan.outcome == .optimal)
    #expect(plan.minutes == 615)
  }
}

/// Expects the proof of a plan that is claimed to be the least to be accepted, and to claim as much.
func expectProof(
  of plan: Plan, for problem: PlanningProblem, sourceLocation: SourceLocation = #_sourceLocation
) {
  guard plan.outcome == .optimal, !plan.steps.isEmpty else { return }
  let proof = problem.proof(of: plan)
  #expect(proof?.lowerBound == plan.minutes.count, sourceLocation: sourceLocation)
  #expect(throws: Never.self, sourceLocation: sourceLocation) {
    if let proof { try ProofChecker.check(proof, of: problem) }
  }
}
