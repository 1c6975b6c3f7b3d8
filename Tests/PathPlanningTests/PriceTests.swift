import CurriculumModel
import PathPlanning
import Testing

/// Why a step is in a plan, and what it costs to have one that is not.
struct PriceTests {
  @Test func aPriceIsThatOfAFreshPlan() {
    var priced = 0
    for seed in 0..<600 {
      var source = RandomProblem(seed: UInt64(300_000 + seed), modules: 4...7)
      let problem = seed.isMultiple(of: 2) ? source.problem() : source.reciprocalProblem()
      let selection = problem.leastSelection()
      guard selection.outcome != .infeasible else { continue }
      for module in problem.candidates.map(\.opportunity.module) {
        let forced = problem.adding(Aim(.module(module), .leaf(.fact(.passed(module)))))
        let least = Enumeration(of: forced).leastMinutes
        switch problem.price(of: module, beyond: selection) {
        case .minutes(let more): #expect(selection.minutes.count + more.count == least)
        case .impossible(let obstacles): #expect(least == nil && !obstacles.isEmpty)
        case .atLeast: Issue.record("not proved")
        }
        priced += 1
      }
    }
    #expect(priced > 1000)
  }

  @Test func aModuleOfThePlanCostsNothingMore() {
    let problem = generatedProblem(modules: 12, seed: 1)
    let selection = problem.leastSelection()
    for module in selection.modules { #expect(problem.price(of: module, beyond: selection) == .minutes(0)) }
  }

  @Test func aStoppedSearchPricesFromBelow() {
    let problem = generatedProblem(modules: 40, seed: 3)
    let selection = problem.leastSelection()
    for module in problem.candidates.prefix(10).map(\.opportunity.module) {
      guard case .minutes(let price) = problem.price(of: module, beyond: selection) else { continue }
      switch problem.price(of: module, beyond: selection, isOutOfTime: { true }) {
      case .minutes(let other): #expect(other == price)
      case .atLeast(let least): #expect(least <= price)
      case .impossible: Issue.record("\(module) can be had")
      }
    }
  }

  @Test func everyStepHasAChainToAGoal() throws {
    for seed in 0..<100 {
      var source = RandomProblem(seed: UInt64(310_000 + seed), modules: 4...9)
      let plan = source.reciprocalProblem().shortestPlan()
      for step in plan.steps {
        let chain = try #require(plan.chain(from: step.module))
        #expect(chain.first == step && chain.last?.rationale.aims.isEmpty == false)
        for (one, next) in zip(chain, chain.dropFirst()) { #expect(one.rationale.opens.contains(next.module)) }
        #expect(plan.sessions(of: step.module).isEmpty == false)
      }
      #expect(plan.chain(from: "ghost") == nil)
    }
  }
}
