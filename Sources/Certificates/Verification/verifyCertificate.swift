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
  guard let form = CertificateForm(recognising: document) else {
    return verifyCredential(document, knowing: knowledge, now: now)
  }
  do throws(ContainerProblem) {
    return verifyCredential(try heldCredential(in: document, as: form), knowing: knowledge, now: now)
  } catch {
    return Verification(
      verdict: .refused, certificate: nil, trusted: false, status: .unknown, problems: [.container(error)])
  }
}

/// Checks a document with nothing at hand but the issuers to believe.
package func verifyCertificate(_ document: [UInt8], trusting trust: TrustList, now: Moment) -> Verification {
  verifyCertificate(document, knowing: VerifierKnowledge(trust: trust), now: now)
}
