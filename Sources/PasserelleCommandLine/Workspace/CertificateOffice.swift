import Bilingual
import Certificates
import CompletionLedger
import CurriculumModel
import ProgrammeModel

/// Issues certificates and exports what was issued.
struct CertificateOffice {
  let workspace: OpenWorkspace
  let ledger: Ledger

  /// A credential by identifier, or by the beginning of one.
  func credential(_ id: String) throws -> Credential {
    let issued = try issuedCertificate(id)
    if let credential = try ledger.credential(issued.award.credential) { return credential }
    throw CommandFailure(
      .noInput,
      Wording(
        en: "the signed bytes of \(issued.award.credential) were erased with the person whom they named",
        fr: "les octets signés de \(issued.award.credential) ont été effacés avec la personne qu’ils nommaient"))
  }

  /// What was issued under an identifier, or under one that begins so.
  func issuedCertificate(_ id: String) throws -> IssuedCertificate {
    let all = try issued()
    let exact = CredentialID(id)
    let matching = all.filter { issued in
      let own = issued.award.credential
      return exact.map { $0 == own } ?? own.description.hasPrefix(id.lowercased())
    }
    if matching.count == 1 { return matching[0] }
    throw unknown(
      Wording(en: "issued certificate", fr: "d’attestation délivrée"), id,
      among: all.map(\.award.credential.description))
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
    issuers(in: try forms(of: credential))
  }

  /// The issuers whose signatures the forms of a credential bear.
  func issuers(in forms: SignedCredential) -> [DID] {
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

  /// A certificate of a pair's curriculum, as things stood at a moment.
  func claim(_ id: String, of pair: Pair, at moment: Moment) throws -> CertificateClaim {
    guard let (certificate, curriculum) = workspace.library.certificate(Identifier(id)) else {
      let known = workspace.library.curricula.values.flatMap(\.certificates).map(\.id.rawValue)
      throw unknown(
        Wording(en: "certificate", fr: "d’attestation"), id, among: known, called: workspace.certificateTitles)
    }
    let progress = try ledger.history(of: pair).progress(asOf: moment, under: ModuleTerms(of: workspace.library))
    var names: [Partner: String] = [:]
    for partner in Partner.allCases { names[partner] = try ledger.person(key: pair[partner])?.name }
    return CertificateClaim(
      workspace: workspace, pair: pair, certificate: certificate, curriculum: curriculum, names: names,
      progress: progress)
  }
}
