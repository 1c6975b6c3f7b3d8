import CurriculumModel
import PathPlanning

/// Every set of modules that can be done in some order, reaches the goal and keeps the share of giving back where it
/// binds; found by looking at all sets.
struct EverySelection {
  /// The sets, each with its minutes and the fewest sessions of any order.
  private(set) var all: [(modules: Set<Identifier<Module>>, minutes: Int, sessions: Int)] = []

  /// Looks at every set; O(2ⁿ · n) for n candidates, none of them longer than a session.
  init(of problem: PlanningProblem) {
    let open = problem.candidates.map(\.opportunity).filter { !problem.held.contains(.passed($0.module)) }
    typealias End = (session: Int, used: Int)
    var ends = [End?](repeating: nil, count: 1 << open.count)
    ends[0] = (1, 0)
    for set in ends.indices {
      guard let end = ends[set] else { continue }
      let done = open.indices.filter { set & (1 << $0) != 0 }.map { open[$0] }
      let facts = problem.held.union(done.flatMap(\.effects))
      note(done, facts, sessions: done.isEmpty ? 0 : end.session, problem)
      for next in open.indices where set & (1 << next) == 0 && open[next].condition.holds(facts.contains) {
        let minutes = open[next].minutes.count
        let fits = end.used + minutes <= problem.session.count
        let reached = fits ? (end.session, end.used + minutes) : (end.session + 1, minutes)
        let old = ends[set | (1 << next)]
        if old.map({ reached < ($0.session, $0.used) }) ?? true { ends[set | (1 << next)] = reached }
      }
    }
  }

  private mutating func note(
    _ done: [Opportunity], _ facts: Set<Fact>, sessions: Int, _ problem: PlanningProblem
  ) {
    let counted = Set(done.map(\.module) + problem.passedTogether.map(\.module))
    let isReached = problem.goal.holds { leaf in
      switch leaf {
      case .fact(let fact): facts.contains(fact)
      case .sum(let quantity): quantity.amount(of: counted) >= quantity.atLeast
      }
    }
    guard isReached else { return }
    if problem.reciprocity.force == .binding, let asked = problem.reciprocity.atLeastPercent {
      let parts =
        done.map { ($0.minutes.count, $0.direction) }
        + problem.passedTogether.map { ($0.minutes.count, $0.direction) }
      let total = parts.reduce(0) { $0 + $1.0 }
      let rates: [Direction: Int] = [.seniorToJunior: 100, .mutual: problem.reciprocity.mutualPercent]
      let given = parts.reduce(0) { $0 + $1.0 * (rates[$1.1] ?? 0) }
      if given < asked * total { return }
    }
    all.append((Set(done.map(\.module)), done.reduce(0) { $0 + $1.minutes.count }, sessions))
  }

  /// The sets from which nothing can be left out; one of fewer modules is then none of these.
  var needed: [(modules: Set<Identifier<Module>>, minutes: Int, sessions: Int)] {
    all.filter { one in
      !one.modules.contains { module in all.contains { $0.modules == one.modules.subtracting([module]) } }
    }
  }
}

/// A small seeded problem whose modules all fit into a session.
func smallProblem(seed: Int, modules: ClosedRange<Int> = 4...8, isReciprocal: Bool = false) -> PlanningProblem {
  var source = RandomProblem(seed: UInt64(seed), modules: modules)
  let problem = isReciprocal ? source.reciprocalProblem() : source.problem()
  let candidates = problem.candidates.map { candidate in
    let old = candidate.opportunity
    let minutes = Minutes(min(60, old.minutes.count))
    return PlanningProblem.Candidate(
      Opportunity(
        module: old.module, minutes: minutes, direction: old.direction, condition: old.condition,
        effects: old.effects),
      theme: candidate.theme)
  }
  let minutes = Dictionary(uniqueKeysWithValues: candidates.map { ($0.opportunity.module, $0.opportunity.minutes) })
  return PlanningProblem(
    candidates: candidates, held: problem.held,
    passedTogether: problem.passedTogether.map {
      .init($0.module, minutes: minutes[$0.module] ?? 0, direction: $0.direction)
    },
    aims: problem.aims, session: 60, reciprocity: problem.reciprocity)
}

/// The same problem with seeded weights on the parts of its goal.
func weighed(_ problem: PlanningProblem, seed: Int) -> PlanningProblem {
  var random = SplitMix64(seed: UInt64(seed))
  return problem.aiming(
    at: problem.aims.map { aim in
      let stakes = aim.condition.conjuncts.map { part in
        Stake(aim.goal, part, weight: random.chance(40) ? random.pick(1...100) : random.pick(1...4))
      }
      return Aim(aim.goal, aim.condition, stakes: stakes)
    })
}
