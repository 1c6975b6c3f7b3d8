/// The modules that reach the goal in the least minutes, and how far that is proved.
struct Selection {
  /// The modules' nodes, in order.
  var modules: [Int]
  /// Their minutes.
  var minutes: Int
  /// No selection costs less.
  var lowerBound: Int
}

extension Selection {
  /// Up to so many modules that not every plan takes, covers alone are tried first: they prove small selections sooner
  /// than a linear programme is set up.
  private static let smallCount = 60
  /// How many parts of its tree that first search may look at.
  private static let smallTree = 100
  /// From so many modules on, a linear programme takes longer than anybody waits.
  private static let largeCount = 20_000

  /// The least selection: by branch and bound with covers where there are few modules, and by branch and cut where
  /// that is not enough; where there are very many, first of all a cheap one from a kernel of them.
  ///
  /// Exponential in the worst case; when `isOutOfTime` says so, the best plan so far is returned with the least
  /// bound of what was left open. The graph's goal can be reached.
  static func least(in graph: DerivationGraph, isOutOfTime: () -> Bool) -> Selection {
    // What is dominated is put aside again and again, as long as that leaves less; with very many modules, looking
    // for it takes longer than anybody waits.
    var (rest, origins, rounds) = (graph, Array(0..<graph.nodeCount), graph.moduleCount < largeCount ? 4 : 0)
    // Small problems do not ask for the time: what they may spend is counted by how often they do.
    while rounds > 0, graph.moduleCount <= BranchAndCut.fewModules || !isOutOfTime(),
      let (fewer, nodes) = DominatedModules.removed(from: rest)
    {
      (rest, origins, rounds) = (fewer, nodes.map { origins[$0] }, rounds - 1)
    }
    var found = search(rest, isOutOfTime: isOutOfTime)
    found.modules = found.modules.map { origins[$0] }
    return found
  }

  private static func search(_ graph: DerivationGraph, isOutOfTime: () -> Bool) -> Selection {
    var plan: [Int] = []
    if graph.moduleCount >= largeCount {
      var search = KernelSearch(graph)
      search.run(graph, isOutOfTime: isOutOfTime)
      plan = search.best
    }
    let isSmall = graph.moduleCount < largeCount && choiceCount(graph) <= smallCount
    if isSmall || graph.moduleCount >= largeCount {
      var search = CoverSearch(graph, plan: plan)
      let found = search.run(parts: isSmall ? smallTree : Int.max, isOutOfTime: isOutOfTime)
      if found.minutes == found.lowerBound || isOutOfTime() { return found }
      plan = found.modules
    }
    var search = BranchAndCut(graph, plan: plan)
    return search.run(isOutOfTime: isOutOfTime)
  }

  /// How many modules there are beside those that every plan takes, as far as one pass shows them; O(a) for a arcs.
  private static func choiceCount(_ graph: DerivationGraph) -> Int {
    var necessities = Necessities(graph)
    let decisions = [Relaxation.Decision](repeating: .open, count: graph.moduleCount)
    return graph.moduleCount - (necessities.find(graph, allowing: decisions)?.modules.count ?? 0)
  }
}

/// One run of the branch and bound with covers.
///
/// Depth first: the module on which a small landmark hangs is first taken, then excluded. Every part is bounded by
/// `Relaxation`, tries a cheap plan of its own, and excludes modules that could not be part of a better plan.
private struct CoverSearch {
  let graph: DerivationGraph
  /// Every plan's minutes are a multiple of this.
  let step: Int
  var tools: Relaxation.Tools
  var planner: CheapPlan
  var best: [Int]
  var bestMinutes: Int
  var open: [Relaxation] = []

  init(_ graph: DerivationGraph, plan: [Int]) {
    self.graph = graph
    step = max(1, graph.minutes.reduce(0, greatestCommonDivisor))
    tools = Relaxation.Tools(graph)
    var planner = CheapPlan(graph)
    best = plan.isEmpty ? planner.find(graph, costs: graph.minutes) ?? Array(0..<graph.moduleCount) : plan
    self.planner = planner
    bestMinutes = graph.minutes(of: best)
  }

  /// Up to so many modules, the search is over sooner than local search for a good first plan.
  private static let smallCount = 12

  /// A bound as high as this cannot lead to a better plan.
  private var limit: Int { bestMinutes - step + 1 }

  mutating func run(parts: Int, isOutOfTime: () -> Bool) -> Selection {
    var left = parts
    var root = Relaxation(graph)
    root.tighten(graph, upTo: limit, with: &tools, isOutOfTime: isOutOfTime)
    if let bound = root.bound, bound < limit, graph.moduleCount > Self.smallCount {
      let isNeeded = { root.decisions[$0] == .paid }
      adopt(planner.improve(best, graph, sparing: isNeeded, isOutOfTime: isOutOfTime))
    }
    open.append(root)
    while let node = open.popLast() {
      left -= 1
      if left < 0 || isOutOfTime() {
        open.append(node)
        break
      }
      branch(from: node, isOutOfTime: isOutOfTime)
    }
    let least = open.compactMap(\.bound).min() ?? bestMinutes
    return Selection(modules: best, minutes: bestMinutes, lowerBound: min(bestMinutes, roundedUp(least)))
  }

  private mutating func branch(from node: Relaxation, isOutOfTime: () -> Bool) {
    var node = node
    guard let inherited = node.bound, inherited < limit else { return }
    node.tighten(graph, upTo: limit, with: &tools, isOutOfTime: isOutOfTime)
    guard let bound = node.bound, bound < limit else { return }
    if let plan = planner.find(graph, costs: node.remainingCosts(graph)) { adopt(plan) }
    for module in 0..<graph.moduleCount where node.decisions[module] == .open && node.bound(taking: module) >= limit {
      node.exclude(module)
    }
    guard bound < limit, let module = node.branchingModule(graph) else { return }
    var without = node
    without.exclude(module)
    open.append(without)
    node.pay(for: module, graph)
    open.append(node)
  }

  private mutating func adopt(_ plan: [Int]) {
    let minutes = graph.minutes(of: plan)
    if minutes < bestMinutes { (best, bestMinutes) = (plan, minutes) }
  }

  private func roundedUp(_ minutes: Int) -> Int { (minutes + step - 1) / step * step }
}

extension Relaxation {
  /// What each module still costs: nothing once it is paid for, -1 where it is excluded.
  func remainingCosts(_ graph: DerivationGraph) -> [Int] {
    graph.minutes.indices.map { module in
      switch decisions[module] {
      case .open: graph.minutes[module]
      case .paid: 0
      case .excluded: -1
      }
    }
  }
}
