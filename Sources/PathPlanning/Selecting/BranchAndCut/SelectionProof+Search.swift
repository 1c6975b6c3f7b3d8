import CurriculumModel

extension PlanningProblem {
  /// The proof of a plan that was found for this problem; see `proof(of:isOutOfTime:)` for a selection.
  package func proof(of plan: Plan, isOutOfTime: () -> Bool = { false }) -> SelectionProof? {
    guard !plan.missesReciprocity else { return nil }
    return proof(
      of: SelectedModules(
        plan.outcome, plan.steps.map(\.module).sorted(), minutes: plan.minutes, lowerBound: plan.lowerBound),
      isOutOfTime: isOutOfTime)
  }

  /// The proof of a selection that was found for this problem: the search is run again and writes down what it does.
  ///
  /// Nil where there is no plan to prove anything of. Claims what is proved by the time that `isOutOfTime` says so.
  package func proof(of selection: SelectedModules, isOutOfTime: () -> Bool = { false }) -> SelectionProof? {
    proof(of: selection, fewModules: BranchAndCut.fewModules, isOutOfTime: isOutOfTime)
  }

  /// The same, with the root approached as in `BranchAndCut` from more modules than this on.
  func proof(of selection: SelectedModules, fewModules: Int, isOutOfTime: () -> Bool = { false }) -> SelectionProof? {
    guard !selection.modules.isEmpty else { return nil }
    var proof = SelectionProof(
      modules: selection.modules.map(\.rawValue), minutes: selection.minutes.count, lowerBound: 0, stages: [])
    guard var stage = stage(givingOver: nil, from: selection, fewModules: fewModules, isOutOfTime: isOutOfTime) else {
      return nil
    }
    proof.stages.append(stage)
    if let percent = reciprocity.bindingPercent {
      while stage.bound < selection.minutes.count, !isOutOfTime() {
        let next = self.stage(
          givingOver: stage.bound, percent: percent, from: selection, fewModules: fewModules,
          isOutOfTime: isOutOfTime)
        // A bound that no longer rises is as far as the rounds go.
        guard let next, next.bound > stage.bound else { break }
        stage = next
        proof.stages.append(stage)
      }
    }
    proof.lowerBound = min(stage.bound, selection.minutes.count)
    proof.sessions = (proof.lowerBound + session.count - 1) / session.count
    return proof
  }

  private func stage(
    givingOver minutes: Int?, percent: Int = 0, from selection: SelectedModules, fewModules: Int,
    isOutOfTime: () -> Bool
  ) -> SelectionProof.Stage? {
    let quantity = minutes.map { ReciprocalSelection(self, percent: percent).given(over: Minutes($0)) }
    let (graph, goalHolds) = DerivationGraphBuilder.graph(of: self, making: quantity.map { [$0] } ?? [])
    guard let graph else {
      // What holds from the start takes no minutes, which needs no proof; a share may still ask for some.
      return goalHolds ? SelectionProof.Stage(givingOver: minutes, bound: 0, rows: [], parts: []) : nil
    }
    let chosen = Set(selection.modules)
    var search = BranchAndCut(
      graph, plan: graph.modules.indices.filter { chosen.contains(graph.modules[$0]) }, recording: SearchRecord(),
      fewModules: fewModules)
    let least = search.run(isOutOfTime: isOutOfTime)
    return search.stage(givingOver: minutes, bound: least.lowerBound, isClosed: least.minutes == least.lowerBound)
  }
}

extension BranchAndCut {
  /// What was recorded, as a stage of a proof.
  fileprivate func stage(givingOver: Int?, bound: Int, isClosed: Bool) -> SelectionProof.Stage {
    var writer = ProofWriter(graph)
    var stage = SelectionProof.Stage(givingOver: givingOver, bound: bound, rows: [], parts: [])
    var entries = record?.entries ?? []
    for place in entries.indices where entries[place].branching != nil {
      // What has not been worked on rests on what was proved of the whole.
      for part in [entries[place].without, entries[place].with] where entries[part].last == nil {
        entries[part].last = entries[place].last
      }
    }
    for entry in entries {
      let lists = entry.steps + (isClosed ? [] : entry.last.map { [$0] } ?? [])
      stage.parts.append(
        SelectionProof.Part(
          multipliers: lists.map { writer.list($0, programme) }, divided: entry.branching.map(graph.name),
          into: entry.branching.map { _ in [entry.without, entry.with] }))
    }
    stage.rows = writer.rows
    return stage
  }
}

/// Writes rows once each, in the order of their use.
private struct ProofWriter {
  let graph: DerivationGraph
  var rows: [SelectionProof.Row] = []
  private var places: [Int: Int] = [:]
  /// The rows that say of a node's single parent that it needs the node.
  private var needs: [Int: Int] = [:]

  init(_ graph: DerivationGraph) { self.graph = graph }

  mutating func list(_ multipliers: [(row: Int, amount: Int)], _ programme: borrowing LandmarkProgram) -> [Int] {
    var list: [Int] = []
    var moved: [Int: Int] = [:]
    for (row, amount) in multipliers {
      let reason = programme.pool.rows[row].reason
      list += [place(of: row, reason), amount]
      // What is charged to a node that shares its parent's column goes on to the parent.
      var node = reason.target
      while programme.node[programme.column[node]] != node, let parent = graph.parents.arcs(of: node).first {
        moved[node, default: 0] += amount
        node = graph.parents.ends[parent]
      }
    }
    for (node, amount) in moved.sorted(by: { $0.key < $1.key }) { list += [placeOfNeed(node), amount] }
    return list
  }

  private mutating func place(of row: Int, _ reason: RowPool.Reason) -> Int {
    if let place = places[row] { return place }
    switch reason {
    case .threshold(let node): rows.append(SelectionProof.Row(statement: graph.name(node), anyOf: nil))
    case .landmark(let landmark):
      rows.append(
        SelectionProof.Row(statement: graph.name(landmark.target), anyOf: landmark.nodes.map(graph.name)))
    }
    places[row] = rows.count - 1
    return rows.count - 1
  }

  private mutating func placeOfNeed(_ node: Int) -> Int {
    if let place = needs[node] { return place }
    let parents = graph.parents.arcs(of: node).map { graph.name(graph.parents.ends[$0]) }
    rows.append(SelectionProof.Row(statement: parents.first ?? "", anyOf: [graph.name(node)]))
    needs[node] = rows.count - 1
    return rows.count - 1
  }
}

extension RowPool.Reason {
  /// The node that a row is about.
  fileprivate var target: Int {
    switch self {
    case .threshold(let node): node
    case .landmark(let landmark): landmark.target
    }
  }
}

extension DerivationGraph {
  /// A node's name in proofs; see `SelectionProof`.
  fileprivate func name(_ node: Int) -> String {
    switch origins[node] {
    case .module: "m:\(modules[node])"
    case .fact(.passed(let module)): "p:\(module)"
    case .fact(.holds(let partner, let competence)): "h:\(partner.rawValue) \(competence)"
    case .gate(let number): "g:\(number)"
    }
  }
}
