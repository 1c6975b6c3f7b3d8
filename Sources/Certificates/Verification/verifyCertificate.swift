package import Bilingual

/// Checks a document that claims to be a certificate, offline, whatever its form.
///
/// - Parameters:
///   - document: the bytes of the file.
///   - knowledge: what the verifier was handed besides.
///   - now: the time to check at, with no allowance for clocks that differ.
package func verifyCertificate(
  _ document: [UInt8], knowing knowledge: VerifierKnowledge, now: Moment
) -> Verification {
  if let form = CertificateForm(recognising: document) {
    return Verification(
      verdict: .refused, certificate: nil, trusted: false, status: .unknown, problems: [.form(.unsupported(form))])
  }
  return verifyCredential(document, knowing: knowledge, now: now)
}

/// Checks a document with nothing at hand but the issuers to believe.
package func verifyCertificate(_ document: [UInt8], trusting trust: TrustList, now: Moment) -> Verification {
  verifyCertificate(document, knowing: VerifierKnowledge(trust: trust), now: now)
}

extension CertificateForm {
  /// The form that a document's first bytes show, or nil; JSON and JWT are none of these.
  fileprivate init?(recognising document: [UInt8]) {
    let text = document.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    if document.starts(with: "%PDF-".utf8) {
      self = .pdf
    } else if document.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      self = .png
    } else if text.starts(with: "<svg".utf8) || text.starts(with: "<?xml".utf8) {
      self = .svg
    } else {
      return nil
    }
  }
}
