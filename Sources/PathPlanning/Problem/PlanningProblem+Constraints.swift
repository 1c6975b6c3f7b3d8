package import CurriculumModel

extension PlanningProblem {
  /// The same problem without these modules on offer; what has been passed stays passed.
  package func forbidding(_ modules: Set<Identifier<Module>>) -> PlanningProblem {
    var other = self
    other.candidates.removeAll { modules.contains($0.opportunity.module) }
    return other
  }

  /// The same problem with one more aim for each of these modules: they are part of every plan.
  package func demanding(_ modules: some Sequence<Identifier<Module>>, as goal: (Identifier<Module>) -> Goal)
    -> PlanningProblem
  {
    modules.reduce(self) { $0.adding(Aim(goal($1), .leaf(.fact(.passed($1))))) }
  }

  /// The same problem with these modules planned as early as can be, each in turn.
  ///
  /// A module passed already changes nothing. Each of the others gets the earliest session, from the first on, such that
  /// `canKeep` says of the problem that a plan of it keeps its milestones; where none of `most` does, only the aim.
  package func hurrying(
    _ modules: [Identifier<Module>], most: Int = 6, canKeep: (PlanningProblem) -> Bool
  ) -> PlanningProblem {
    var other = self
    for module in modules where !held.contains(.passed(module)) {
      other = other.demanding([module], as: Goal.wish)
      let due = (1...most).lazy.map { number in
        other.bound(Curriculum.Milestone(module: module, place: .bySession(number)))
      }
      other = due.first(where: canKeep) ?? other
    }
    return other
  }

  /// The same problem with other aims.
  package func aiming(at aims: [Aim]) -> PlanningProblem {
    var other = self
    other.aims = aims
    return other
  }

  /// The same problem with one more milestone.
  private func bound(_ milestone: Curriculum.Milestone) -> PlanningProblem {
    var other = self
    other.milestones.append(milestone)
    return other
  }

  /// The same problem where each module costs a whole number made of its minutes and another measure of it, and the
  /// share of giving back, where it binds, is kept over exactly so many minutes of plan.
  ///
  /// With the minutes known, a share is an ordinary sum. Nil where the costs would be too large to add up.
  func costing(
    over minutes: Minutes, _ measure: (Candidate) -> Int, first: CostOrder
  ) -> PlanningProblem? {
    let measures = candidates.map(measure)
    let open = candidates.map(\.opportunity).filter { !held.contains(.passed($0.module)) }
    let whole = open.reduce(0) { $0 + $1.minutes.count } + 1
    let most = measures.reduce(0, +) + 1
    guard candidates.count <= 2000, whole < 1 << 18, most < 1 << 18 else { return nil }
    var other = self
    other.candidates = zip(candidates, measures).map { candidate, measure in
      let old = candidate.opportunity
      let cost = first == .minutes ? old.minutes.count * most + measure : measure * whole + old.minutes.count
      return Candidate(
        Opportunity(
          module: old.module, minutes: Minutes(cost), direction: old.direction, condition: old.condition,
          effects: old.effects),
        theme: candidate.theme, activities: candidate.activities)
    }
    guard let percent = reciprocity.bindingPercent else { return other }
    guard first == .minutes else { return nil }
    let passed = returnShare(with: [])
    other.reciprocity = Reciprocity(mutualPercent: reciprocity.mutualPercent)
    return other.adding(
      Aim(
        .reciprocity,
        .leaf(
          .sum(
            Quantity(
              .minutes, of: open.map { ($0.module, reciprocity.rate($0.direction) * $0.minutes.count) },
              atLeast: percent * (passed.total / 100 + minutes.count) - passed.given)))))
  }

  /// Which of two costs comes first.
  enum CostOrder {
    /// Minutes, then the measure.
    case minutes
    /// The measure, then minutes.
    case measure
  }
}
