import ArgumentParser
import Bilingual
import Certificates
import CompletionLedger
import CurriculumModel
import ProgrammeModel

/// `certificate renew ISSUED`: a new certificate, and the old one marked as replaced; both can be verified.
struct CertificateRenew: ParsableCommand {
  static var configuration: CommandConfiguration {
    about(
      "renew", en: "Issue a certificate anew; the old one is marked as replaced and stays verifiable.",
      fr: "Délivrer une attestation à nouveau\u{202F}; l’ancienne, marquée comme remplacée, reste vérifiable.")
  }

  @OptionGroup var chosen: IssuedCertificateArgument

  @OptionGroup var passphrase: PassphraseOptions
  @OptionGroup var workspace: LedgerOptions
  @OptionGroup var clock: ClockOptions
  @OptionGroup var printing: PrintingOptions

  func run() throws {
    let open = try OpenWorkspace(workspace)
    let office = CertificateOffice(workspace: open, ledger: try open.ledger(.existing))
    let now = clock.moment
    let old = try office.issuedCertificate(chosen.issued)
    if old.revoked != nil || old.supersededBy != nil {
      let id = old.award.credential
      let instead = old.supersededBy
      throw CommandFailure(
        .conflict,
        instead.map {
          Wording(en: "\(id) was replaced by \($0) already", fr: "\(id) a déjà été remplacée par \($0)")
        }
          ?? Wording(
            en: "\(id) was revoked; it is not renewed", fr: "\(id) a été révoquée\u{A0}; elle ne se renouvelle pas"),
        remedies: instead.map { [Wording(same: "passerelle certificate renew \($0)")] } ?? [])
    }
    guard let pair = old.pair else { throw CommandFailure.withoutPair(old) }
    let claim = try office.claim(
      old.award.certificate.rawValue, of: try office.ledger.knownPair(pair.rawValue), at: now)
    var issuing = try CertificateIssuing(
      office, by: IssuerOffice(workspace: open, passphrase: passphrase), at: now)
    switch try issuing.renew(claim, old) {
    case .issued(let credential): try CertificateReport(printing.format, office).print(credential)
    case .standing(let standing): throw CommandFailure.issuedAlready(standing, claim)
    case .lacking(let lacking): throw CommandFailure.notEarned(claim, lacking)
    }
  }
}

extension CommandFailure {
  /// A certificate that no pair of this workspace earned.
  static func withoutPair(_ issued: IssuedCertificate) -> CommandFailure {
    let id = issued.award.credential
    return CommandFailure(
      .conflict,
      Wording(en: "\(id) was earned in no pair that is known", fr: "\(id) n’a été méritée dans aucun binôme connu"))
  }
}

/// The argument of every command about one issued certificate.
struct IssuedCertificateArgument: ParsableArguments {
  @Argument(
    help: help(
      en: "The issued certificate’s identifier, or its beginning.",
      fr: "L’identifiant de l’attestation délivrée, ou son début.", value: .id))
  var issued: String
}
