import CurriculumModel
import PathPlanning

/// Seeded problems with everything that conditions and goals can say.
struct RandomProblem {
  private var random: SplitMix64
  private let count: Int
  private let ids: [Identifier<Module>]

  /// Problems of a number of modules.
  init(seed: UInt64, modules: ClosedRange<Int>) {
    random = SplitMix64(seed: seed)
    count = random.pick(modules)
    ids = (0..<count).map { Identifier("m\($0)") }
  }

  /// The next problem.
  mutating func problem() -> PlanningProblem {
    let candidates = (0..<count).map { candidate($0) }
    var held: Set<Fact> = []
    var passed: [PlanningProblem.Passed] = []
    for candidate in candidates where random.chance(8) {
      held.formUnion(candidate.opportunity.effects)
      passed.append(
        PlanningProblem.Passed(
          candidate.opportunity.module, minutes: candidate.opportunity.minutes,
          direction: candidate.opportunity.direction))
    }
    for index in 0..<count where random.chance(5) { held.insert(.passed(ids[index])) }
    if random.chance(30) { held.formUnion(Fact.competences(partner(), competence())) }
    let aims = (0..<random.pick(1...2)).map { Aim(.module(ids[$0 % count]), goal(candidates, depth: 2)) }
    return PlanningProblem(
      candidates: candidates, held: held, passedTogether: passed, aims: aims, session: 60, milestones: milestones())
  }

  /// The next problem, with a share of giving back that binds.
  mutating func reciprocalProblem() -> PlanningProblem {
    let problem = problem()
    let mutual = random.chance(60) ? 50 : random.pick(0...100)
    let asked = random.chance(50) ? 5 * random.pick(0...14) : random.pick(0...100)
    return problem.keeping(.init(mutualPercent: mutual, atLeastPercent: asked, force: .binding))
  }

  private mutating func candidate(_ index: Int) -> PlanningProblem.Candidate {
    var effects: Set<Fact> = [.passed(ids[index])]
    for _ in 0..<random.pick(0...2) { effects.formUnion(Fact.competences(partner(), competence())) }
    let lengths = (0..<random.pick(1...3)).map { _ in 5 * random.pick(1...(random.chance(5) ? 16 : 6)) }
    let opportunity = Opportunity(
      module: ids[index], minutes: Minutes(lengths.reduce(0, +)), direction: Direction.allCases[random.pick(0...2)],
      condition: random.chance(35) ? .always : condition(depth: 2), effects: effects.sorted())
    return PlanningProblem.Candidate(
      opportunity, theme: ["x", "y", "z"][random.pick(0...2)],
      activities: lengths.enumerated().map { PlanningProblem.Portion(Identifier("a\($0.offset)"), Minutes($0.element)) }
    )
  }

  private mutating func partner() -> Partner { Partner.allCases[random.pick(0...1)] }

  private mutating func competence() -> LevelledCompetence {
    let competence = CompetenceReference(framework: "f", code: "\(random.pick(1...3))")
    return LevelledCompetence(competence, level: random.pick(1...3))
  }

  private mutating func fact() -> Fact {
    random.chance(50) ? .passed(ids[random.pick(0...(count - 1))]) : .holds(partner(), competence())
  }

  private mutating func condition(depth: Int) -> Condition<Fact> {
    if depth == 0 || random.chance(45) { return .leaf(fact()) }
    let parts = (0..<random.pick(1...4)).map { _ in condition(depth: depth - 1) }
    return compose(parts)
  }

  private mutating func goal(_ candidates: [PlanningProblem.Candidate], depth: Int) -> Condition<GoalLeaf> {
    if depth == 0 || random.chance(30) {
      return .leaf(random.chance(60) ? .fact(fact()) : .sum(quantity(candidates)))
    }
    let parts = (0..<random.pick(1...4)).map { _ in goal(candidates, depth: depth - 1) }
    return compose(parts)
  }

  private mutating func compose<Leaf>(_ parts: [Condition<Leaf>]) -> Condition<Leaf> {
    switch random.pick(0...2) {
    case 0: .all(parts)
    case 1: .any(parts)
    default: .atLeast(random.pick(0...parts.count), parts)
    }
  }

  private mutating func quantity(_ candidates: [PlanningProblem.Candidate]) -> Quantity {
    let counted = candidates.map(\.opportunity).filter { _ in random.chance(60) }
    if random.chance(50) {
      return Quantity(.modules, of: counted.map { ($0.module, 1) }, atLeast: random.pick(1...4))
    }
    return Quantity(.minutes, of: counted.map { ($0.module, $0.minutes.count) }, atLeast: 10 * random.pick(1...18))
  }

  private mutating func milestones() -> [Curriculum.Milestone] {
    var milestones: [Curriculum.Milestone] = []
    if random.chance(40) {
      milestones.append(
        Curriculum.Milestone(module: ids[random.pick(0...(count - 1))], place: .bySession(random.pick(1...4))))
    }
    if random.chance(40) {
      milestones.append(Curriculum.Milestone(module: ids[random.pick(0...(count - 1))], place: .last))
    }
    return milestones
  }
}
