import ArgumentParser
import Bilingual
import CompletionLedger
import CurriculumModel
import PathPlanning
import ProgrammeModel

/// The commands of the demonstration, each printed before its output.
struct DemoScript {
  /// Plays every command in the workspace of the current folder.
  func play() throws {
    tell(en: "A trainer’s XML is validated: no news is good news.", fr: "Le XML d’un formateur est validé\u{A0}: pas de nouvelles, bonnes nouvelles.")
    try run(["check"])
    tell(en: "The shortest way to a certificate, from nothing, proved.", fr: "Le plus court chemin vers une attestation, depuis zéro, prouvé.")
    try run(["plan", "--curriculum", "digital-presence", "--goal", "mentee-presence"])
    tell(en: "Two people, one pair.", fr: "Deux personnes, un binôme.")
    try run(["person", "add", "Awa Diallo"])
    try run(["person", "add", "Étienne Lefèvre"])
    try run(["pair", "add", "awa-etienne", "--junior", "awa", "--senior", "etienne", "--curriculum", "digital-presence"])
    tell(en: "The mentor asks what to do next.", fr: "Le mentor demande quoi faire ensuite.")
    try run(["next", "awa-etienne"])
    tell(en: "Sessions are held and recorded; what was learnt before counts.", fr: "Les séances ont lieu et sont consignées\u{202F}; les acquis comptent.")
    try playSessions()
    try run(["progress", "awa-etienne"])
    tell(en: "The certificate is issued, exported, and verified as a stranger would.", fr: "L’attestation est délivrée, exportée, et vérifiée comme le ferait un inconnu.")
    try playCertificate()
  }

  /// Records the session that `next` proposes until nothing is left to do.
  private func playSessions() throws {
    let open = try OpenWorkspace(WorkspaceOptions.parse([]))
    let ledger = try open.ledger(.existing)
    let pair = try ledger.knownPair("awa-etienne")
    for _ in 0..<64 {
      let now = try ClockOptions.parse([]).moment
      guard let session = try open.problem(for: pair, ledger: ledger, at: now).shortestPlan().sessions.first else { return }
      let passed = session.parts.flatMap { ["--passed", $0.module.rawValue] }
      try run(["record", "held", "awa-etienne", "--minutes", "\(session.minutes.count)"] + passed)
    }
  }

  private func playCertificate() throws {
    try run(["certificate", "issue", "awa-etienne", "mentee-presence"])
    let open = try OpenWorkspace(WorkspaceOptions.parse([]))
    let office = CertificateOffice(workspace: open, ledger: try open.ledger(.existing))
    guard let issued = try office.issued().last?.award.credential.description else { return }
    let issuer = try office.issuer(of: issued)
    try run(["certificate", "export", issued, "--format", "pdf", "--output", "certificate.pdf"])
    try run(["certificate", "export", issued, "--format", "jwt", "--output", "certificate.jwt"])
    try run(["certificate", "verify", "certificate.jwt", "--trust", issuer])
  }

  private func tell(en: String, fr: String) {
    Conversation.print("\n# " + said(en: en, fr: fr))
  }

  private func run(_ arguments: [String]) throws {
    Conversation.print("\n$ passerelle " + arguments.map { $0.contains(" ") ? "\"\($0)\"" : $0 }.joined(separator: " "))
    let status = Passerelle.run(arguments + ["--lang", spokenLanguage.rawValue])
    guard status == 0 else {
      throw CommandFailure(
        .ourMistake,
        Wording(en: "the demonstration stopped: status \(status)", fr: "la démonstration s’est arrêtée\u{A0}: état \(status)"))
    }
  }
}
