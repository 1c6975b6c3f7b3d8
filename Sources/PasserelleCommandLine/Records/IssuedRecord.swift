import Bilingual
import CurriculumModel
import ProgrammeModel

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
