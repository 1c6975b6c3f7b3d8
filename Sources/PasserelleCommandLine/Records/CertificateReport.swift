import Bilingual
import Certificates
import CurriculumModel
import DomainWords
import ProgrammeModel
import Stationery

/// What is said of a certificate that was issued just now.
struct CertificateReport {
  private let format: OutputFormat
  private let office: CertificateOffice

  init(_ format: OutputFormat, _ office: CertificateOffice) {
    self.format = format
    self.office = office
  }

  /// Prints it in the form that was asked for.
  func print(_ credential: Credential) throws {
    let issuers = try office.issuers(of: credential).map(\.text)
    switch format {
    case .json: try JSONOutput.print(CertificateIssueRecord(credential, issuers: issuers))
    case .text:
      Conversation.print(
        said(
          en: "Issued as \(credential.id)\nIssuer: \(issuers.joined(separator: "\n        "))",
          fr: "Délivrée sous \(credential.id)\nÉmetteur\u{A0}: \(issuers.joined(separator: "\n           "))"))
    }
  }
}

/// One certificate of one pair in `certificate issue --all`.
struct CohortRecord: Encodable {
  let pair: String
  let certificate: String
  /// `issued`, `standing` or `lacking`.
  let outcome: String
  @OrNull var id: String?
  let lacking: [String]

  init(_ claim: CertificateClaim, _ outcome: CertificateIssuing.Outcome) {
    pair = claim.pair.id.rawValue
    certificate = claim.certificate.id.rawValue
    switch outcome {
    case .issued(let credential): (self.outcome, id, lacking) = ("issued", credential.id.description, [])
    case .standing(let issued): (self.outcome, id, lacking) = ("standing", issued.award.credential.description, [])
    case .lacking(let conditions): (self.outcome, id, lacking) = ("lacking", nil, conditions)
    }
  }

  /// The certificates that were issued, a line each, then how many stand already and how many are not earned.
  static func text(of records: [CohortRecord]) -> String {
    func of(_ outcome: String) -> [CohortRecord] { records.filter { $0.outcome == outcome } }
    let issued = of("issued")
    let lines = issued.map { "\($0.pair)  \($0.certificate)  \($0.id ?? "")" }
    let summary = said(
      en: "\(spokenLanguage.count(issued.count, .issued)), \(of("standing").count) standing already, "
        + "\(of("lacking").count) not earned yet",
      fr: "\(spokenLanguage.count(issued.count, .issued)), \(of("standing").count) déjà en vigueur, "
        + "\(of("lacking").count) pas encore méritées")
    return (lines + [summary]).joined(separator: "\n")
  }
}

extension CommandFailure {
  /// A certificate that was issued before and stands.
  static func issuedAlready(_ standing: IssuedCertificate, _ claim: CertificateClaim) -> CommandFailure {
    let title = claim.workspace.words(claim.certificate.title)
    let id = standing.award.credential
    return CommandFailure(
      .conflict,
      Wording(
        en: "\(Language.en.quote(title)) was issued on \(standing.at.day.words.en) as \(id)",
        fr: "\(Language.fr.quote(title)) a été délivrée le \(standing.at.day.words.fr) sous \(id)"),
      remedies: [
        Wording(same: "passerelle certificate export \(id)"), Wording(same: "passerelle certificate renew \(id)"),
      ])
  }

  /// A certificate whose conditions do not hold, each of which is named.
  static func notEarned(_ claim: CertificateClaim, _ lacking: [String]) -> CommandFailure {
    let title = spokenLanguage.quote(claim.workspace.words(claim.certificate.title))
    return CommandFailure(
      .conflict,
      .init(same: said(en: "\(title) is not earned yet", fr: "\(title) n’est pas encore méritée")),
      remedies: lacking.map { .init(same: said(en: "lacking: \($0)", fr: "il manque\u{A0}: \($0)")) })
  }
}
