import Bilingual
import Diagnostics
import DomainWords
import FoundationEssentials

/// The file in which findings that are known are kept.
enum BaselineFile {
  /// Reads a baseline.
  static func read(_ path: String) throws -> Baseline {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CommandFailure(
        .noInput, Wording(en: "there is no file \(path)", fr: "il n’y a pas de fichier \(path)"),
        remedies: [
          Wording(
            en: "write it with ‘passerelle check --write-baseline \(path)’",
            fr: "l’écrire avec «\u{A0}passerelle check --write-baseline \(path)\u{A0}»")
        ])
    }
    guard let baseline = try? JSONDecoder().decode(Baseline.self, from: data), baseline.version == 1 else {
      throw CommandFailure(
        .notSound,
        Wording(
          en: "\(path) is no baseline that this version reads",
          fr: "\(path) n’est pas un fichier de constats connus que cette version sache lire"),
        remedies: [
          Wording(
            en: "write it anew with ‘passerelle check --write-baseline \(path)’",
            fr: "l’écrire à nouveau avec «\u{A0}passerelle check --write-baseline \(path)\u{A0}»")
        ])
    }
    return baseline
  }

  /// Writes a baseline as a whole, and says how much it knows.
  static func write(_ baseline: Baseline, to path: String) throws {
    try writeAtomically(Array((try JSONOutput.text(baseline) + "\n").utf8), to: path)
    let count = spokenLanguage.count(
      baseline.findings.count,
      CountableNoun(one: Wording(en: "finding", fr: "constat"), many: Wording(en: "findings", fr: "constats")))
    Conversation.hint("\(path)\(spokenLanguage.colon)\(count)")
  }
}
