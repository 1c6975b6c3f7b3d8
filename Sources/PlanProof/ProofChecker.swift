import CurriculumModel
package import PathPlanning

/// Checks proofs of least minutes, in whole numbers and with no search.
///
/// What it rests on: fix any plan, and let each statement count 1 where it holds of the plan and 0 where it does not.
/// A row "if t, any of C" says that the counts of C are at least that of t; it is true of every plan when t cannot
/// come to hold with all of C kept from holding. A threshold's row says that its parts' weights, over the threshold,
/// are at least its own count. Add rows, each times a multiplier not below 0, to the minutes: what remains as the price
/// of each statement bounds the minutes from below. A statement whose count would lift that bound too far is settled;
/// and every part of the division ends too dear. So no plan takes less than the bound.
package struct ProofChecker {
  private let problem: PlanningProblem
  private let proof: SelectionProof

  /// Accepts a proof, or throws the first thing that is wrong with it.
  ///
  /// O(r · a + z) for r rows, a arcs and z multipliers in all.
  package static func check(_ proof: SelectionProof, of problem: PlanningProblem) throws(ProofFault) {
    try ProofChecker(problem: problem, proof: proof).check()
  }

  private func check() throws(ProofFault) {
    guard proof.format == SelectionProof.currentFormat else { throw .format(proof.format) }
    try Self.checkPlan(of: proof.modules, taking: proof.minutes, problem)
    guard let last = proof.stages.last, proof.lowerBound <= min(last.bound, proof.minutes) else { throw .claim }
    for (number, stage) in proof.stages.enumerated() {
      let before = number == 0 ? nil : proof.stages[number - 1].bound
      // A plan that keeps the share gives back the share of any bound on its own minutes.
      guard stage.givingOver == before else { throw .stage(number) }
      try check(stage, number)
    }
    // No session takes more than its length, so minutes fill so many.
    let filled = (proof.lowerBound + problem.session.count - 1) / problem.session.count
    guard proof.sessions ?? 0 <= filled else { throw .sessions }
  }

  /// Throws where the modules are no plan, or take other minutes than is said.
  static func checkPlan(of names: [String], taking claimed: Int, _ problem: PlanningProblem) throws(ProofFault) {
    guard Set(names).count == names.count else { throw .plan }
    let statements = Statements(of: problem, givingOver: nil)
    let chosen = try names.map { name throws(ProofFault) in
      guard let module = statements.named["m:\(name)"] else { throw .plan }
      return module
    }
    let holds = statements.derivable(without: Set(0..<statements.moduleCount).subtracting(chosen))
    let isPlan =
      chosen.allSatisfy { holds[$0] } && (statements.goalHolds || statements.goal.map { holds[$0] } ?? false)
    let minutes = chosen.reduce(0) { $0 + statements.minutes[$1] }
    // A share that binds is kept when the plan gives back the share of its own minutes.
    let sum = Statements(of: problem, givingOver: minutes)
    let gives = sum.derivable(without: Set(0..<sum.moduleCount).subtracting(chosen))
    guard isPlan, sum.goalHolds || sum.goal.map({ gives[$0] }) ?? false else { throw .plan }
    guard minutes == claimed else { throw .minutes(minutes) }
  }

  private func check(_ stage: SelectionProof.Stage, _ number: Int) throws(ProofFault) {
    let statements = Statements(of: problem, givingOver: stage.givingOver)
    // Less than nothing is no bound, and what the next stage makes of it need not fit into whole numbers.
    guard stage.bound >= 0 else { throw .stage(number) }
    if stage.bound == 0 { return }
    guard let goal = statements.goal else { throw .stage(number) }
    var rows: [BoundRow] = []
    for (place, row) in stage.rows.enumerated() {
      guard let read = BoundRow(row, in: statements) else { throw .row(place, stage: number) }
      rows.append(read)
    }
    // Minutes of plans are multiples of this, so more than the bound less this is the bound.
    let unit = statements.commonMinutes
    let ceiling = Int128(stage.bound - unit) * Int128(SelectionProof.unit)
    guard stage.bound.isMultiple(of: unit), !stage.parts.isEmpty else { throw .stage(number) }
    var whole = Settled(count: statements.count)
    whole.set(goal, to: 1)
    var open = [(part: 0, settled: whole)]
    var isEntered = [Bool](repeating: false, count: stage.parts.count)
    while let next = open.popLast() {
      let place = next.part
      var settled = next.settled
      // Parts that stood below two others would let a short document ask for work without end.
      if isEntered[place] { throw .part(place, stage: number) }
      isEntered[place] = true
      let part = stage.parts[place]
      var isClosed = !settled.propagate(statements)
      for list in part.multipliers where !isClosed {
        guard let bound = Bound(list, rows, statements, settled) else { throw .part(place, stage: number) }
        settled.take(bound, below: ceiling)
        isClosed = bound.value > ceiling || !settled.propagate(statements)
      }
      if isClosed { continue }
      guard let name = part.divided, let into = part.into else { throw .open(place, stage: number) }
      // Parts point ahead only, so that the division ends.
      guard let statement = statements.named[name], into.count == 2,
        into.allSatisfy({ $0 > place && $0 < stage.parts.count })
      else { throw .part(place, stage: number) }
      for value in [0, 1] where settled.allows(statement, Int8(value)) {
        var divided = settled
        divided.set(statement, to: Int8(value))
        open.append((into[value], divided))
      }
    }
  }
}
