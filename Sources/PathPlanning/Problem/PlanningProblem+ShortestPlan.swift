package import CurriculumModel

extension PlanningProblem {
  /// The plan with the least minutes, packed into sessions and with a reason for each step.
  ///
  /// Same problem, same plan, whatever the order of candidates, unless `isOutOfTime` says so before the proof is
  /// complete; it is asked about once for each landmark that the search finds.
  ///
  /// - Parameters:
  ///   - least: What there is to be least of; the other comes second.
  ///   - known: The modules of a plan that the pair knows, in its order: among the best plans, the one that changes it
  ///     least is taken.
  package func shortestPlan(
    least: Plan.Priority = .minutes, known: [Identifier<Module>] = [],
    isOutOfTime: @escaping () -> Bool = { false }
  ) -> Plan {
    plan(of: leastSelection(isOutOfTime: isOutOfTime), least: least, known: known, isOutOfTime: isOutOfTime)
  }

  /// The plan that begins with the modules that `leastSelection` found for this problem.
  ///
  /// Of selections with equally few minutes, that with the fewest sessions; see `SelectionChoice`.
  package func plan(
    of selection: SelectedModules, least: Plan.Priority = .minutes, known: [Identifier<Module>] = [],
    isOutOfTime: @escaping () -> Bool = { false }
  ) -> Plan {
    guard !selection.modules.isEmpty else {
      return Plan(
        outcome: selection.outcome, lowerBound: selection.lowerBound, obstacles: selection.obstacles,
        returnShare: returnShare(with: []),
        missesReciprocity: selection.outcome == .feasible && isMissed(returnShare(with: [])),
        priceOfReciprocity: selection.priceOfReciprocity, least: least)
    }
    let choice = SelectionChoice(self, from: selection, least: least, known: known, isOutOfTime: isOutOfTime)
    let best = choice.best
    let share = returnShare(with: opportunities(best.modules))
    let sessions = best.packing.sessions
    let steps = best.chosen.steps(in: best.packing.order, of: self)
    let isProved = least == .minutes ? selection.outcome == .optimal : choice.isProved
    return Plan(
      outcome: isProved ? .optimal : .feasible, minutes: best.minutes,
      lowerBound: isProved ? best.minutes : min(selection.lowerBound, best.minutes), steps: steps, sessions: sessions,
      sessionLowerBound: min(choice.sessionLowerBound, sessions.count),
      missedMilestones: missedMilestones(steps, sessions), returnShare: share,
      missesReciprocity: isMissed(share), priceOfReciprocity: selection.priceOfReciprocity, least: least)
  }

  private func missedMilestones(_ steps: [Plan.Step], _ sessions: [Plan.Session]) -> [Curriculum.Milestone] {
    let last = Set(milestones.filter { $0.place == .last }.map(\.module))
    return milestones.filter { milestone in
      guard let place = steps.firstIndex(where: { $0.module == milestone.module }) else { return false }
      switch milestone.place {
      case .bySession(let number):
        return sessions.dropFirst(max(0, number)).contains { $0.parts.contains { $0.module == milestone.module } }
      case .last:
        return steps[place...].contains { !last.contains($0.module) }
      }
    }
  }
}
