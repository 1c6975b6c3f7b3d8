import CurriculumModel
import Testing

@testable import PathPlanning

/// What a search may remember is bounded by counts, and what it finds does not depend on how much that is.
struct BoundedMemoryTests {
  @Test(arguments: 0..<8)
  func littleMemoryFindsTheSameMinutes(seed: Int) throws {
    let graph = try #require(DerivationGraphBuilder.graph(of: covering(modules: 40, facts: 20, seed: seed)).graph)
    var ample = BranchAndCut(graph)
    let best = ample.run { false }
    #expect(best.minutes == best.lowerBound)
    for memory in [
      BranchAndCut.Memory(terms: 0), BranchAndCut.Memory(fixings: 0), BranchAndCut.Memory(terms: 0, fixings: 0),
    ] {
      var search = BranchAndCut(graph, memory: memory)
      let found = search.run { false }
      #expect((found.minutes, found.lowerBound) == (best.minutes, best.minutes))
    }
  }

  @Test func landmarksOutOfUseAreForgotten() {
    var pool = RowPool()
    func insert(_ columns: [Int]) -> Int {
      pool.insert(
        .landmark(Landmark(target: 0, nodes: columns)), target: 0, terms: columns.map { ($0, 1) }, scale: 1)
    }
    let rows = [[1, 2], [3], [4, 5, 6], [7]].map(insert)
    #expect(rows == [0, 1, 2, 3])
    pool.rows[3].isActive = true
    // The first row stands for what nodes need; of the others only the one in use is left.
    #expect(pool.forgetIdle(after: 1) == [0, -1, -1, 1])
    #expect(pool.rows.count == 2)
    #expect(pool.columns == [1, 2, 7])
    #expect(pool.rows[1].isActive)
    #expect(insert([7]) == 1)
    #expect(insert([3]) == 2)
  }

  @Test func aProofWithoutMemoryClaimsWhatItProves() throws {
    // Some of these need a tree, and then the first part of it is all that is noted.
    var stopped = 0
    for seed in 0..<8 {
      let graph = try #require(DerivationGraphBuilder.graph(of: covering(modules: 40, facts: 20, seed: seed)).graph)
      var ample = BranchAndCut(graph)
      let best = ample.run { false }
      var search = BranchAndCut(graph, recording: SearchRecord(), memory: BranchAndCut.Memory(multipliers: 0))
      let found = search.run { false }
      #expect(found.lowerBound <= best.minutes && best.minutes <= found.minutes)
      #expect(search.record?.entries.count == 1)
      if found.lowerBound < found.minutes { stopped += 1 }
    }
    #expect(stopped > 0)
  }

  @Test func aLargeSearchStoppedWhileMendingHasABound() {
    // A ring in which each fact is made by two neighbours, one of which is dearer; at least every second is taken.
    let count = 2_200
    let candidates = (0..<count).map { number in
      candidate(number, minutes: number.isMultiple(of: 3) ? 35 : 30, making: [number, (number + 1) % count])
    }
    let problem = PlanningProblem(candidates: candidates, aims: [goal(facts: count)])
    var asked = 0
    let selection = problem.leastSelection {
      asked += 1
      return asked > 12
    }
    #expect(selection.lowerBound >= Minutes(count / 2 * 30))
    #expect(selection.lowerBound <= selection.minutes)
  }

  private func covering(modules: Int, facts: Int, seed: Int) -> PlanningProblem {
    var random = SplitMix64(seed: UInt64(seed))
    let candidates = (0..<modules).map { number in
      let made = Set([number % facts] + (0..<4).map { _ in random.pick(0...(facts - 1)) })
      return candidate(number, minutes: 20 + random.pick(0...39), making: made.sorted())
    }
    return PlanningProblem(candidates: candidates, aims: [goal(facts: facts)])
  }

  private func candidate(_ number: Int, minutes: Int, making facts: [Int]) -> PlanningProblem.Candidate {
    let module = Identifier<Module>("m\(number)")
    return PlanningProblem.Candidate(
      Opportunity(
        module: module, minutes: Minutes(minutes), direction: .juniorToSenior, condition: .always,
        effects: [.passed(module)] + facts.map(fact).sorted()))
  }

  private func goal(facts: Int) -> Aim {
    Aim(.curriculum, .all((0..<facts).map { .leaf(.fact(fact($0))) }))
  }

  private func fact(_ number: Int) -> Fact {
    .holds(.senior, LevelledCompetence(CompetenceReference(framework: "f", code: "\(number)"), level: 0))
  }
}
