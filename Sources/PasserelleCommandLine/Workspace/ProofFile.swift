import Bilingual
import FoundationEssentials
import PathPlanning
import PlanProof

/// The proof of a plan's least minutes in a file: JSON of the form `passerelle-plan-proof-1`.
enum ProofFile {
  /// The largest file that is read, in bytes: more than the proofs of problems with a thousand modules take.
  private static let largest = 256 << 20

  /// Writes a proof, which has been checked.
  static func write(_ proof: SelectionProof, of problem: PlanningProblem, to path: String) throws {
    do {
      try ProofChecker.check(proof, of: problem)
    } catch {
      throw CommandFailure(.ourMistake, error.wording)
    }
    let text = try JSONOutput.text(proof, pretty: false) + "\n"
    try writeAtomically(Array(text.utf8), to: path)
  }

  /// A proof that has been read and holds of the problem.
  static func checked(at path: String, of problem: PlanningProblem) throws -> SelectionProof {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    guard let attributes, attributes[.type] as? FileAttributeType == .typeRegular else {
      throw CommandFailure(.noInput, Wording(en: "there is no file \(path)", fr: "il n’y a pas de fichier \(path)"))
    }
    let size = attributes[.size] as? UInt64 ?? (attributes[.size] as? Int).map(UInt64.init) ?? 0
    guard size <= UInt64(largest) else {
      throw refusal(
        path,
        Wording(
          en: "it is longer than \(largest >> 20) MB", fr: "il dépasse \(largest >> 20)\u{A0}Mo"))
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CommandFailure(.noInput, Wording(en: "\(path) cannot be read", fr: "\(path) ne peut être lu"))
    }
    let proof: SelectionProof
    do {
      proof = try JSONDecoder().decode(SelectionProof.self, from: data)
    } catch {
      throw refusal(
        path,
        Wording(
          en: "it is not JSON of the form \(SelectionProof.currentFormat)",
          fr: "ce n’est pas du JSON de la forme \(SelectionProof.currentFormat)"))
    }
    do {
      try ProofChecker.check(proof, of: problem)
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
