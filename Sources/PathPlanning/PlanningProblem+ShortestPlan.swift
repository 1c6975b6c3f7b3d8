import CurriculumModel

extension PlanningProblem {
  /// The plan with the least minutes, packed into sessions and with a reason for each step.
  ///
  /// Same problem, same plan, whatever the order of candidates, unless `isOutOfTime` says so before the proof is
  /// complete; it is asked about once for each node of the search.
  package func shortestPlan(isOutOfTime: () -> Bool = { false }) -> Plan {
    let (graph, goalHolds) = DerivationGraphBuilder.graph(of: self)
    guard let graph else {
      return goalHolds
        ? Plan(outcome: .reached, returnShare: returnShare(with: []))
        : Plan(outcome: .infeasible, obstacles: Obstacle.all(in: self), returnShare: returnShare(with: []))
    }
    let selection = Selection.least(in: graph, isOutOfTime: isOutOfTime)
    let chosen = ChosenModules(Set(selection.modules.map { graph.modules[$0] }), in: self)
    let packing = SessionPacking(chosen, isOutOfTime: isOutOfTime)
    let sessions = packing.sessions
    let steps = chosen.steps(in: packing.order, of: self)
    return Plan(
      outcome: selection.minutes == selection.lowerBound ? .optimal : .feasible,
      minutes: Minutes(selection.minutes), lowerBound: Minutes(selection.lowerBound),
      steps: steps, sessions: sessions, sessionLowerBound: packing.lowerBound,
      missedMilestones: missedMilestones(steps, sessions), returnShare: returnShare(with: steps))
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

  private func returnShare(with steps: [Plan.Step]) -> ReturnShare {
    let all = passedTogether.map { ($0.minutes, $0.direction) } + steps.map { ($0.minutes, $0.direction) }
    var given = 0
    var total = 0
    for (minutes, direction) in all {
      total += 100 * minutes.count
      switch direction {
      case .seniorToJunior: given += 100 * minutes.count
      case .mutual: given += reciprocity.mutualPercent * minutes.count
      case .juniorToSenior: break
      }
    }
    return ReturnShare(given: given, total: total)
  }
}
