import Bilingual
import Certificates
import CompletionLedger
import CurriculumModel
import FoundationEssentials
import ProgrammeModel

/// Issues certificates and exports what was issued.
struct CertificateOffice {
  let workspace: OpenWorkspace
  let ledger: Ledger

  /// Proves that a certificate is earned, signs it once, and records the issue with the signed bytes.
  func issue(_ certificateID: String, to pair: Pair, at now: Moment) throws -> (credential: Credential, issuer: DIDKey)
  {
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
    let key = try issuerKey()
    var generator = SystemRandomNumberGenerator()
    let id = CredentialID(at: now, using: &generator)
    let token = try SignedCredential(signing: claim.statement(id: id, issued: now), with: key).jwt
    let credential = Credential(
      id: id, certificate: claim.certificate.id, pair: pair.id, holders: claim.holders, issuedAt: now, token: token)
    let award = Event.Award(
      certificate: claim.certificate.id, credential: id, digest: Credential.digest(of: token),
      validUntil: claim.validUntil(issued: now))
    let subject: Event.Subject =
      claim.holders.count == 2 ? .pair(pair) : .person(claim.holders[0], in: pair.id)
    let recorder = Recorder(workspace: workspace, ledger: ledger, now: now, baseID: nil)
    try recorder.record(about: [pair.junior, pair.senior], credentials: [credential]) { _ in
      [recorder.event(0, at: now, subject, Event.Attestation(role: .lead), .certificateIssued(award))]
    }
    return (credential, key.did)
  }

  /// A credential by identifier, or by the beginning of one.
  func credential(_ id: String) throws -> Credential {
    let all = try issued().map(\.award.credential)
    let matching = CredentialID(id).map { [$0] } ?? all.filter { $0.description.hasPrefix(id.lowercased()) }
    if matching.count == 1, let credential = try ledger.credential(matching[0]) { return credential }
    throw unknown(Wording(en: "issued certificate", fr: "d’attestation délivrée"), id, among: all.map(\.description))
  }

  /// The issuer of a credential, as its signature says.
  func issuer(of id: String) throws -> String {
    let credential = try credential(id)
    let verified = verifyCertificate(Array(credential.token.utf8), trusting: TrustList(), now: credential.issuedAt)
    return verified.certificate?.issuer.text ?? ""
  }

  /// Every certificate that was issued, in order of issue.
  func issued() throws -> [IssuedCertificate] {
    let people = try ledger.people().map(\.key)
    let progress = try ledger.history(of: people).progress(
      asOf: Moment(milliseconds: .max), under: ModuleTerms(of: workspace.library))
    return progress.certificates
  }

  /// The page of a credential, in the language of this run.
  func page(of credential: Credential, on format: PageFormat) throws -> [UInt8] {
    let pair = try ledger.knownPair(credential.pair.rawValue)
    let claim = try claim(credential.certificate.rawValue, of: pair, at: credential.issuedAt)
    let verified = verifyCertificate(Array(credential.token.utf8), trusting: TrustList(), now: credential.issuedAt)
    guard let issuer = verified.certificate?.issuer else {
      throw CommandFailure(
        .inputOutput,
        Wording(en: "the stored credential is damaged", fr: "l’attestation conservée est endommagée"),
        remedies: verified.problems.map(\.wording))
    }
    do {
      return try certificatePDF(claim.statement(id: credential.id, issued: credential.issuedAt), by: issuer, on: format)
    } catch {
      throw CommandFailure(.ourMistake, error.message)
    }
  }

  private func claim(_ id: String, of pair: Pair, at moment: Moment) throws -> CertificateClaim {
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

  /// The issuer's key, made at the first issue in a file that only its owner can read.
  private func issuerKey() throws -> IssuerKey {
    let folder = workspace.folder.shown("keys")
    let file = IssuerKeyFile(path: folder + "/issuer.pem")
    do throws(IssuerKeyFileError) {
      return try file.load()
    } catch {
      guard error.code == .missing else {
        throw CommandFailure(error.code == .cannotRead ? .inputOutput : .notSound, error.message)
      }
      return try makeKey(in: file, folder)
    }
  }

  private func makeKey(in file: IssuerKeyFile, _ folder: String) throws -> IssuerKey {
    try makeKeyFolder(folder)
    var generator = SystemRandomNumberGenerator()
    let key = IssuerKey(using: &generator)
    do throws(IssuerKeyFileError) { try file.create(key) } catch { throw CommandFailure(.cannotCreate, error.message) }
    let note = said(
      en: "made the issuer’s key in \(file.path); keep a backup, and give it to nobody",
      fr: "clé de l’émetteur créée dans \(file.path)\u{202F}; en garder une copie, ne la donner à personne")
    Conversation.note(note)
    return key
  }

  private func makeKeyFolder(_ path: String) throws {
    guard !FileManager.default.fileExists(atPath: path) else { return }
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    } catch {
      throw CommandFailure(
        .cannotCreate, Wording(en: "the folder \(path) cannot be created", fr: "le dossier \(path) ne peut être créé"))
    }
  }
}
