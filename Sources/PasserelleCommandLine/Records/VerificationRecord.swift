import Bilingual
import Certificates
import Stationery

/// The members of `certificate verify --format json`.
struct VerificationRecord: Encodable {
  struct Problem: Encodable {
    let id: String
    let text: String
  }

  let file: String
  let verdict: String
  @OrNull var issuer: String?
  @OrNull var issuerName: String?
  @OrNull var key: String?
  let trusted: Bool
  @OrNull var id: String?
  @OrNull var subject: String?
  let names: [String]
  @OrNull var achievement: String?
  @OrNull var validFrom: String?
  @OrNull var validUntil: String?
  let status: String
  let problems: [Problem]

  init(file: String, _ verification: Verification) {
    let certificate = verification.certificate
    self.file = file
    verdict = verification.verdict.rawValue
    issuer = certificate?.issuer.text
    issuerName = certificate?.issuerName
    key = certificate?.key.text
    trusted = verification.trusted
    id = certificate?.id
    subject = certificate?.subject
    names = certificate?.names ?? []
    achievement = certificate?.title
    validFrom = certificate?.validFrom.iso
    validUntil = certificate?.validUntil?.iso
    status = verification.status.rawValue
    problems = verification.problems.map { Problem(id: $0.id, text: $0.wording[spokenLanguage]) }
  }
}

/// A verification for a terminal.
struct VerificationText {
  let file: String
  let verification: Verification

  /// The verdict first, then who says what of whom.
  var text: String {
    var lines = TextLayout.wrap("\(file)\(spokenLanguage.colon)\(verdict[spokenLanguage])", rest: "  ")
    if let certificate = verification.certificate {
      lines += TextLayout.wrap(certificate.title, first: "  ")
      lines += TextLayout.wrap(spokenLanguage.list(certificate.names), first: said(en: "  for ", fr: "  pour "))
      lines += TextLayout.wrap(certificate.issuerName, first: said(en: "  issued by ", fr: "  délivrée par "))
      lines.append("  \(certificate.issuer)")
      if certificate.issuer.key == nil {
        lines.append(said(en: "  signed with the key", fr: "  signée avec la clé"))
        lines.append("  \(certificate.key)")
      }
      let from = certificate.validFrom.day.words
      let until =
        certificate.validUntil.map { said(en: ", until \($0.day.words.en)", fr: ", jusqu’au \($0.day.words.fr)") } ?? ""
      lines.append("  " + said(en: "valid from \(from.en)\(until)", fr: "valable à partir du \(from.fr)\(until)"))
    }
    if let status { lines += TextLayout.wrap(status, first: "  ") }
    lines += verification.problems.flatMap {
      TextLayout.wrap("\($0.wording[spokenLanguage]) [\($0.id)]", first: "  ")
    }
    return lines.joined(separator: "\n")
  }

  /// What is known of a revocation; nil where the verdict says it, or there is nothing to know.
  private var status: String? {
    guard let certificate = verification.certificate, let list = certificate.status?.list else { return nil }
    switch verification.status {
    case .revoked: return nil
    case .active: return said(en: "not revoked, as its status list says", fr: "non révoquée, d’après sa liste d’état")
    case .unknown:
      return said(
        en: "revocation not looked up; get \(list) and name it with --status-list",
        fr: "révocation non consultée\u{A0}; obtenir \(list) et le nommer avec --status-list")
    }
  }

  private var verdict: Wording {
    switch verification.verdict {
    case .valid: Wording(en: "valid", fr: "valide")
    case .expired: Wording(en: "expired", fr: "expirée")
    case .revoked: Wording(en: "revoked", fr: "révoquée")
    case .untrusted:
      Wording(
        en: "signed by an issuer not named with --trust",
        fr: "signée par un émetteur que --trust ne nomme pas")
    case .refused: Wording(en: "refused", fr: "refusée")
    }
  }
}
