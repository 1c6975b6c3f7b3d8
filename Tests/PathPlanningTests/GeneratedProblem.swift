import CurriculumModel
import PathPlanning

/// A curriculum of tracks and levels with many alternatives and true cycles, every goal of which can be reached.
///
/// Each competence has one module that asks only for competences below it; the others, shorter the more they ask for,
/// may ask for things beside or above.
func generatedProblem(modules count: Int, seed: UInt64) -> PlanningProblem {
  var random = SplitMix64(seed: seed)
  let competences = max(4, count * 2 / 5)
  let depth = 4
  func fact(_ number: Int) -> Fact {
    .holds(.senior, LevelledCompetence(CompetenceReference(framework: "f", code: "\(number)"), level: 0))
  }
  func level(_ number: Int) -> Int { number * depth / competences }
  func atom(below top: Int) -> Condition<Fact> {
    let pool = (0..<competences).filter { level($0) < top }
    return .leaf(fact(pool[random.pick(0...(pool.count - 1))]))
  }
  func part(below top: Int) -> Condition<Fact> {
    switch random.pick(1...10) {
    case 1...3: .any((0..<random.pick(2...3)).map { _ in atom(below: top) })
    case 4: .atLeast(2, (0..<random.pick(3...5)).map { _ in atom(below: top) })
    default: atom(below: top)
    }
  }
  let candidates = (0..<count).map { number in
    let competence = number < competences ? number : random.pick(0...(competences - 1))
    let own = level(competence)
    let top = number < competences || random.chance(70) ? own : min(depth, own + 2)
    let width = top == 0 ? 0 : random.pick(1...3)
    let bundled = random.chance(30) ? [fact(random.pick(0...(competences - 1)))] : []
    let module = Identifier<Module>("m\(number)")
    return PlanningProblem.Candidate(
      Opportunity(
        module: module, minutes: Minutes(5 * random.pick(4...12) + 10 * (3 - width) + 10 * bundled.count),
        direction: Direction.allCases[random.pick(0...2)], condition: .all((0..<width).map { _ in part(below: top) }),
        effects: [.passed(module)] + Set([fact(competence)] + bundled).sorted()))
  }
  let high = (0..<competences).filter { level($0) == depth - 1 }
  let goal = Condition.all(high.prefix(3).map { Condition.leaf(GoalLeaf.fact(fact($0))) })
  return PlanningProblem(candidates: candidates, aims: [Aim(.curriculum, goal)], session: 90)
}
