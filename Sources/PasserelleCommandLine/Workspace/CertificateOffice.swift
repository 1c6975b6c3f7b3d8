import Bilingual
import Certificates
import CompletionLedger
import CurriculumModel
import ProgrammeModel

/// Issues certificates and exports what was issued.
struct CertificateOffice {
  let workspace: OpenWorkspace
  let ledger: Ledger

  /// Proves that a certificate is earned, signs it once in each form, and records the issue with the signed bytes.
  func issue(_ certificateID: String, to pair: Pair, at now: Moment, by issuer: IssuerOffice) throws -> Credential {
    let claim = try claim(certificateID, of: pair, at: now)
    try refuseTwice(claim, at: now)
    let lacking = claim.lacking
    guard lacking.isEmpty else {
      throw CommandFailure(
        .conflict,
        .init(
          same: said(
            en: "\(spokenLanguage.quote(workspace.words(claim.certificate.title))) is not earned yet",
            fr: "\(spokenLanguage.quote(workspace.words(claim.certificate.title))) n’est pas encore méritée")),
        remedies: lacking.map { .init(same: said(en: "lacking: \($0)", fr: "il manque\u{A0}: \($0)")) })
    }
    let signer = try issuer.signer(at: now)
    var generator = SystemRandomNumberGenerator()
    let id = CredentialID(at: now, using: &generator)
    let status = try issuer.place(for: id, among: try issued().compactMap(\.award.statusIndex))
    let token = try SignedCredential(
      signing: claim.statement(id: id, issued: now, status: status), by: signer
    ).stored
    let credential = Credential(
      id: id, certificate: claim.certificate.id, pair: pair.id, holders: claim.holders, issuedAt: now, token: token)
    let award = Event.Award(
      certificate: claim.certificate.id, credential: id, digest: Credential.digest(of: token),
      validUntil: claim.validUntil(issued: now), statusIndex: status.index)
    let subject: Event.Subject =
      claim.holders.count == 2 ? .pair(pair) : .person(claim.holders[0], in: pair.id)
    let recorder = Recorder(workspace: workspace, ledger: ledger, now: now, baseID: nil)
    try recorder.record(about: [pair.junior, pair.senior], credentials: [credential]) { _ in
      [recorder.event(0, at: now, subject, Event.Attestation(role: .lead), .certificateIssued(award))]
    }
    return credential
  }

  /// A credential by identifier, or by the beginning of one.
  func credential(_ id: String) throws -> Credential {
    let all = try issued().map(\.award.credential)
    let matching = CredentialID(id).map { [$0] } ?? all.filter { $0.description.hasPrefix(id.lowercased()) }
    if matching.count == 1, let credential = try ledger.credential(matching[0]) { return credential }
    throw unknown(Wording(en: "issued certificate", fr: "d’attestation délivrée"), id, among: all.map(\.description))
  }

  /// The signed forms of a credential.
  func forms(of credential: Credential) throws -> SignedCredential {
    if let forms = SignedCredential(stored: credential.token) { return forms }
    throw CommandFailure(
      .inputOutput,
      Wording(en: "the stored credential is damaged", fr: "l’attestation conservée est endommagée"))
  }

  /// The issuers of a credential, as the signatures in its forms say: that of the JSON, then that of the JWT.
  func issuers(of credential: Credential) throws -> [DID] {
    let forms = try forms(of: credential)
    var issuers: [DID] = []
    for form in [forms.json, forms.jwt, forms.shortJWT] {
      guard let issuer = issuerNamed(in: form) else { continue }
      if !issuers.contains(issuer) { issuers.append(issuer) }
    }
    return issuers
  }

  /// Every certificate that was issued, in order of issue.
  func issued() throws -> [IssuedCertificate] {
    let people = try ledger.people().map(\.key)
    let progress = try ledger.history(of: people).progress(
      asOf: Moment(milliseconds: .max), under: ModuleTerms(of: workspace.library))
    return progress.certificates
  }

  /// A certificate of a pair's curriculum as things stood at a moment.
  func claim(_ id: String, of pair: Pair, at moment: Moment) throws -> CertificateClaim {
    guard let (certificate, curriculum) = workspace.library.certificate(Identifier(id)) else {
      let known = workspace.library.curricula.values.flatMap(\.certificates).map(\.id.rawValue)
      throw unknown(Wording(en: "certificate", fr: "d’attestation"), id, among: known)
    }
    let progress = try ledger.history(of: pair).progress(asOf: moment, under: ModuleTerms(of: workspace.library))
    var names: [Partner: String] = [:]
    for partner in Partner.allCases { names[partner] = try ledger.person(key: pair[partner])?.name }
    return CertificateClaim(
      workspace: workspace, pair: pair, certificate: certificate, curriculum: curriculum, names: names,
      progress: progress)
  }

  private func refuseTwice(_ claim: CertificateClaim, at now: Moment) throws {
    let standing = claim.progress.certificates(of: claim.pair.id).first {
      $0.award.certificate == claim.certificate.id && $0.standing(at: now) == .active
    }
    guard let standing else { return }
    let title = workspace.words(claim.certificate.title)
    throw CommandFailure(
      .conflict,
      Wording(
        en:
          "\(Language.en.quote(title)) was issued on \(standing.at.day.words.en) as \(standing.award.credential)",
        fr:
          "\(Language.fr.quote(title)) a été délivrée le \(standing.at.day.words.fr) sous \(standing.award.credential)"
      ),
      remedies: [
        Wording(same: "passerelle certificate export \(standing.award.credential)")
      ])
  }
}
