import CurriculumModel

/// What makes a problem's document contradict itself.
package enum ProblemFault: Error, Hashable, Sendable {
  /// A session, or a module of this name, is not from 1 to `ProblemDocument.longest` minutes long.
  case length(Int, module: String?)
  /// Two modules have this name.
  case repeated(String)
  /// A competence that the document does not list, with the names that it does.
  case unknownCompetence(String, Place, known: [String])
  /// A module that the document does not offer, with the names that it does.
  case unknownModule(String, Place, known: [String])
  /// So many of so many parts are wanted: less than one, or more than there are.
  case count(Int, of: Int, Place)

  /// A weight where it counts for nothing: in what a module requires, or within `any` or `of`.
  case idleWeight(Int, Place)
  /// A part of the goal has this product of weights, which is more than `ProblemDocument.mostWeight`.
  case weight(Int)

  /// All modules together would take more sessions than `ProblemDocument.mostSessions`.
  case sessions(Int)

  /// Where it stands.
  package enum Place: Hashable, Sendable {
    /// In what is there at first.
    case start
    /// In the module of this name.
    case module(String)
    /// In the goal.
    case goal
  }
}

extension ProblemDocument {
  /// The longest that a session or a module may be, in minutes: sums of very many stay within whole numbers.
  package static let longest = 100_000

  /// The most that a point of the goal may be worth.
  package static let mostWeight = 100

  /// The most sessions that all modules together may take.
  package static let mostSessions = 2_000_000

  /// The problem, or the first thing that is wrong with it.
  ///
  /// O(s) for a document of size s.
  package func problem() throws(ProblemFault) -> PlanningProblem {
    guard (1...Self.longest).contains(session) else { throw .length(session, module: nil) }
    let names = ProblemNames(competences: Set(competences), modules: try offered())
    var held: Set<Fact> = []
    for name in self.held { held.insert(try names.fact(.competence(name), in: .start)) }
    for name in passed {
      held.insert(try names.fact(.module(name), in: .start))
      for taught in names.modules[name]?.teaches ?? [] {
        held.insert(try names.fact(.competence(taught), in: .module(name)))
      }
    }
    var candidates: [PlanningProblem.Candidate] = []
    candidates.reserveCapacity(modules.count)
    for module in modules { candidates.append(try names.candidate(module)) }
    let sessions = modules.reduce(0) { $0 + $1.minutes } / session
    guard sessions <= Self.mostSessions else { throw .sessions(sessions) }
    let goal = try names.condition(self.goal.condition, in: .goal).map(GoalLeaf.fact)
    if let idle = self.goal.idleWeight { throw .idleWeight(idle, .goal) }
    var stakes: [Stake] = []
    for stake in self.goal.stakes ?? [] {
      guard stake.weight <= Self.mostWeight else { throw .weight(stake.weight) }
      let condition = try names.condition(stake.condition, in: .goal).map(GoalLeaf.fact)
      stakes.append(Stake(.curriculum, condition, weight: stake.weight))
    }
    return PlanningProblem(
      candidates: candidates, held: held, aims: [Aim(.curriculum, goal, stakes: stakes.isEmpty ? nil : stakes)],
      session: Minutes(session))
  }

  private func offered() throws(ProblemFault) -> [String: OfferedModule] {
    var offered: [String: OfferedModule] = [:]
    offered.reserveCapacity(modules.count)
    for module in modules where offered.updateValue(module, forKey: module.id) != nil { throw .repeated(module.id) }
    return offered
  }
}

/// The names of a document, and what they stand for.
private struct ProblemNames {
  let competences: Set<String>
  let modules: [String: ProblemDocument.OfferedModule]

  func candidate(_ module: ProblemDocument.OfferedModule) throws(ProblemFault) -> PlanningProblem.Candidate {
    let place = ProblemFault.Place.module(module.id)
    guard (1...ProblemDocument.longest).contains(module.minutes) else {
      throw .length(module.minutes, module: module.id)
    }
    var effects: Set<Fact> = []
    for name in module.teaches { effects.insert(try fact(.competence(name), in: place)) }
    if let idle = module.requires?.anyWeight { throw .idleWeight(idle, place) }
    let requires = try module.requires.map { requires throws(ProblemFault) in
      try condition(requires.condition, in: place)
    }
    return PlanningProblem.Candidate(
      Opportunity(
        module: Identifier(module.id), minutes: Minutes(module.minutes), direction: .mutual,
        condition: requires ?? .always, effects: [.passed(Identifier(module.id))] + effects.sorted()))
  }

  func condition(
    _ condition: Condition<ProblemDocument.Expression.Leaf>, in place: ProblemFault.Place
  ) throws(ProblemFault) -> Condition<Fact> {
    func all(_ parts: [Condition<ProblemDocument.Expression.Leaf>]) throws(ProblemFault) -> [Condition<Fact>] {
      var read: [Condition<Fact>] = []
      for part in parts { read.append(try self.condition(part, in: place)) }
      return read
    }
    switch condition {
    case .leaf(let leaf): return .leaf(try fact(leaf, in: place))
    case .all(let parts): return .all(try all(parts))
    case .any(let parts): return .any(try all(parts))
    case .atLeast(let wanted, let parts):
      guard wanted >= 1, wanted <= parts.count else { throw .count(wanted, of: parts.count, place) }
      return .atLeast(wanted, try all(parts))
    }
  }

  func fact(
    _ leaf: ProblemDocument.Expression.Leaf, in place: ProblemFault.Place
  ) throws(ProblemFault) -> Fact {
    switch leaf {
    case .competence(let name):
      guard competences.contains(name) else { throw .unknownCompetence(name, place, known: competences.sorted()) }
      return .holds(.senior, LevelledCompetence(CompetenceReference(framework: "", code: name), level: 0))
    case .module(let name):
      guard modules[name] != nil else { throw .unknownModule(name, place, known: modules.keys.sorted()) }
      return .passed(Identifier(name))
    }
  }
}
