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

  /// Divisions, and numbers that no search writes: refused at once, whatever they are.
  @Test func bentDivisionsAreRefused() throws {
    var found: (problem: PlanningProblem, proof: SelectionProof)?
    for seed in 0..<40 where found == nil {
      let problem = generatedProblem(modules: 60, seed: UInt64(seed))
      let proof = try #require(problem.proof(of: problem.leastSelection()))
      if proof.stages[0].parts.count > 2 { found = (problem, proof) }
    }
    let (problem, proof) = try #require(found)
    let place = try #require(proof.stages[0].parts.firstIndex { $0.divided != nil })
    func refused(_ change: (inout SelectionProof.Part) -> Void) -> ProofFault? {
      var bent = proof
      change(&bent.stages[0].parts[place])
      return fault(of: bent, problem)
    }
    let whole = ProofFault.part(place, stage: 0)
    #expect(refused { $0.divided = nil } == .open(place, stage: 0))
    #expect(refused { $0.into = nil } == .open(place, stage: 0))
    #expect(refused { $0.divided = "m:nobody" } == whole)
    #expect(refused { $0.into?.removeLast() } == whole)
    #expect(refused { $0.into?[0] = place } == whole)
    #expect(refused { $0.into?[0] = -1 } == whole)
    #expect(refused { $0.into?[1] = Int.max } == whole)
    #expect(refused { $0.multipliers.insert([0], at: 0) } == whole)
    #expect(refused { $0.multipliers.insert([-1, 1], at: 0) } == whole)
    #expect(refused { $0.multipliers.insert([0, Int.min], at: 0) } == whole)
    // A list more proves nothing worse, however large its numbers are.
    #expect(refused { $0.multipliers.insert([0, Int.max, 0, Int.max], at: 0) } == nil)
    for part in proof.stages[0].parts.indices where proof.stages[0].parts[part].divided == nil {
      var bent = proof
      bent.stages[0].parts[part].multipliers = bent.stages[0].parts[part].multipliers.map { list in
        list.enumerated().map { $0.offset % 2 == 0 ? $0.element : $0.element / 2 }
      }
      if !proof.stages[0].parts[part].multipliers.isEmpty { #expect(fault(of: bent, problem) != nil, "part \(part)") }
    }
  }

  /// A short document that would ask for 2⁶⁰ parts, and one whose bound fits nothing.
  @Test func hostileProofsAreRefusedSoon() throws {
    let problem = generatedProblem(modules: 12, seed: 1)
    let selection = problem.leastSelection()
    var proof = try #require(problem.proof(of: selection))
    var part = proof.stages[0].parts[0]
    (part.multipliers, part.divided, part.into) = ([], nil, nil)
    proof.stages[0].parts = Array(repeating: part, count: 61)
    for place in 0..<60 {
      proof.stages[0].parts[place].divided = "m:\(problem.candidates[place % 12].opportunity.module)"
      proof.stages[0].parts[place].into = [place + 1, place + 1]
    }
    #expect(fault(of: proof, problem) != nil)

    let found = (0..<50).lazy.compactMap { seed in
      var source = RandomProblem(seed: UInt64(70_000 + seed), modules: 4...9)
      let problem = source.reciprocalProblem()
      return problem.proof(of: problem.leastSelection()).map { (problem, $0) }
    }
    let (reciprocal, proved) = try #require(found.first)
    var bent = proved
    bent.stages = [bent.stages[0], bent.stages[0]]
    bent.stages[0].bound = Int.min
    bent.stages[1].givingOver = Int.min
    bent.lowerBound = 0
    #expect(fault(of: bent, reciprocal) == .stage(0))
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
