import Bilingual
import Certificates
import CompletionLedger
import CurriculumModel
import ProgrammeModel

/// Issues certificates, one or a cohort's: keys are opened once, and each place in the status list is given once.
struct CertificateIssuing {
  /// What came of asking for a certificate.
  enum Outcome {
    /// It was signed and recorded.
    case issued(Credential)
    /// It had been before, and stands.
    case standing(IssuedCertificate)
    /// These conditions do not hold yet, in words.
    case lacking([String])
  }

  let office: CertificateOffice
  let issuer: IssuerOffice
  let now: Moment
  private var signer: SigningIssuer?
  private var taken: Set<Int>
  private var list: String?

  /// An issue at a moment; nothing is read but what was issued before.
  init(_ office: CertificateOffice, by issuer: IssuerOffice, at now: Moment) throws {
    self.office = office
    self.issuer = issuer
    self.now = now
    taken = Set(try office.issued().compactMap(\.award.statusIndex))
  }

  /// Proves that a certificate is earned, signs it once in each form, and records the issue with the signed bytes.
  mutating func issue(_ claim: CertificateClaim) throws -> Outcome {
    if let standing = claim.standing(at: now) { return .standing(standing) }
    return try sign(claim, inPlaceOf: nil)
  }

  /// Issues a certificate anew: the old one is marked as superseded in the same step, and stays verifiable.
  mutating func renew(_ claim: CertificateClaim, _ old: IssuedCertificate) throws -> Outcome {
    try sign(claim, inPlaceOf: old)
  }

  private mutating func sign(_ claim: CertificateClaim, inPlaceOf old: IssuedCertificate?) throws -> Outcome {
    let lacking = claim.lacking
    guard lacking.isEmpty else { return .lacking(lacking) }
    var generator = SystemRandomNumberGenerator()
    let id = CredentialID(at: now, using: &generator)
    let status = try place(for: id)
    let signed = try Self.signed(claim.statement(id: id, issued: now, status: status), by: try openedSigner())
    let pair = claim.pair
    let credential = Credential(
      id: id, certificate: claim.certificate.id, pair: pair.id, holders: claim.holders, issuedAt: now,
      token: signed.stored)
    let award = Event.Award(
      certificate: claim.certificate.id, credential: id, digest: Credential.digest(of: signed.stored),
      validUntil: claim.validUntil(issued: now), statusIndex: status.index)
    let subject = claim.subject
    let recorder = Recorder(workspace: office.workspace, ledger: office.ledger, now: now, baseID: nil)
    try recorder.record(about: [pair.junior, pair.senior], credentials: [credential]) { _ in
      let by = Event.Attestation(role: .lead)
      let superseded = old.map {
        recorder.event(0, at: now, subject, by, .superseded(credential: $0.award.credential, by: id))
      }
      return (superseded.map { [$0] } ?? []) + [recorder.event(1, at: now, subject, by, .certificateIssued(award))]
    }
    return .issued(credential)
  }

  private static func signed(
    _ statement: CertificateStatement, by signer: SigningIssuer
  ) throws -> SignedCredential {
    do {
      return try SignedCredential(signing: statement, by: signer)
    } catch let unsound as UnsoundStatement {
      throw CommandFailure(.notSound, unsound.message)
    }
  }

  private mutating func openedSigner() throws -> SigningIssuer {
    if let signer { return signer }
    let opened = try issuer.signer(at: now)
    signer = opened
    return opened
  }

  private mutating func place(for id: CredentialID) throws -> StatusListEntry {
    guard let index = StatusList.freePlace(for: id.bytes, taken: taken) else {
      throw CommandFailure(
        .conflict,
        Wording(
          en: "all \(StatusList.length) places of the status list are taken; certificates to come need a workspace "
            + "with a ledger and keys of its own",
          fr: "les \(StatusList.length) places de la liste d’état sont prises\u{A0}; les prochaines attestations "
            + "demandent un espace de travail avec son registre et ses clés"))
    }
    taken.insert(index)
    let address = try list ?? issuer.statusListID()
    list = address
    return StatusListEntry(list: address, index: index)
  }
}
