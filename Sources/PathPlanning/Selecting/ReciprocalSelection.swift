import CurriculumModel

/// The search for the least selection that keeps a share of giving back.
///
/// The share is not monotone: a module mentored by the junior lowers it, one mentored by the senior raises it. But a
/// plan of at least `t` minutes that keeps the share gives back at least the share of `t`, and that is an ordinary
/// sum over modules. So, from the least plan of all, each round asks for the sum that belongs to the bound proved so
/// far; its least selection is a higher bound, or keeps the share and is the least that does. Rounds are few: each
/// adds a fraction of what the one before added.
struct ReciprocalSelection {
  private let problem: PlanningProblem
  private let percent: Int
  /// The modules that may be planned.
  private let open: [Opportunity]
  /// What has been given back already, short of the share of the time that took; in hundredths of minutes.
  private let debt: Int
  private let passedMinutes: Int

  /// A search for selections that give back at least so many percent.
  init(_ problem: PlanningProblem, percent: Int) {
    self.problem = problem
    self.percent = percent
    open = problem.candidates.map(\.opportunity).filter { !problem.held.contains(.passed($0.module)) }
    let passed = problem.returnShare(with: [])
    passedMinutes = passed.total / 100
    debt = percent * passedMinutes - passed.given
  }

  /// The least selection; where there is none, if wanted, with the best share that can be reached.
  func least(namingObstacles: Bool, isOutOfTime: () -> Bool) -> SelectedModules {
    let free = problem.freeSelection(namingObstacles: namingObstacles, isOutOfTime: isOutOfTime)
    if free.outcome == .infeasible { return free }
    let found = search(from: free, isOutOfTime: isOutOfTime)
    guard found.outcome == .infeasible, namingObstacles else { return found }
    let reachable = bestPercent(from: free, isOutOfTime: isOutOfTime)
    return SelectedModules(.infeasible, obstacles: [.share(asked: percent, reachable: reachable)])
  }

  private func search(from free: SelectedModules, isOutOfTime: () -> Bool) -> SelectedModules {
    if keepsShare(free) { return priced(free, beside: free) }
    var bound = free.lowerBound
    guard free.outcome != .feasible else { return stopped(at: bound, best: free) }
    let surplus = surplus(beyond: leastDeficit(isOutOfTime: isOutOfTime))
    while true {
      let next = problem.freeSelection(making: [surplus, given(over: bound)], isOutOfTime: isOutOfTime)
      if next.outcome == .infeasible { return next }
      bound = max(bound, next.lowerBound)
      let isKept = keepsShare(next)
      guard next.outcome != .feasible else {
        return isKept ? pruned(next.modules, at: bound) : stopped(at: bound, best: free)
      }
      if isKept { return priced(next, beside: free) }
    }
  }

  private func keepsShare(_ selection: SelectedModules) -> Bool {
    problem.returnShare(with: problem.opportunities(selection.modules)).reaches(percent)
  }

  private func priced(_ selection: SelectedModules, beside free: SelectedModules) -> SelectedModules {
    let areProved = selection.outcome != .feasible && free.outcome != .feasible
    return SelectedModules(
      selection.outcome, selection.modules, minutes: selection.minutes, lowerBound: selection.lowerBound,
      priceOfReciprocity: areProved ? selection.minutes - free.minutes : nil)
  }

  /// What must be given back over a plan of so many minutes.
  func given(over minutes: Minutes) -> Quantity {
    Quantity(
      .minutes, of: open.map { ($0.module, problem.reciprocity.rate($0.direction) * $0.minutes.count) },
      atLeast: debt + percent * minutes.count)
  }

  /// What modules that give back more than the share must make up for those that give back less.
  private func surplus(beyond deficit: Int) -> Quantity {
    Quantity(.minutes, of: open.map { ($0.module, max(0, balance($0))) }, atLeast: debt + deficit)
  }

  /// By how many hundredths of minutes a module gives back more than the share of its time.
  private func balance(_ opportunity: Opportunity) -> Int {
    (problem.reciprocity.rate(opportunity.direction) - percent) * opportunity.minutes.count
  }

  /// The least by which the modules of a plan fall short of the share, counting only those that do; or less.
  private func leastDeficit(isOutOfTime: () -> Bool) -> Int {
    guard let graph = DerivationGraphBuilder.graph(of: problem).graph else { return 0 }
    let deficits = Dictionary(uniqueKeysWithValues: open.map { ($0.module, max(0, -balance($0))) })
    return Selection.least(
      in: graph.with(minutes: graph.modules.map { deficits[$0] ?? 0 }), isOutOfTime: isOutOfTime
    ).lowerBound
  }

  // MARK: Out of time, or out of reach

  /// What can be had at once when the search is stopped: a plan that keeps the share, else one that misses it.
  private func stopped(at bound: Minutes, best free: SelectedModules) -> SelectedModules {
    var total = bound
    for _ in 0..<Self.guesses {
      guard let modules = cheapModules(giving: given(over: total)) else { break }
      let minutes = problem.minutes(of: modules)
      if problem.returnShare(with: problem.opportunities(modules)).reaches(percent) {
        return pruned(modules, at: bound)
      }
      total = max(total + 1, minutes)
    }
    return SelectedModules(.feasible, free.modules, minutes: free.minutes, lowerBound: bound)
  }

  private func pruned(_ modules: [Identifier<Module>], at bound: Minutes) -> SelectedModules {
    let needed = problem.pruned(modules)
    let minutes = problem.minutes(of: needed)
    return SelectedModules(
      minutes == bound ? .optimal : .feasible, needed, minutes: minutes, lowerBound: min(bound, minutes))
  }

  /// How many totals are guessed, each of which asks for more than the last.
  private static let guesses = 32

  private func cheapModules(giving quantity: Quantity) -> [Identifier<Module>]? {
    guard let graph = DerivationGraphBuilder.graph(of: problem, making: [quantity]).graph else { return nil }
    var planner = CheapPlan(graph)
    return planner.find(graph, costs: graph.minutes)?.map { graph.modules[$0] }
  }

  /// No plan gives back more than this share, in percent, where the share asked for is out of reach.
  private func bestPercent(from free: SelectedModules, isOutOfTime: () -> Bool) -> Int {
    var reached = 0
    var missed = percent
    while missed - reached > 1 {
      let middle = (reached + missed) / 2
      let found = ReciprocalSelection(problem, percent: middle).search(from: free, isOutOfTime: isOutOfTime)
      guard found.outcome != .infeasible else {
        missed = middle
        continue
      }
      let share = problem.returnShare(with: problem.opportunities(found.modules))
      guard share.reaches(middle) else { break }
      reached = max(middle, share.percent ?? middle)
    }
    return missed - 1
  }
}

extension PlanningProblem {
  /// What remains of a plan's modules once those are dropped, the dearest first, without which the goal and share are kept.
  ///
  /// O(n³ · s) at worst for n modules with conditions and effects of size s.
  fileprivate func pruned(_ modules: [Identifier<Module>]) -> [Identifier<Module>] {
    var kept = opportunities(modules).sorted { ($1.minutes, $1.module) < ($0.minutes, $0.module) }
    func canDo(without opportunity: Opportunity) -> Bool {
      let fewer = kept.filter { $0 != opportunity }
      return isReached(by: fewer) && !isMissed(returnShare(with: fewer))
    }
    // What one module opens or makes up for may be dropped only after it, so each is looked at again.
    while let place = kept.firstIndex(where: canDo(without:)) { kept.remove(at: place) }
    return kept.map(\.module).sorted()
  }

  /// The minutes of these modules together.
  fileprivate func minutes(of modules: [Identifier<Module>]) -> Minutes {
    opportunities(modules).reduce(.zero) { $0 + $1.minutes }
  }

  /// Whether no module can be dropped from a plan without the goal, or a share of giving back that binds, being lost.
  func isEachNeeded(_ modules: [Identifier<Module>]) -> Bool {
    let all = opportunities(modules)
    return all.allSatisfy { opportunity in
      let fewer = all.filter { $0 != opportunity }
      return !isReached(by: fewer) || isMissed(returnShare(with: fewer))
    }
  }

  private func isReached(by opportunities: [Opportunity]) -> Bool {
    let reachability = Reachability(of: opportunities, from: held)
    let counted = reachability.modules.union(passedTogether.map(\.module))
    return reachability.modules.count == opportunities.count
      && goal.holds { leaf in
        switch leaf {
        case .fact(let fact): reachability.contains(fact)
        case .sum(let quantity): quantity.amount(of: counted) >= quantity.atLeast
        }
      }
  }
}
