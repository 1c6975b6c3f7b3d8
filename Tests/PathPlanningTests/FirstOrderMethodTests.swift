import CurriculumModel
import PlanProof
import Testing

@testable import PathPlanning

/// Roots without a basis: bounds near the optimum and never above it, the same plans, and proofs that are accepted.
struct FirstOrderMethodTests {
  @Test(arguments: 0..<12)
  func boundsComeNearTheOptimumAndNotAboveIt(seed: Int) throws {
    let problem = generatedProblem(modules: 40, seed: UInt64(seed))
    let graph = try #require(DerivationGraphBuilder.graph(of: problem).graph)
    var programme = LandmarkProgram(graph)
    var separation = LandmarkSeparation(graph, seed: 1)
    let least = Double(problem.leastSelection().minutes.count)
    for round in 0..<4 {
      let bound = Double(programme.approach(steps: 4_000) { false }.value) / Double(ExactBound.unit)
      let approached = programme.values
      _ = programme.minimise(ceiling: .greatestFiniteMagnitude) { false }
      #expect(bound <= programme.cost * (1 + 1e-9), "round \(round)")
      #expect(bound >= programme.cost * (1 - 2e-3), "round \(round)")
      #expect(bound <= least)
      #expect(approached.allSatisfy { (0...1.000_01).contains($0) })
      let use = LandmarkSeparation.Use(
        amount: programme.column.map { approached[$0] },
        isExcluded: Array(repeating: false, count: graph.nodeCount), targets: [])
      _ = programme.add(separation.landmarks(graph, use, effort: .quick) { false })
      if round == 2 { programme.dropUnpriced(after: 0) }
    }
  }

  /// With conditions and goals of every kind, sums with their weights among them.
  @Test(arguments: 0..<6)
  func theSameMinutesWithoutABasis(batch: Int) throws {
    for number in 0..<15 {
      var source = RandomProblem(seed: UInt64(90_000 + 100 * batch + number), modules: 3...9)
      let problem = number % 3 == 0 ? source.reciprocalProblem() : source.problem()
      let selection = problem.leastSelection()
      guard let proof = problem.proof(of: selection, fewModules: 0) else {
        #expect(selection.modules.isEmpty)
        continue
      }
      #expect(proof.lowerBound == selection.minutes.count, "batch \(batch), number \(number)")
      #expect(fault(of: proof, problem) == nil, "batch \(batch), number \(number)")
    }
  }

  @Test(arguments: 0..<4)
  func theSameCallsGiveTheSame(seed: Int) throws {
    let problem = generatedProblem(modules: 60, seed: UInt64(seed))
    let graph = try #require(DerivationGraphBuilder.graph(of: problem).graph)
    var first = LandmarkProgram(graph)
    var second = LandmarkProgram(graph)
    #expect(first.approach(steps: 500) { false }.reduced == second.approach(steps: 500) { false }.reduced)
    #expect(first.values == second.values)
    var search = BranchAndCut(graph, fewModules: 0)
    var again = BranchAndCut(graph, fewModules: 0)
    var simplex = BranchAndCut(graph)
    let found = search.run { false }
    #expect(found.modules == again.run { false }.modules)
    #expect(found.minutes == found.lowerBound)
    #expect(found.minutes == simplex.run { false }.minutes)
  }

  @Test func bentProofsAreRefused() throws {
    let problem = generatedProblem(modules: 60, seed: 3)
    let selection = problem.leastSelection()
    // Stopped at the root, the proof rests on what was approached there and on nothing else.
    var asked = 0
    let proof = try #require(
      problem.proof(of: selection, fewModules: 0) {
        asked += 1
        return asked > 2
      })
    #expect(proof.lowerBound > selection.minutes.count / 2)
    #expect(proof.stages[0].parts.count == 1)
    #expect(fault(of: proof, problem) == nil)
    func refused(_ change: (inout SelectionProof) -> Void) -> ProofFault? {
      var bent = proof
      change(&bent)
      return fault(of: bent, problem)
    }
    #expect(refused { $0.lowerBound += 5 } == .claim)
    #expect(
      refused {
        $0.lowerBound += 5
        $0.stages[0].bound += 5
      } == .open(0, stage: 0))
    #expect(refused { $0.stages[0].parts[0].multipliers = [] } == .open(0, stage: 0))
    #expect(refused { $0.stages[0].parts[0].multipliers[0][1] = -1 } == .part(0, stage: 0))
    #expect(refused { $0.stages[0].rows[0].statement = "m:nobody" } == .row(0, stage: 0))
    #expect(
      refused {
        $0.stages[0].parts[0].multipliers = $0.stages[0].parts[0].multipliers.map { list in
          list.enumerated().map { $0.offset % 2 == 0 ? $0.element : $0.element / 2 }
        }
      } == .open(0, stage: 0))
  }

  @Test func anInterruptionEndsARun() throws {
    let graph = try #require(DerivationGraphBuilder.graph(of: generatedProblem(modules: 60, seed: 5)).graph)
    var programme = LandmarkProgram(graph)
    var asked = 0
    let bound = programme.approach(steps: 1 << 40) {
      asked += 1
      return asked == 3
    }
    #expect(asked <= 3)
    #expect(bound.value >= 0)
  }

  @Test(arguments: 0..<4)
  func aStoppedSearchKeepsAnHonestBound(seed: Int) throws {
    let graph = try #require(
      DerivationGraphBuilder.graph(of: generatedProblem(modules: 60, seed: UInt64(300 + seed))).graph)
    var whole = BranchAndCut(graph)
    let least = whole.run { false }.minutes
    var before = 0
    for limit in [0, 1, 5, 50] {
      var search = BranchAndCut(graph, fewModules: 0)
      var asked = 0
      let found = search.run {
        asked += 1
        return asked > limit
      }
      #expect(found.lowerBound <= least && least <= found.minutes)
      #expect(found.lowerBound >= before)
      before = found.lowerBound
    }
    #expect(before > 0)
  }

  private func fault(of proof: SelectionProof, _ problem: PlanningProblem) -> ProofFault? {
    do {
      try ProofChecker.check(proof, of: problem)
      return nil
    } catch {
      return error
    }
  }
}
