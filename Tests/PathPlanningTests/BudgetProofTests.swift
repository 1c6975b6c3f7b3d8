import CurriculumModel
import PathPlanning
import PlanProof
import Testing

/// Proofs that no plan within a budget is worth more: accepted where minutes show it, and refused once they are bent.
struct BudgetProofTests {
  @Test(arguments: 0..<60)
  func everyBudgetOfMinutesIsProved(seed: Int) throws {
    let problem = weighed(smallProblem(seed: 770_000 + seed), seed: seed)
    let budget = Budget.minutes(Minutes(30 + 15 * (seed % 9)))
    let found = problem.mostValuable(within: budget)
    let proof = try #require(problem.proof(of: found, within: budget))
    #expect(proof.value == found.value)
    #expect(proof.valueBound == found.value)
    #expect(fault(of: proof, budget, problem) == nil)
  }

  /// Of sessions it is proved where their minutes would not hold more; what is written always holds.
  @Test func whatMinutesShowOfSessionsIsProved() throws {
    var written = 0
    for seed in 0..<60 {
      let problem = weighed(smallProblem(seed: 780_000 + seed, isReciprocal: seed.isMultiple(of: 3)), seed: seed)
      let budget = Budget.sessions(1 + seed % 3)
      let found = problem.mostValuable(within: budget)
      guard let proof = problem.proof(of: found, within: budget) else { continue }
      #expect(fault(of: proof, budget, problem) == nil, "seed \(seed)")
      written += 1
    }
    #expect(written > 30)
  }

  @Test func bentProofsAreRefused() throws {
    let budget = Budget.minutes(150)
    var kinds: Set<Bool> = []
    for seed in 0..<40 {
      let problem = weighed(smallProblem(seed: 790_000 + seed), seed: seed)
      let found = problem.mostValuable(within: budget)
      let proof = try #require(problem.proof(of: found, within: budget))
      func refused(_ change: (inout BudgetProof) -> Void) -> ProofFault? {
        var bent = proof
        change(&bent)
        return fault(of: bent, budget, problem)
      }
      #expect(refused { $0.format = "other" } == .format("other"))
      #expect(refused { $0.most += 1 } == .budget(151))
      #expect(refused { $0.minutes += 5 } != nil)
      #expect(refused { $0.value += 1 } == .worth(found.value))
      #expect(refused { $0.valueBound = found.value - 1 } == .claim)
      #expect(refused { $0.valueBound = found.total + 1 } == .claim)
      #expect(refused { $0.modules.append("nobody") } == .plan)
      #expect(fault(of: proof, .minutes(149), problem) == .budget(150))
      if !proof.modules.isEmpty {
        #expect(refused { $0.modules.removeLast() } != nil)
      }
      guard found.value < found.total else { continue }
      kinds.insert(proof.dearer == nil)
      if proof.dearer == nil {
        // Nothing leads to more, so that a weaker claim holds too.
        #expect(refused { $0.valueBound += 1 } == nil || found.value + 1 > found.total)
      } else {
        #expect(refused { $0.dearer = nil } == .dearer)
        #expect(
          refused {
            $0.dearer?.lowerBound = 150
            $0.dearer?.sessions = nil
          } == .dearer)
        #expect(refused { $0.dearer?.lowerBound += 1000 } == .claim)
      }
    }
    #expect(kinds == [true, false])
  }

  private func fault(of proof: BudgetProof, _ budget: Budget, _ problem: PlanningProblem) -> ProofFault? {
    do throws(ProofFault) {
      try ProofChecker.check(proof, within: budget, of: problem)
      return nil
    } catch {
      return error
    }
  }
}
