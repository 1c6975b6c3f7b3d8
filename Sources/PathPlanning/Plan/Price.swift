package import CurriculumModel

/// What it would cost to have a module that a plan leaves out.
package enum Price: Equatable, Sendable {
  /// So many minutes more than the plan: the least that is possible.
  case minutes(Minutes)
  /// At least so many minutes more, the search having been stopped.
  case atLeast(Minutes)
  /// No plan that reaches the goal has it, for these reasons.
  case impossible([Obstacle])
}

extension PlanningProblem {
  /// What it would cost to have a module beside the goal, by a fresh search.
  ///
  /// - Parameter selection: What `leastSelection` found for this problem, not infeasible.
  package func price(
    of module: Identifier<Module>, beyond selection: SelectedModules, isOutOfTime: () -> Bool = { false }
  ) -> Price {
    let forced = adding(Aim(.module(module), .leaf(.fact(.passed(module))))).leastSelection(isOutOfTime: isOutOfTime)
    switch forced.outcome {
    case .infeasible: return .impossible(forced.obstacles)
    case .feasible: return .atLeast(max(.zero, forced.lowerBound - selection.minutes))
    case .optimal, .reached:
      let more = forced.minutes - selection.minutes
      return selection.outcome == .feasible ? .atLeast(max(.zero, more)) : .minutes(more)
    }
  }
}
