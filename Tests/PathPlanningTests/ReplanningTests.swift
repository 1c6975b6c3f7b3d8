import CurriculumModel
import PathPlanning
import Testing

/// Plans made anew after what happens to pairs: as short as a fresh one, and the nearest to the plan known before.
struct ReplanningTests {
  @Test(arguments: 0..<120)
  func everyTurnLeavesAPlanThatIsBestAndChangesLeast(seed: Int) {
    var life = Life(seed: UInt64(750_000 + seed))
    var known = life.problem.shortestPlan().steps.map(\.module)
    for _ in 0..<6 {
      life.turn(known)
      let fresh = life.problem.shortestPlan()
      let plan = life.problem.shortestPlan(known: known)
      #expect(PlanChecker.faults(of: plan, for: life.problem) == [])
      #expect(plan.outcome == fresh.outcome)
      #expect((plan.minutes, plan.sessions.count) == (fresh.minutes, fresh.sessions.count))
      guard plan.outcome == .optimal else { continue }
      let rest = known.filter { !life.problem.held.contains(.passed($0)) }
      let modules = plan.steps.map(\.module)
      let best = EverySelection(of: life.problem).all.map { one in
        (one.minutes, one.sessions, one.modules.subtracting(known).count)
      }.min { $0 < $1 }
      #expect(best?.2 == Set(modules).subtracting(known).count)
      #expect(changes(modules, rest) == fewestChanges(of: modules, rest, plan.sessions.count, life.problem))
      known = modules
    }
  }

  /// The pairs of modules that stand in another order than before.
  private func changes(_ order: [Identifier<Module>], _ known: [Identifier<Module>]) -> Int {
    let places = order.compactMap { known.firstIndex(of: $0) }
    return places.indices.reduce(0) { sum, index in sum + places[index...].count { $0 < places[index] } }
  }

  /// The fewest changes of any order of these modules that conditions allow in so many sessions.
  private func fewestChanges(
    of modules: [Identifier<Module>], _ known: [Identifier<Module>], _ sessions: Int, _ problem: PlanningProblem
  ) -> Int? {
    var fewest: Int?
    func go(_ order: [Identifier<Module>], _ facts: Set<Fact>, _ session: Int, _ used: Int) {
      guard order.count < modules.count else {
        let count = changes(order, known)
        fewest = min(fewest ?? count, count)
        return
      }
      for module in modules where !order.contains(module) {
        guard let one = problem.candidates.first(where: { $0.opportunity.module == module })?.opportunity,
          one.condition.holds(facts.contains)
        else { continue }
        let fits = used + one.minutes.count <= problem.session.count
        let next = fits ? session : session + 1
        if next > sessions { continue }
        go(
          order + [module], facts.union(one.effects), next,
          fits ? used + one.minutes.count : one.minutes.count)
      }
    }
    go([], problem.held, 1, 0)
    return fewest
  }
}

/// A pair's way: what is offered, and what it has, as turns change them.
private struct Life {
  private(set) var problem: PlanningProblem
  private var random: SplitMix64

  init(seed: UInt64) {
    problem = smallProblem(seed: Int(seed), modules: 5...8)
    random = SplitMix64(seed: seed)
  }

  /// Something happens: a pass as planned or besides, recognition, expiry, a module withdrawn or with other minutes.
  mutating func turn(_ known: [Identifier<Module>]) {
    var (candidates, held, passed) = (problem.candidates, problem.held, problem.passedTogether)
    let open = candidates.map(\.opportunity).filter { !held.contains(.passed($0.module)) }
    let able = open.filter { $0.condition.holds(held.contains) }
    switch random.pick(0...5) {
    case 0, 1:
      let first = able.first { $0.module == known.first } ?? able.first
      if let first {
        held.formUnion(first.effects)
        passed.append(.init(first.module, minutes: first.minutes, direction: first.direction))
      }
    case 2: if !able.isEmpty { held.formUnion(able[random.pick(0...(able.count - 1))].effects) }
    case 3:
      // What was passed elsewhere runs out; what was passed together stays.
      let lost = held.sorted().filter { fact in !passed.contains { .passed($0.module) == fact } }
      if !lost.isEmpty { held.remove(lost[random.pick(0...(lost.count - 1))]) }
    case 4: if candidates.count > 3 { candidates.remove(at: random.pick(0...(candidates.count - 1))) }
    default:
      let place = random.pick(0...(candidates.count - 1))
      let old = candidates[place].opportunity
      candidates[place] = .init(
        Opportunity(
          module: old.module, minutes: Minutes(5 * random.pick(1...12)), direction: old.direction,
          condition: old.condition, effects: old.effects), theme: candidates[place].theme)
    }
    problem = PlanningProblem(
      candidates: candidates, held: held, passedTogether: passed, aims: problem.aims, session: problem.session)
  }
}
