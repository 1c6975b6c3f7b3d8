package import CurriculumModel

/// The modules of a shortest plan, before they are put in order.
package struct SelectedModules: Equatable, Sendable {
  /// What came of the search.
  package let outcome: Plan.Outcome
  /// The modules, in order of identifier.
  package let modules: [Identifier<Module>]
  /// Their minutes.
  package let minutes: Minutes
  /// No selection of modules that reaches the goal takes fewer minutes than this.
  package let lowerBound: Minutes
  /// Why no plan reaches the goal; empty unless the outcome is `infeasible`.
  package let obstacles: [Obstacle]
  /// What the share of giving back adds; see `Plan.priceOfReciprocity`.
  package let priceOfReciprocity: Minutes?

  /// A selection from its parts.
  init(
    _ outcome: Plan.Outcome, _ modules: [Identifier<Module>] = [], minutes: Minutes = .zero,
    lowerBound: Minutes = .zero, obstacles: [Obstacle] = [], priceOfReciprocity: Minutes? = nil
  ) {
    self.outcome = outcome
    self.modules = modules
    self.minutes = minutes
    self.lowerBound = lowerBound
    self.obstacles = obstacles
    self.priceOfReciprocity = priceOfReciprocity
  }
}

extension PlanningProblem {
  /// The modules of least minutes that reach the goal and keep the share of giving back where it binds.
  ///
  /// `isOutOfTime` is asked about once for each landmark found; what is returned then is the best found so far.
  package func leastSelection(isOutOfTime: () -> Bool = { false }) -> SelectedModules {
    leastSelection(namingObstacles: true, isOutOfTime: isOutOfTime)
  }

  /// The same, where obstacles may be left out: they can take longer to name than it takes to see that there are some.
  func leastSelection(namingObstacles: Bool, isOutOfTime: () -> Bool) -> SelectedModules {
    guard let percent = reciprocity.bindingPercent else {
      return freeSelection(namingObstacles: namingObstacles, isOutOfTime: isOutOfTime)
    }
    let search = ReciprocalSelection(self, percent: percent)
    return search.least(namingObstacles: namingObstacles, isOutOfTime: isOutOfTime)
  }

  /// The modules of least minutes that reach the goal and make up these quantities, whatever share is given back.
  ///
  /// Where there are none, obstacles are named if wanted, as long as no quantities are asked for.
  func freeSelection(
    making quantities: [Quantity] = [], namingObstacles: Bool = true, isOutOfTime: () -> Bool
  ) -> SelectedModules {
    let (graph, goalHolds) = DerivationGraphBuilder.graph(of: self, making: quantities)
    guard let graph else {
      return goalHolds
        ? SelectedModules(.reached)
        : SelectedModules(.infeasible, obstacles: namingObstacles && quantities.isEmpty ? Obstacle.all(in: self) : [])
    }
    let selection = Selection.least(in: graph, isOutOfTime: isOutOfTime)
    return SelectedModules(
      selection.minutes == selection.lowerBound ? .optimal : .feasible, selection.modules.map { graph.modules[$0] },
      minutes: Minutes(selection.minutes), lowerBound: Minutes(selection.lowerBound))
  }

  /// The opportunities of these modules, in order of identifier.
  func opportunities(_ modules: some Sequence<Identifier<Module>>) -> [Opportunity] {
    let wanted = Set(modules)
    return candidates.map(\.opportunity).filter { wanted.contains($0.module) }.sorted { $0.module < $1.module }
  }
}
