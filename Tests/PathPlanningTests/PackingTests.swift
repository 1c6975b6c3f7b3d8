import CurriculumModel
import Testing

@testable import PathPlanning

/// Sessions: few, in order, and with long modules split between activities.
struct PackingTests {
  /// The plan that does all of these.
  private func plan(
    _ candidates: [PlanningProblem.Candidate], session: Minutes = 60, milestones: [Curriculum.Milestone] = []
  ) -> Plan {
    let all = candidates.map { Condition.leaf(GoalLeaf.fact(.passed($0.opportunity.module))) }
    let problem = PlanningProblem(
      candidates: candidates, aims: [Aim(.curriculum, .all(all))], session: session, milestones: milestones)
    let plan = problem.shortestPlan()
    #expect(PlanChecker.faults(of: plan, for: problem) == [])
    return plan
  }

  private func parts(_ plan: Plan) -> [[String]] {
    plan.sessions.map { session in
      session.parts.map { "\($0.module) \($0.minutes.count) \($0.activities.map(\.rawValue).joined(separator: "+"))" }
    }
  }

  @Test func shortModulesShareASession() {
    let plan = plan([candidate("a", 40), candidate("b", 40), candidate("c", 20), candidate("d", 20)])
    #expect(plan.sessions.map(\.minutes) == [60, 60])
    #expect(plan.sessionLowerBound == 2)
  }

  @Test func aLongModuleIsSplitBetweenActivities() {
    let plan = plan([candidate("long", 110, activities: [25, 40, 30, 15]), candidate("short", 20)])
    #expect(parts(plan) == [["short 20 ", "long 25 a1"], ["long 40 a2"], ["long 45 a3+a4"]])
  }

  @Test func anActivityLongerThanASessionRunsOn() {
    let plan = plan([candidate("long", 100, activities: [10, 90])])
    #expect(parts(plan) == [["long 10 a1"], ["long 60 a2"], ["long 30 a2"]])
  }

  /// What a session began goes on in the next, from the activity at which the pair stopped.
  @Test func whatWasBegunGoesOn() {
    let long = candidate("long", 110, activities: [25, 40, 30, 15])
    let known = [
      PlanningProblem.KnownStep(candidate("short", 20), session: 1), PlanningProblem.KnownStep(long, session: 1),
    ]
    for (last, done) in [(0, nil), (1, 1), (2, 2), (3, nil)] {
      #expect(PlanningProblem.begun(in: known, through: last, session: 60)["long"] == done)
    }
    let all = ["long", "other"].map { Condition.leaf(GoalLeaf.fact(.passed($0))) }
    let problem = PlanningProblem(
      candidates: [candidate("other", 30), long], aims: [Aim(.curriculum, .all(all))]
    ).continuing(["long": 1])
    let plan = problem.shortestPlan()
    #expect(PlanChecker.faults(of: plan, for: problem) == [])
    #expect(parts(plan) == [["long 40 a2"], ["long 45 a3+a4"], ["other 30 "]])
    #expect(plan.minutes == 115 && plan.missedMilestones.isEmpty)
    // Told anew after the first session, the rest of it is where it was.
    let rest = [PlanningProblem.KnownStep(long.without(first: 1), session: 2)]
    #expect(PlanningProblem.begun(in: rest, through: 2, session: 60) == ["long": 1])
  }

  @Test func milestonesComeInTime() {
    let plan = plan(
      [
        candidate("a", 60), candidate("b", 60), candidate("contract", 60),
        candidate("stance", 45, .leaf(.passed("contract"))), candidate("close", 30), candidate("z", 60),
      ],
      milestones: [
        Curriculum.Milestone(module: "contract", place: .bySession(1)),
        Curriculum.Milestone(module: "stance", place: .bySession(2)),
        Curriculum.Milestone(module: "close", place: .last),
      ])
    #expect(plan.steps.prefix(2).map(\.module) == ["contract", "stance"])
    #expect(plan.steps.last?.module == "close")
    #expect(plan.missedMilestones.isEmpty)
  }

  @Test func whatAMilestoneRestsOnComesFirst() {
    let plan = plan(
      [candidate("a", 60), candidate("b", 60), candidate("c", 60, .leaf(.passed("z"))), candidate("z", 60)],
      milestones: [Curriculum.Milestone(module: "c", place: .bySession(2))])
    #expect(plan.steps.prefix(2).map(\.module) == ["z", "c"])
  }

  @Test func aMissedMilestoneIsSaid() {
    let early = Curriculum.Milestone(module: "b", place: .bySession(1))
    let last = Curriculum.Milestone(module: "a", place: .last)
    let plan = plan([candidate("a", 60), candidate("b", 60, .leaf(.passed("a")))], milestones: [early, last])
    #expect(plan.missedMilestones == [early, last])
  }

  @Test func directionsAlternateWhereTheyAreFree() {
    let plan = plan([
      candidate("a", 60), candidate("b", 60), candidate("c", 60, .always, .seniorToJunior),
      candidate("d", 60, .always, .seniorToJunior),
    ])
    let directions = plan.steps.map(\.direction)
    #expect(zip(directions, directions.dropFirst()).allSatisfy { $0 != $1 })
  }

  @Test func whatBuildsOnAModuleComesSoon() {
    let plan = plan([
      candidate("a", 60), candidate("b", 60), candidate("c", 60), candidate("d", 60, .leaf(.passed("a"))),
      candidate("e", 60, .leaf(.passed("c"))),
    ])
    let order = plan.steps.map(\.module.rawValue).joined()
    #expect(order.contains("ad") && order.contains("ce"))
  }

  @Test(arguments: 0..<300)
  func fewestSessionsOfRandomOrders(seed: Int) {
    let candidates = randomTasks(seed: seed, counts: 2...6)
    let plan = plan(candidates)
    #expect(plan.sessionLowerBound == plan.sessions.count)
    #expect(plan.sessions.count == fewestSessions(candidates, length: 60))
  }

  /// Thirds, halves and two thirds of a session, at which bounds tip.
  @Test(arguments: 0..<300)
  func fewestSessionsOfEvenParts(seed: Int) {
    let candidates = randomTasks(seed: 9000 + seed, counts: 4...6, unit: 10)
    let plan = plan(candidates)
    #expect(plan.sessionLowerBound == plan.sessions.count)
    #expect(plan.sessions.count == fewestSessions(candidates, length: 60))
  }

  /// Whoever takes the longest first takes four sessions.
  @Test func twoThirdsAndAThirdShareASession() {
    let plan = plan([
      candidate("a", 40), candidate("b", 20, .leaf(.passed("y"))), candidate("c", 40),
      candidate("d", 20, .leaf(.passed("y"))), candidate("x", 30), candidate("y", 30),
    ])
    #expect(plan.sessions.map(\.minutes) == [60, 60, 60])
    #expect(plan.sessionLowerBound == 3)
  }

  /// More modules, some bound to a place, against the earliest end of every set of modules.
  @Test(arguments: 0..<120)
  func fewestSessionsThatKeepMilestones(seed: Int) {
    let candidates = randomTasks(seed: 5000 + seed, counts: 7...10)
    var random = SplitMix64(seed: UInt64(seed))
    let early = Curriculum.Milestone(
      module: Identifier("m\(random.pick(3...6))"), place: .bySession(random.pick(1...4)))
    let last = Curriculum.Milestone(module: Identifier("m\(random.pick(0...6))"), place: .last)
    let milestones = Array([early, last].prefix(random.pick(0...2)))
    let plan = plan(candidates, milestones: milestones)
    let fewest = fewestSessions(candidates, keeping: milestones, length: 60)
    #expect(plan.missedMilestones.isEmpty == (fewest != nil))
    if let fewest {
      #expect(plan.sessions.count == fewest)
      #expect(plan.sessionLowerBound == fewest)
    }
  }

  /// Three of ten thirds fill a session but for a tenth, which no bound sees; a search that gives up loads must end, and
  /// say no more than it knows.
  @Test(arguments: [1, 1_000])
  func aSearchThatGivesUpLoadsEnds(mostLoads: Int) {
    let candidates = (0..<10).map { candidate(Identifier("m\($0)"), 30) }
    let problem = PlanningProblem(candidates: candidates, aims: [], session: 100)
    let chosen = ChosenModules(Set(candidates.map { $0.opportunity.module }), in: problem)
    let tasks = PackingTasks(chosen, pieces: chosen.candidates.map { $0.pieces(session: 100) })
    let found = FewestSessions(tasks, fewerThan: 4, lowerBound: 3, mostLoads: mostLoads) { false }
    #expect(found.order == nil)
    #expect(found.lowerBound == (mostLoads == 1_000 ? 4 : 3))
  }

  @Test(arguments: [(0, 0), (1, 50), (2, 400)])
  func aStoppedSearchKeepsItsBoundBelow(seed: Int, checks: Int) {
    let candidates = randomTasks(seed: 9000 + seed, counts: 14...14)
    let all = candidates.map { Condition.leaf(GoalLeaf.fact(.passed($0.opportunity.module))) }
    let problem = PlanningProblem(candidates: candidates, aims: [Aim(.curriculum, .all(all))])
    let selection = problem.leastSelection()
    var asked = 0
    let stopped = problem.plan(of: selection) {
      asked += 1
      return asked > checks
    }
    #expect(PlanChecker.faults(of: stopped, for: problem) == [])
    let best = problem.plan(of: selection)
    #expect(stopped.sessionLowerBound <= best.sessions.count && best.sessions.count <= stopped.sessions.count)
  }

  private func randomTasks(seed: Int, counts: ClosedRange<Int>, unit: Int = 1) -> [PlanningProblem.Candidate] {
    var random = SplitMix64(seed: UInt64(seed))
    return (0..<random.pick(counts)).map { number in
      let before = (0..<number).filter { _ in random.chance(30) }.map {
        Condition.leaf(Fact.passed(Identifier("m\($0)")))
      }
      let lengths = (0..<random.pick(1...3)).map { _ in unit * random.pick(1...35 / unit) }
      let condition: Condition<Fact> =
        switch random.pick(0...3) {
        case _ where before.isEmpty: .always
        case 0: .any(before)
        case 1: .atLeast(min(2, before.count), before)
        default: .all(before)
        }
      return candidate(
        Identifier("m\(number)"), lengths.reduce(0, +), condition, Direction.allCases[random.pick(0...2)],
        activities: lengths)
    }
  }

  /// The fewest sessions of an order that keeps every milestone; nil where none does.
  private func fewestSessions(
    _ candidates: [PlanningProblem.Candidate], keeping milestones: [Curriculum.Milestone], length: Int
  ) -> Int? {
    typealias End = (session: Int, used: Int)
    var ends: [Set<Identifier<Module>>: End] = [[]: (1, 0)]
    let lasts = milestones.filter { $0.place == .last }.map(\.module)
    for _ in candidates {
      var next: [Set<Identifier<Module>>: End] = [:]
      for (done, end) in ends {
        for candidate in candidates where !done.contains(candidate.opportunity.module) {
          let module = candidate.opportunity.module
          guard candidate.opportunity.condition.holds({ $0.isPassed(in: done) }) else { continue }
          if !lasts.contains(module), lasts.contains(where: done.contains) { continue }
          var (session, used) = end
          let whole = candidate.opportunity.minutes.count
          for piece in whole <= length ? [whole] : candidate.activities.map(\.minutes.count) {
            if used + piece > length { (session, used) = (session + 1, 0) }
            used += piece
          }
          let isLate = milestones.contains {
            if case .bySession(let number) = $0.place { $0.module == module && session > number } else { false }
          }
          if isLate { continue }
          let set = done.union([module])
          if next[set].map({ (session, used) < ($0.session, $0.used) }) ?? true { next[set] = (session, used) }
        }
      }
      ends = next
    }
    return ends.values.first?.session
  }

  /// The fewest sessions over every order, where each piece starts at once or in the next session.
  private func fewestSessions(_ candidates: [PlanningProblem.Candidate], length: Int) -> Int {
    func fewest(_ left: [PlanningProblem.Candidate], _ facts: Set<Fact>, _ session: Int, _ used: Int) -> Int {
      if left.isEmpty { return session }
      var best = Int.max
      for (index, next) in left.enumerated() where next.opportunity.condition.holds(facts.contains) {
        var rest = left
        rest.remove(at: index)
        let whole = next.opportunity.minutes.count
        var pieces = whole <= length ? [whole] : next.activities.map(\.minutes.count)
        pieces.reverse()
        func place(_ pieces: [Int], _ session: Int, _ used: Int) {
          guard let piece = pieces.last else {
            best = min(best, fewest(rest, facts.union(next.opportunity.effects), session, used))
            return
          }
          if used + piece <= length { place(pieces.dropLast(), session, used + piece) }
          if used > 0, used + piece > length { place(pieces.dropLast(), session + 1, piece) }
        }
        place(pieces, session, used)
      }
      return best
    }
    return fewest(candidates, [], 1, 0)
  }
}

extension Fact {
  fileprivate func isPassed(in done: Set<Identifier<Module>>) -> Bool {
    if case .passed(let module) = self { done.contains(module) } else { false }
  }
}
