import ArgumentParser
import Bilingual
import PathPlanning

extension PlanCommand {
  /// Checks a proof of the question asked and says what it shows.
  func verify(_ path: String, of problem: PlanningProblem, within budget: Budget?) throws {
    if let budget {
      let record = BudgetProofRecord(try ProofFile.checked(at: path, of: problem, within: budget))
      if printing.plain == .json { try JSONOutput.print(record) } else { Conversation.print(record.text) }
      return
    }
    let record = ProofRecord(try ProofFile.checked(at: path, of: problem))
    if printing.plain == .json { try JSONOutput.print(record) } else { Conversation.print(record.text) }
  }

  /// Writes the proof of a plan.
  func write(proofOf plan: Plan, _ problem: PlanningProblem, to path: String) throws {
    let proof = problem.proof(of: plan, isOutOfTime: secondTimeLimit())
    guard let proof else {
      Conversation.note(
        said(
          en: "there is nothing to prove, so no proof is written",
          fr: "il n’y a rien à prouver, donc aucune preuve n’est écrite"))
      return
    }
    try ProofFile.write(proof, of: problem, to: path)
    if Interruption.isAsked { throw ExitCode(Interruption.status) }
  }

  /// Writes the proof that no plan within a budget is worth more.
  func write(
    proofOf budgeted: BudgetedPlan, within budget: Budget, _ problem: PlanningProblem, to path: String
  ) throws {
    guard let proof = problem.proof(of: budgeted, within: budget, isOutOfTime: secondTimeLimit()) else {
      Conversation.note(
        said(
          en: "minutes alone do not show that no more fits, so no proof is written",
          fr: "les minutes seules ne montrent pas que rien de plus ne tient, donc aucune preuve n’est écrite"))
      return
    }
    try ProofFile.write(proof, of: problem, within: budget, to: path)
    if Interruption.isAsked { throw ExitCode(Interruption.status) }
  }

  /// The search runs once more for a proof, for as long as the plan had at most.
  private func secondTimeLimit() -> () -> Bool {
    let watch = ContinuousClock()
    let deadline = timeLimit.map { watch.now + $0.duration }
    return { Interruption.isAsked || deadline.map { watch.now >= $0 } ?? false }
  }
}
