import ArgumentParser
import Bilingual
import Certificates
import CompletionLedger
import CurriculumModel
import ProgrammeModel

/// `certificate revoke ISSUED --reason TEXT`: takes a certificate back.
struct CertificateRevoke: ParsableCommand {
  static var configuration: CommandConfiguration {
    about(
      "revoke", en: "Take a certificate back; the status list then says so.",
      fr: "Révoquer une attestation\u{202F}; la liste d’état le dit ensuite.")
  }

  @OptionGroup var chosen: IssuedCertificateArgument

  @Option(help: help(en: "Why.", fr: "Pourquoi.", value: .reason))
  var reason: String

  @OptionGroup var workspace: LedgerOptions
  @OptionGroup var clock: ClockOptions
  @OptionGroup var printing: PrintingOptions

  func run() throws {
    let open = try OpenWorkspace(workspace)
    let office = CertificateOffice(workspace: open, ledger: try open.ledger(.existing))
    let now = clock.moment
    let old = try office.issuedCertificate(chosen.issued)
    guard let id = old.pair else { throw CommandFailure.withoutPair(old) }
    let pair = try office.ledger.knownPair(id.rawValue)
    let subject: Event.Subject = old.holders.count == 2 ? .pair(pair) : .person(old.holders[0], in: id)
    let recorder = Recorder(workspace: open, ledger: office.ledger, now: now, baseID: nil)
    try recorder.record(about: [pair.junior, pair.senior]) { _ in
      let revoked = Event.Kind.revoked(credential: old.award.credential, reason: reason)
      return [recorder.event(0, at: now, subject, Event.Attestation(role: .lead), revoked)]
    }
    switch printing.format {
    case .json:
      try JSONOutput.print(IssuedRecord(try office.issuedCertificate(old.award.credential.description), at: now))
    case .text:
      Conversation.print(said(en: "Revoked \(old.award.credential)", fr: "Révoquée\u{A0}: \(old.award.credential)"))
      Conversation.note(
        said(
          en:
            "verifiers learn it from the status list: write it with ‘passerelle certificate status-list’ and publish it",
          fr: "les vérificateurs l’apprennent par la liste d’état\u{A0}: l’écrire avec "
            + "«\u{A0}passerelle certificate status-list\u{A0}» et la publier"))
    }
  }
}

/// `certificate status-list`: what was revoked, as a signed file to publish.
struct CertificateStatusList: ParsableCommand {
  static var configuration: CommandConfiguration {
    about(
      "status-list", en: "Write what was revoked as a signed list to publish.",
      fr: "Écrire ce qui a été révoqué en une liste signée, à publier.")
  }

  @OptionGroup var product: OutputOptions
  @OptionGroup var passphrase: PassphraseOptions
  @OptionGroup var workspace: LedgerOptions
  @OptionGroup var clock: ClockOptions

  func run() throws {
    let open = try OpenWorkspace(workspace)
    let office = CertificateOffice(workspace: open, ledger: try open.ledger(.existing))
    let issuer = IssuerOffice(workspace: open, passphrase: passphrase)
    let address = try issuer.statusListID()
    let revoked = try office.issued().filter { $0.revoked.map { $0 <= clock.moment } ?? false }
    let bytes = try StatusList.document(
      address, revoked: revoked.compactMap(\.award.statusIndex), writtenAt: clock.moment,
      by: try issuer.signer(at: clock.moment))
    try product.write(bytes + [0x0A])
    if product.output != nil {
      Conversation.note(said(en: "publish it at \(address)", fr: "à publier sous \(address)"))
    }
  }
}
