import Bilingual
import CurriculumModel
import ProgrammeModel
import Stationery

/// The members of `certificate list --format json`, for each certificate.
struct IssuedRecord: Encodable {
  let id: String
  let certificate: String
  @OrNull var pair: String?
  let issuedAt: String
  @OrNull var validUntil: String?
  let status: String

  init(_ issued: IssuedCertificate, at moment: Moment) {
    id = issued.award.credential.description
    certificate = issued.award.certificate.rawValue
    pair = issued.pair?.rawValue
    issuedAt = issued.at.iso
    validUntil = issued.award.validUntil?.iso
    status = issued.standing(at: moment).rawValue
  }
}

/// The members of `certificate issue --format json`.
struct CertificateIssueRecord: Encodable {
  let id: String
  let certificate: String
  let pair: String
  let issuer: String
  let issuers: [String]
  let issuedAt: String

  init(_ credential: Credential, issuers: [String]) {
    id = credential.id.description
    certificate = credential.certificate.rawValue
    pair = credential.pair.rawValue
    issuer = issuers.first ?? ""
    self.issuers = issuers
    issuedAt = credential.issuedAt.iso
  }
}
