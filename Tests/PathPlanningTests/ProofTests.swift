import CurriculumModel
import PathPlanning
import PlanProof
import Testing

/// Proofs of least minutes: accepted by the checker wherever there is a plan, and refused once they are bent.
struct ProofTests {
  /// The search writes its proofs by branch and cut alone, so that this also holds it against enumeration.
  @Test(arguments: 0..<6)
  func everyRandomPlanIsProved(batch: Int) throws {
    for number in 0..<40 {
      var source = RandomProblem(seed: UInt64(70_000 + 1000 * batch + number), modules: 2...9)
      let problem = number % 3 == 0 ? source.reciprocalProblem() : source.problem()
      let selection = problem.leastSelection()
      guard let proof = problem.proof(of: selection) else {
        #expect(selection.modules.isEmpty)
        continue
      }
      #expect(proof.lowerBound == selection.minutes.count, "batch \(batch), number \(number)")
      #expect(proof.lowerBound == Enumeration(of: problem).leastMinutes, "batch \(batch), number \(number)")
      #expect(fault(of: proof, problem) == nil, "batch \(batch), number \(number)")
    }
  }

  @Test(arguments: 0..<6)
  func generatedCurriculaAreProved(seed: Int) throws {
    let problem = generatedProblem(modules: 60, seed: UInt64(seed))
    let selection = problem.leastSelection()
    #expect(selection.outcome == .optimal)
    let proof = try #require(problem.proof(of: selection))
    #expect(proof.lowerBound == selection.minutes.count)
    #expect(fault(of: proof, problem) == nil)
    #expect(try #require(problem.proof(of: selection)) == proof)
  }

  @Test(arguments: 0..<8)
  func aStoppedSearchProvesWhatItClaims(seed: Int) throws {
    let problem = generatedProblem(modules: 60, seed: UInt64(100 + seed))
    let best = problem.leastSelection()
    for limit in [3, 20, 60, 200] {
      var asked = 0
      let proof = try #require(
        problem.proof(of: best) {
          asked += 1
          return asked > limit
        })
      #expect(proof.lowerBound <= best.minutes.count)
      #expect(fault(of: proof, problem) == nil)
    }
  }

  @Test func bentProofsAreRefused() throws {
    let problem = generatedProblem(modules: 60, seed: 3)
    let proof = try #require(problem.proof(of: problem.leastSelection()))
    func refused(_ change: (inout SelectionProof) -> Void) -> ProofFault? {
      var bent = proof
      change(&bent)
      return fault(of: bent, problem)
    }
    #expect(refused { $0.format = "other" } == .format("other"))
    #expect(refused { $0.modules.removeLast() } == .plan)
    #expect(refused { $0.modules.append("nobody") } == .plan)
    #expect(refused { $0.modules.append($0.modules[0]) } == .plan)
    #expect(refused { $0.minutes -= 5 } == .minutes(proof.minutes))
    #expect(refused { $0.lowerBound += 5 } == .claim)
    #expect(refused { $0.stages = [] } == .claim)
    #expect(refused { $0.sessions = 1 + ($0.sessions ?? 0) } == .sessions)
    #expect(refused { $0.stages[0].givingOver = 10 } == .stage(0))
    #expect(refused { $0.stages[0].bound += 1 } == .stage(0))
    #expect(refused { $0.stages[0].bound += 5 } == .open(0, stage: 0))
    #expect(refused { $0.stages[0].rows[0].statement = "m:nobody" } == .row(0, stage: 0))
    #expect(refused { $0.stages[0].parts[0].multipliers = [] } != nil)
    #expect(refused { $0.stages[0].parts[0].multipliers[0][1] = -1 } == .part(0, stage: 0))
    #expect(refused { $0.stages[0].parts[0].multipliers[0][0] = 1_000_000 } == .part(0, stage: 0))
    for (place, row) in proof.stages[0].rows.enumerated() {
      guard let members = row.anyOf else { continue }
      // Landmarks are minimal: none of their statements can be spared.
      for member in members.indices {
        #expect(refused { $0.stages[0].rows[place].anyOf?.remove(at: member) } == .row(place, stage: 0))
      }
    }
  }

  /// A plan that is not the best, claimed to be, with the multipliers of the true proof bent by chance.
  @Test(arguments: 0..<10)
  func noBendingProvesTooMuch(seed: Int) throws {
    let problem = generatedProblem(modules: 40, seed: UInt64(200 + seed))
    let best = problem.leastSelection()
    let proof = try #require(problem.proof(of: best))
    let all = problem.candidates.map(\.opportunity).filter {
      !best.modules.contains($0.module) && $0.condition == .always
    }
    let idle = try #require(all.first)
    var random = SplitMix64(seed: UInt64(seed))
    for _ in 0..<40 {
      var bent = proof
      bent.modules.append(idle.module.rawValue)
      bent.minutes += idle.minutes.count
      bent.lowerBound += 5
      bent.stages[0].bound += 5
      for part in bent.stages[0].parts.indices {
        for list in bent.stages[0].parts[part].multipliers.indices {
          for place in bent.stages[0].parts[part].multipliers[list].indices where place % 2 == 1 && random.chance(30) {
            bent.stages[0].parts[part].multipliers[list][place] *= random.pick(0...3)
          }
        }
      }
      #expect(fault(of: bent, problem) != nil)
    }
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
