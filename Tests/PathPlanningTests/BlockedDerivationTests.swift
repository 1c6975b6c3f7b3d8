import CurriculumModel
import Testing

@testable import PathPlanning

/// Taking back what rests on blocked nodes leaves what a derivation from nothing would find.
struct BlockedDerivationTests {
  @Test(arguments: 0..<30)
  func agreesWithADerivationFromNothing(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let graph: DerivationGraph
    if seed % 2 == 0 {
      graph = try #require(DerivationGraphBuilder.graph(of: generatedProblem(modules: 30, seed: UInt64(seed))).graph)
    } else {
      // Sums and thresholds with weights; many of these are reached at once and have no graph.
      let found = (0..<20).lazy.compactMap { number in
        var source = RandomProblem(seed: UInt64(95_000 + 20 * seed + number), modules: 5...9)
        return DerivationGraphBuilder.graph(of: source.problem()).graph
      }
      graph = try #require(found.first)
    }
    var derivation = BlockedDerivation(graph)
    for _ in 0..<20 {
      let share = random.pick(1...60)
      var blocked = (0..<graph.nodeCount).filter { _ in random.chance(share) }
      derivation.start(graph, blocking: blocked)
      #expect(derivation.holds == holding(graph, without: blocked))
      let target = random.pick(0...(graph.nodeCount - 1))
      guard !derivation.holds[target] else { continue }
      for node in blocked.shuffled(using: &random) {
        let fewer = blocked.filter { $0 != node }
        let isFree = derivation.free(node, keeping: target, graph)
        #expect(isFree == !holding(graph, without: fewer)[target])
        if isFree { blocked = fewer }
        #expect(derivation.holds == holding(graph, without: blocked))
      }
    }
  }

  private func holding(_ graph: DerivationGraph, without blocked: [Int]) -> [Bool] {
    var holds = [Bool](repeating: false, count: graph.nodeCount)
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for node in holds.indices where !holds[node] && !blocked.contains(node) {
        let weight = graph.children.arcs(of: node).reduce(0) {
          holds[graph.children.ends[$1]] ? $0 + graph.children.weights[$1] : $0
        }
        if weight >= graph.need[node] { (holds[node], hasChanged) = (true, true) }
      }
    }
    return holds
  }
}
