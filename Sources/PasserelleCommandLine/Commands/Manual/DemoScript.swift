import ArgumentParser
import Bilingual
import Certificates
import CompletionLedger
import CurriculumModel
import PathPlanning
import ProgrammeModel

/// The commands of the demonstration, each printed before its output.
struct DemoScript {
  /// The moment that is taken for now; nil for the clock's.
  private let now: Moment?
  /// When the pair begins: so long ago that its sessions, every two weeks, are over by now.
  private let start: Moment

  private static let pair = "awa-etienne"
  private static let mostSessions = 13

  /// A demonstration that ends at the moment of the clock.
  init(clock: ClockOptions) {
    now = clock.now
    start = Moment(startOf: clock.moment.day).adding(days: -14 * Self.mostSessions)
  }

  /// Plays every command in the workspace of the current folder.
  func play() throws {
    tell(
      en: "A trainer’s XML is validated: no news is good news.",
      fr: "Le XML d’un formateur est validé\u{A0}: pas de nouvelles, bonnes nouvelles.")
    try run(["check"], atNow)
    tell(
      en: "The shortest way to a certificate, from nothing, proved.",
      fr: "Le plus court chemin vers une attestation, depuis zéro, prouvé.")
    try run(["plan", "--curriculum", "digital-presence", "--goal", "mentee-presence"])
    tell(en: "Two people, one pair.", fr: "Deux personnes, un binôme.")
    try run(["person", "add", "Awa Diallo"])
    try run(["person", "add", "Étienne Lefèvre"])
    try run([
      "pair", "add", Self.pair, "--junior", "awa", "--senior", "etienne", "--curriculum", "digital-presence",
      "--now", start.iso,
    ])
    tell(en: "The mentor asks what to do next.", fr: "Le mentor demande quoi faire ensuite.")
    try run(["next", Self.pair, "--now", start.iso])
    tell(en: "What was learnt elsewhere is recognised.", fr: "Ce qui a été appris ailleurs est reconnu.")
    try run([
      "record", "recognised", "etienne", "--competence", "digcomp-3.0:4.1=3", "--reason", "tested-out", "--now",
      start.adding(days: 1).iso,
    ])
    tell(
      en: "Sessions are held, or missed, and recorded.",
      fr: "Les séances ont lieu, ou sont manquées, et sont consignées.")
    try playSessions()
    try run(["progress", Self.pair], atNow)
    tell(
      en: "The certificate is issued, exported, and verified as a stranger would.",
      fr: "L’attestation est délivrée, exportée, et vérifiée comme le ferait un inconnu.")
    try playCertificate()
  }

  /// Records the session that `next` proposes until nothing is left to do, every two weeks up to today.
  private func playSessions() throws {
    let open = try OpenWorkspace(WorkspaceOptions.parse([]))
    let ledger = try open.ledger(.existing)
    let pair = try ledger.knownPair(Self.pair)
    for session in 1...Self.mostSessions {
      let now = start.adding(days: 14 * session)
      guard let next = try open.plan(for: pair, ledger: ledger, at: now).sessions.first else {
        return
      }
      if session == 3 {
        try run(["record", "missed", Self.pair, "--now", now.iso])
        continue
      }
      let passed = next.parts.flatMap { ["--passed", $0.module.rawValue] }
      try run(["record", "held", Self.pair, "--minutes", "\(next.minutes.count)"] + passed + ["--now", now.iso])
    }
  }

  private func playCertificate() throws {
    try run(["certificate", "issue", Self.pair, "mentee-presence"], atNow)
    let open = try OpenWorkspace(WorkspaceOptions.parse([]))
    let office = CertificateOffice(workspace: open, ledger: try open.ledger(.existing))
    guard let issued = try office.issued().last?.award.credential.description else { return }
    let issuers = try office.issuers(of: try office.credential(issued)).flatMap { ["--trust", $0.text] }
    try run(["certificate", "export", issued, "--format", "pdf", "--output", "certificate.pdf"])
    try run(["certificate", "export", issued, "--format", "json", "--output", "certificate.json"])
    try run(["certificate", "verify", "certificate.json"] + issuers, atNow)
  }

  /// The option that fixes the time, where this demonstration was given one.
  private var atNow: [String] { now.map { ["--now", $0.iso] } ?? [] }

  private func tell(en: String, fr: String) {
    Conversation.print("\n# " + said(en: en, fr: fr))
  }

  /// Plays a command, with options that are not shown.
  private func run(_ arguments: [String], _ silent: [String] = []) throws {
    let shown = TextLayout.command(["passerelle"] + arguments, prompt: "$ ")
    Conversation.print("\n" + shown.joined(separator: "\n"))
    let status = Passerelle.run(arguments + silent)
    guard status == 0 else {
      throw CommandFailure(
        .ourMistake,
        Wording(
          en: "the demonstration stopped: status \(status)", fr: "la démonstration s’est arrêtée\u{A0}: état \(status)")
      )
    }
  }
}
