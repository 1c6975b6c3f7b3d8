/// Looks for cheap plans: greedy plans at guided costs, and the mending of plans of which a part is taken away.
struct PlanSearch {
  /// The best plan so far.
  private(set) var best: [Int]
  /// Its minutes.
  private(set) var minutes: Int
  private var planner: CheapPlan
  private var random: SeededGenerator
  private var costs: [Int]

  /// What a minute counts in guided costs, so that parts of minutes tell.
  private static let scale = 64
  /// Of plans with more modules than this a smaller part is taken away, so that not too much is lost at once.
  private static let longPlan = 100.0

  /// A search that starts from a greedy plan.
  init(_ graph: DerivationGraph, seed: UInt64) {
    planner = CheapPlan(graph)
    random = SeededGenerator(seed: seed)
    costs = graph.minutes
    best = planner.find(graph, costs: graph.minutes) ?? Array(0..<graph.moduleCount)
    minutes = graph.minutes(of: best)
  }

  /// Takes a plan over if it is better.
  mutating func adopt(_ plan: [Int], _ graph: DerivationGraph) {
    let total = graph.minutes(of: plan)
    if total < minutes { (best, minutes) = (plan, total) }
  }

  /// Tries the plan that a fractional use of modules suggests, each module's minutes raised by at most `noise`.
  mutating func follow(_ graph: DerivationGraph, use: (Int) -> Double, noise: Double) {
    for module in 0..<graph.moduleCount {
      let share = max(0, 1 - use(module)) * (1 + noise * random.fraction())
      costs[module] = Int(Double(graph.minutes[module] * Self.scale) * share)
    }
    if let plan = planner.find(graph, costs: costs) { adopt(plan, graph) }
  }

  /// Takes a few modules of a plan away, makes some of them dear and mends it, so many times.
  ///
  /// Starts from the best plan and goes on from a worse one now and then, less and less, as in simulated annealing.
  mutating func mend(_ graph: DerivationGraph, times: Int, use: (Int) -> Double, isOutOfTime: () -> Bool) {
    var current = best
    var currentMinutes = minutes
    for round in 0..<times {
      if isOutOfTime() { return }
      let lost = (0.04 + 0.2 * random.fraction()) * min(1, Self.longPlan / Double(current.count))
      let trust = random.fraction()
      for module in 0..<graph.moduleCount {
        let share = max(0, 1 - trust * use(module)) * (0.7 + 0.6 * random.fraction())
        costs[module] = Int(Double(graph.minutes[module] * Self.scale) * share)
      }
      for module in current {
        if random.fraction() >= lost {
          costs[module] = 0
        } else if random.fraction() < 0.4 {
          costs[module] *= 3
        }
      }
      guard let plan = planner.find(graph, costs: costs) else { return }
      let total = graph.minutes(of: plan)
      let warmth = 0.025 * Double(times - round) / Double(times)
      if Double(total) <= Double(currentMinutes) * (1 + warmth * random.fraction()) {
        (current, currentMinutes) = (plan, total)
      }
      adopt(plan, graph)
    }
  }
}
