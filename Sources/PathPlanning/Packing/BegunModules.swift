package import CurriculumModel

extension PlanningProblem {
  /// A module of a plan that a pair knows: what is to be done of it, and the session in which it begins, from 1.
  package struct KnownStep: Equatable, Sendable {
    /// The module, with the activities that are still to be done.
    package let candidate: Candidate
    /// The session.
    package let session: Int

    /// A step from its parts.
    package init(_ candidate: Candidate, session: Int) {
      self.candidate = candidate
      self.session = session
    }
  }

  /// How many activities of each module are over once the sessions up to one are, for modules that were begun by then
  /// and are not at their end.
  ///
  /// Where an activity stands follows from the steps, because sessions are always filled as early as can be.
  /// O(a) for a activities.
  package static func begun(
    in steps: [KnownStep], through last: Int, session length: Minutes
  ) -> [Identifier<Module>: Int] {
    var clock = SessionClock()
    var begun: [Identifier<Module>: Int] = [:]
    for step in steps {
      if clock.session < step.session { clock = SessionClock(session: step.session, used: 0) }
      var done = 0
      for piece in step.candidate.pieces(session: length.count) {
        _ = clock.pass(piece.minutes, length: length.count)
        if clock.session <= last { done += piece.activities.count }
      }
      if (1..<max(1, step.candidate.activities.count)).contains(done) {
        begun[step.candidate.opportunity.module] = done
      }
    }
    return begun
  }

  /// The same problem for a pair that has done the first activities of modules: only the rest of each is to be done.
  ///
  /// It comes as soon as can be, because a module does not pause. What is over counts in the share of giving back.
  ///
  /// - Parameter begun: How many activities are over, by module; fewer than it has.
  package func continuing(_ begun: [Identifier<Module>: Int]) -> PlanningProblem {
    guard !begun.isEmpty else { return self }
    var other = self
    other.candidates = candidates.map { candidate in
      begun[candidate.opportunity.module].map(candidate.without(first:)) ?? candidate
    }
    for candidate in candidates {
      guard let done = begun[candidate.opportunity.module] else { continue }
      // Under a name that no module has, because no condition and no sum counts half a module.
      other.passedTogether.append(
        Passed(
          Identifier("\(candidate.opportunity.module) (begun)"),
          minutes: candidate.opportunity.minutes - candidate.without(first: done).opportunity.minutes,
          direction: candidate.opportunity.direction))
    }
    for candidate in other.candidates where begun[candidate.opportunity.module] != nil {
      var clock = SessionClock()
      for piece in candidate.pieces(session: session.count) { _ = clock.pass(piece.minutes, length: session.count) }
      other.milestones.append(.init(module: candidate.opportunity.module, place: .bySession(clock.session)))
    }
    return other
  }
}

extension PlanningProblem.Candidate {
  /// What is left of the module once so many of its activities are over.
  package func without(first done: Int) -> PlanningProblem.Candidate {
    let rest = Array(activities.dropFirst(done))
    let over = activities.prefix(done).reduce(Minutes.zero) { $0 + $1.minutes }
    return PlanningProblem.Candidate(
      Opportunity(
        module: opportunity.module, minutes: opportunity.minutes - over, direction: opportunity.direction,
        condition: opportunity.condition, effects: opportunity.effects),
      theme: theme, activities: rest)
  }
}
