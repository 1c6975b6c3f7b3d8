import Bilingual
import Certificates

/// The members of `certificate verify --format json`.
struct VerificationRecord: Encodable {
  struct Problem: Encodable {
    let id: String
    let text: String
  }

  let file: String
  let verdict: String
  let issuer: String?
  let issuerName: String?
  let trusted: Bool
  let id: String?
  let subject: String?
  let names: [String]
  let achievement: String?
  let validFrom: String?
  let validUntil: String?
  let status: String
  let problems: [Problem]

  init(file: String, _ verification: Verification) {
    let certificate = verification.certificate
    self.file = file
    verdict = verification.verdict.rawValue
    issuer = certificate?.issuer.text
    issuerName = certificate?.issuerName
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
    var lines = ["\(file)\(spokenLanguage.colon)\(verdict[spokenLanguage])"]
    if let certificate = verification.certificate {
      lines.append("  \(certificate.title)")
      lines.append("  " + said(en: "for ", fr: "pour ") + spokenLanguage.list(certificate.names))
      lines.append(
        "  " + said(en: "issued by \(certificate.issuerName)", fr: "délivrée par \(certificate.issuerName)")
          + ", \(certificate.issuer)")
      let until =
        certificate.validUntil.map { said(en: ", until \($0.day.words.en)", fr: ", jusqu’au \($0.day.words.fr)") } ?? ""
      lines.append(
        "  "
          + said(
            en: "from \(certificate.validFrom.day.words.en)", fr: "à partir du \(certificate.validFrom.day.words.fr)")
          + until)
    }
    lines += verification.problems.map { "  \($0.wording[spokenLanguage]) [\($0.id)]" }
    return lines.joined(separator: "\n")
  }

  private var verdict: Wording {
    switch verification.verdict {
    case .valid: Wording(en: "valid", fr: "valide")
    case .expired: Wording(en: "expired", fr: "expirée")
    case .revoked: Wording(en: "revoked", fr: "révoquée")
    case .untrusted:
      Wording(
        en: "signed by an issuer you have not said you trust",
        fr: "signée par un émetteur que vous n’avez pas dit connaître")
    case .refused: Wording(en: "refused", fr: "refusée")
    }
  }
}
