import CurriculumModel

extension PlanningProblem {
  /// The plan with the least minutes, packed into sessions and with a reason for each step.
  ///
  /// Same problem, same plan, whatever the order of candidates, unless `isOutOfTime` says so before the proof is
  /// complete; it is asked about once for each landmark that the search finds.
  package func shortestPlan(isOutOfTime: () -> Bool = { false }) -> Plan {
    plan(of: leastSelection(isOutOfTime: isOutOfTime), isOutOfTime: isOutOfTime)
  }

  /// The plan of the modules that `leastSelection` found for this problem.
  package func plan(of selection: SelectedModules, isOutOfTime: () -> Bool = { false }) -> Plan {
    let share = returnShare(with: opportunities(selection.modules))
    guard !selection.modules.isEmpty else {
      return Plan(
        outcome: selection.outcome, lowerBound: selection.lowerBound, obstacles: selection.obstacles,
        returnShare: share,
        missesReciprocity: selection.outcome == .feasible && isMissed(share),
        priceOfReciprocity: selection.priceOfReciprocity)
    }
    let chosen = ChosenModules(Set(selection.modules), in: self)
    let packing = SessionPacking(chosen, isOutOfTime: isOutOfTime)
    let sessions = packing.sessions
    let steps = chosen.steps(in: packing.order, of: self)
    return Plan(
      outcome: selection.outcome, minutes: selection.minutes, lowerBound: selection.lowerBound,
      steps: steps, sessions: sessions, sessionLowerBound: packing.lowerBound,
      missedMilestones: missedMilestones(steps, sessions), returnShare: share,
      missesReciprocity: isMissed(share), priceOfReciprocity: selection.priceOfReciprocity)
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
