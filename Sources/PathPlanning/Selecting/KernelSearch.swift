/// Looks for a cheap plan where a look at all modules takes long: in a kernel of the modules that cheap plans use.
///
/// After Angelelli, Mansini and Speranza, "Kernel search" (Computers & Operations Research, 2010). Plans of the whole
/// graph at costs changed by chance widen the kernel; plans of the kernel alone are mended a thousand times sooner.
struct KernelSearch {
  /// The best plan so far.
  private(set) var best: [Int]
  /// Its minutes.
  private(set) var minutes: Int
  private var isInKernel: [Bool]
  private var planner: CheapPlan
  private var derivation: Derivation
  private var random = SeededGenerator(seed: 3)

  /// How often the kernel is widened.
  private static let rounds = 60
  /// By how many plans.
  private static let plans = 6
  /// How often the best plan of a kernel is mended.
  private static let mends = 600

  /// A search that starts from a greedy plan.
  init(_ graph: DerivationGraph) {
    planner = CheapPlan(graph)
    derivation = Derivation(graph)
    best = planner.find(graph, costs: graph.minutes) ?? Array(0..<graph.moduleCount)
    minutes = graph.minutes(of: best)
    isInKernel = Array(repeating: false, count: graph.moduleCount)
    for module in best { isInKernel[module] = true }
  }

  /// Widens the kernel and looks for plans in it, until time is up or a number of rounds is over.
  mutating func run(_ graph: DerivationGraph, isOutOfTime: () -> Bool) {
    for _ in 0..<Self.rounds {
      for _ in 0..<Self.plans {
        if isOutOfTime() { return }
        widen(graph, sparing: 0.2 + 0.8 * random.fraction())
      }
      mend(graph, isOutOfTime: isOutOfTime)
    }
  }

  /// Adds the modules of one more cheap plan, for which the best plan's modules cost only a share.
  private mutating func widen(_ graph: DerivationGraph, sparing share: Double) {
    var costs = graph.minutes.map { Int(Double($0 * 64) * (0.7 + 0.6 * random.fraction())) }
    for module in best { costs[module] = Int(Double(costs[module]) * share) }
    guard let plan = planner.find(graph, costs: costs) else { return }
    for module in plan { isInKernel[module] = true }
    adopt(plan, graph)
  }

  private mutating func mend(_ graph: DerivationGraph, isOutOfTime: () -> Bool) {
    derivation.run(graph) { [isInKernel] in isInKernel[$0] }
    var isOfUse = [Bool](repeating: false, count: graph.nodeCount)
    isOfUse[graph.goal] = true
    var stack = [graph.goal]
    while let node = stack.popLast() {
      for arc in graph.children.arcs(of: node) {
        let child = graph.children.ends[arc]
        guard derivation.holds[child], !isOfUse[child] else { continue }
        isOfUse[child] = true
        stack.append(child)
      }
    }
    let nodes = isOfUse.indices.filter { isOfUse[$0] }
    let kernel = graph.restricted(to: nodes)
    var search = PlanSearch(kernel, seed: random.next())
    var place = [Int](repeating: -1, count: graph.moduleCount)
    for (number, node) in nodes.enumerated() where node < graph.moduleCount { place[node] = number }
    search.adopt(best.map { place[$0] }.filter { $0 >= 0 }, kernel)
    search.mend(kernel, times: Self.mends, use: { _ in 0 }, isOutOfTime: isOutOfTime)
    adopt(search.best.map { nodes[$0] }, graph)
  }

  private mutating func adopt(_ plan: [Int], _ graph: DerivationGraph) {
    let total = graph.minutes(of: plan)
    if total < minutes { (best, minutes) = (plan, total) }
  }
}
