import Bilingual
import FoundationEssentials
import PathPlanning
import PlanProof

/// A proof in a file: JSON of the form `passerelle-plan-proof-1`, or `passerelle-budget-proof-1` of a budget.
enum ProofFile {
  /// The largest file that is read, in bytes: more than the proofs of problems with a thousand modules take.
  private static let largest = 256 << 20

  /// Writes a proof, which has been checked.
  static func write(_ proof: SelectionProof, of problem: PlanningProblem, to path: String) throws {
    try write(proof, to: path) { () throws(ProofFault) in try ProofChecker.check(proof, of: problem) }
  }

  /// Writes a proof of what fits into a budget, which has been checked.
  static func write(
    _ proof: BudgetProof, of problem: PlanningProblem, within budget: Budget, to path: String
  ) throws {
    try write(proof, to: path) { () throws(ProofFault) in
      try ProofChecker.check(proof, within: budget, of: problem)
    }
  }

  /// A proof that has been read and holds of the problem.
  static func checked(at path: String, of problem: PlanningProblem) throws -> SelectionProof {
    try checked(at: path, form: SelectionProof.currentFormat) { proof throws(ProofFault) in
      try ProofChecker.check(proof, of: problem)
    }
  }

  /// A proof of what fits into a budget that has been read and holds of the problem.
  static func checked(
    at path: String, of problem: PlanningProblem, within budget: Budget
  ) throws -> BudgetProof {
    try checked(at: path, form: BudgetProof.currentFormat) { proof throws(ProofFault) in
      try ProofChecker.check(proof, within: budget, of: problem)
    }
  }

  private static func write(
    _ proof: some Encodable, to path: String, checked check: () throws(ProofFault) -> Void
  ) throws {
    do throws(ProofFault) {
      try check()
    } catch {
      throw CommandFailure(.ourMistake, error.wording)
    }
    let text = try JSONOutput.text(proof, pretty: false) + "\n"
    try writeAtomically(Array(text.utf8), to: path)
  }

  private static func checked<Proof: Decodable>(
    at path: String, form: String, _ check: (Proof) throws(ProofFault) -> Void
  ) throws -> Proof {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    guard let attributes, attributes[.type] as? FileAttributeType == .typeRegular else {
      throw CommandFailure(.noInput, Wording(en: "there is no file \(path)", fr: "il n’y a pas de fichier \(path)"))
    }
    let size = attributes[.size] as? UInt64 ?? (attributes[.size] as? Int).map(UInt64.init) ?? 0
    guard size <= UInt64(largest) else {
      throw refusal(
        path,
        Wording(
          en: "it is longer than \(largest >> 20) MB", fr: "elle dépasse \(largest >> 20)\u{A0}Mo"))
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CommandFailure(.noInput, Wording(en: "\(path) cannot be read", fr: "\(path) ne peut être lu"))
    }
    guard let proof = try? JSONDecoder().decode(Proof.self, from: data) else {
      throw refusal(
        path, Wording(en: "it is not JSON of the form \(form)", fr: "ce n’est pas du JSON de la forme \(form)"))
    }
    do throws(ProofFault) {
      try check(proof)
    } catch {
      throw refusal(path, error.wording)
    }
    return proof
  }

  private static func refusal(_ path: String, _ reason: Wording) -> CommandFailure {
    CommandFailure(
      .notSound,
      Wording(
        en: "the proof in \(path) is refused: \(reason.en)",
        fr: "la preuve dans \(path) est refusée\u{A0}: \(reason.fr)"),
      remedies: [
        Wording(
          en: "ask for the very question that the proof was written for; plan --proof writes it anew",
          fr: "poser la question même pour laquelle la preuve a été écrite\u{202F}; plan --proof l’écrit à nouveau")
      ])
  }
}
