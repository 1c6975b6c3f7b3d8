/// A lower bound on what a plan costs once some modules are decided: covers that share out the modules' minutes.
///
/// The seam at which another bound (a linear programme over landmarks, say) can take the place of this one: the
/// search asks for `bound`, `bound(taking:)` and a module to branch on, and tells what it decides. A decision keeps the
/// covers that remain valid (Pommerening and Helmert, "Incremental LM-cut", ICAPS 2013). Whole numbers throughout.
struct Relaxation {
  /// What is decided about a module.
  enum Decision: Sendable {
    /// Nothing yet.
    case open
    /// It is paid for, and may be taken.
    case paid
    /// It may not be taken.
    case excluded
  }

  /// The decisions, by module.
  private(set) var decisions: [Decision]
  /// No plan that agrees with the decisions costs less; nil once there is none.
  private(set) var bound: Int?

  private var covers: [Cover] = []
  /// What the decisions and the present covers prove by themselves; `bound` may stand higher from before.
  private var sum = 0
  /// The minutes of each module that no cover charges; -1 where it is excluded.
  private var residual: [Int]

  /// The bound before anything is decided: none but what costs nothing.
  init(_ graph: DerivationGraph) {
    decisions = Array(repeating: .open, count: graph.moduleCount)
    residual = graph.minutes
    bound = 0
  }

  /// No plan that agrees with the decisions and takes this open module costs less.
  func bound(taking module: Int) -> Int { sum + residual[module] }

  /// Pays for a module: the covers that it satisfies go, and what they charged is free again.
  mutating func pay(for module: Int, _ graph: DerivationGraph) {
    decisions[module] = .paid
    if let bound { self.bound = max(bound, sum + residual[module]) }
    sum += graph.minutes[module]
    covers.removeAll { cover in
      guard cover.charges.contains(where: { $0.module == module }) else { return false }
      for charge in cover.charges where residual[charge.module] >= 0 { residual[charge.module] += charge.amount }
      sum -= cover.gain
      return true
    }
    residual[module] = 0
  }

  /// Excludes a module: every cover stays valid, since fewer modules are left to satisfy it.
  mutating func exclude(_ module: Int) {
    decisions[module] = .excluded
    residual[module] = -1
  }

  /// Raises the bound as far as covers can be found, or until it reaches `limit` or time is up.
  mutating func tighten(
    _ graph: DerivationGraph, upTo limit: Int, with tools: inout Tools, isOutOfTime: () -> Bool
  ) {
    guard bound != nil else { return }
    guard let needed = tools.necessities.find(graph, allowing: decisions) else {
      bound = nil
      return
    }
    for module in needed.modules where decisions[module] == .open { pay(for: module, graph) }
    addKnapsacks(at: needed.thresholds, graph)
    while sum < limit, !isOutOfTime() {
      let value = tools.finder.goalValue(graph, costs: residual)
      if value == LandmarkFinder.unreachable {
        bound = nil
        return
      }
      if value == 0 { break }
      let landmark = smallest(tools.finder.landmark(graph, costs: residual), graph, &tools.derivation)
      guard let amount = landmark.map({ residual[$0] }).min() else { break }
      add(Cover(charges: landmark.map { Cover.Charge(module: $0, amount: amount) }, gain: amount))
    }
    bound = max(bound ?? 0, sum)
  }

  /// The module to decide next: of a cover with few modules, the dearest; nil where nothing is left to decide.
  func branchingModule(_ graph: DerivationGraph) -> Int? {
    var choice: (size: Int, minutes: Int, module: Int)?
    for cover in covers {
      let open = cover.charges.filter { decisions[$0.module] == .open }
      for charge in open {
        let minutes = graph.minutes[charge.module]
        if let best = choice, (best.size, -best.minutes, best.module) <= (open.count, -minutes, charge.module) {
          continue
        }
        choice = (open.count, minutes, charge.module)
      }
    }
    return choice?.module
  }

  /// What remains of a landmark when modules are left out one by one as long as the rest is a landmark by itself.
  private func smallest(_ landmark: [Int], _ graph: DerivationGraph, _ derivation: inout Derivation) -> [Int] {
    guard landmark.count > 1 else { return landmark }
    var isBlocked = residual.map { $0 < 0 }
    for module in landmark { isBlocked[module] = true }
    // The least that is left of any module is what the landmark gains, so those with little go first.
    return landmark.sorted { (residual[$0], $0) < (residual[$1], $1) }.filter { module in
      isBlocked[module] = false
      derivation.run(graph) { !isBlocked[$0] }
      if derivation.holds[graph.goal] { isBlocked[module] = true }
      return isBlocked[module]
    }
  }

  private mutating func addKnapsacks(at thresholds: [Int], _ graph: DerivationGraph) {
    for node in thresholds {
      let items = graph.children.arcs(of: node).compactMap { arc -> Cover.Item? in
        let child = graph.children.ends[arc]
        let cost = child < graph.moduleCount ? residual[child] : 0
        return cost < 0 ? nil : Cover.Item(module: child, weight: graph.children.weights[arc], cost: cost)
      }
      if let cover = Cover(of: items, reaching: graph.need[node]), cover.gain > 0 { add(cover) }
    }
  }

  private mutating func add(_ cover: Cover) {
    for charge in cover.charges { residual[charge.module] -= charge.amount }
    covers.append(cover)
    sum += cover.gain
  }

  /// Working space that all bounds of one search share.
  struct Tools {
    /// Finds landmarks.
    var finder: LandmarkFinder
    /// Finds what every plan needs.
    var necessities: Necessities
    /// Derives what some modules make true.
    var derivation: Derivation

    /// Space for one graph.
    init(_ graph: DerivationGraph) {
      finder = LandmarkFinder(graph)
      necessities = Necessities(graph)
      derivation = Derivation(graph)
    }
  }
}
