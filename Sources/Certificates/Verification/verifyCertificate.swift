package import Bilingual

/// The largest document that is looked at, in bytes; a certificate's JWT has about 8,000.
private let sizeLimit = 262_144

/// Checks a document that claims to be a certificate, offline: form, signature, content, time and trust.
///
/// A JWT may end in one line break. The issuer's key is the one in its did:key; `jwk` and `kid` in the header
/// must agree with it and are never believed alone. Untrusted goes before expired, since the dates of somebody
/// unknown mean nothing. O(n²) for n bytes at worst, n being limited.
///
/// - Parameters:
///   - document: the bytes of the file.
///   - trust: the issuers to believe.
///   - now: the time to check at, with no allowance for clocks that differ.
package func verifyCertificate(_ document: [UInt8], trusting trust: TrustList, now: Moment) -> Verification {
  do {
    let jwt = try readJWT(document)
    let issuer = try signer(of: jwt)
    let certificate = try VerifiedCertificate(payload: jwt.payload, issuer: issuer)
    return judge(certificate, trusting: trust, now: now)
  } catch {
    return Verification(verdict: .refused, certificate: nil, trusted: false, status: .unknown, problems: [error])
  }
}

private func readJWT(_ document: [UInt8]) throws(VerificationProblem) -> CompactJWT {
  guard document.count <= sizeLimit else { throw .form(.tooLarge(limit: sizeLimit)) }
  if let form = CertificateForm(recognising: document) { throw .form(.unsupported(form)) }
  var bytes = document
  if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
  if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
  // Every JSON object in base64url begins with "e".
  guard bytes.first == UInt8(ascii: "e"), bytes.contains(UInt8(ascii: ".")) else { throw .form(.notACertificate) }
  do {
    return try CompactJWT(bytes)
  } catch {
    throw .form(error)
  }
}

/// The issuer that signed, once header, key and signature agree (Open Badges 3.0, sections 8.2.3 and 8.2.6).
private func signer(of jwt: CompactJWT) throws(VerificationProblem) -> DIDKey {
  if let problem = headerProblem(jwt.header) { throw .signature(problem) }
  guard let identifier = jwt.payload["issuer"]?["id"]?.text else { throw .content(.memberMissing("issuer.id")) }
  guard let issuer = DIDKey(identifier), let key = VerificationKey(issuer) else {
    throw .signature(.unsupportedIssuer(identifier))
  }
  guard jwt.header["kid"].map({ $0 == .string(issuer.verificationMethod) }) ?? true,
    jwt.header["jwk"].map({ isSameKey($0, key.jwk) }) ?? true
  else { throw .signature(.issuerKeyMismatch) }
  guard key.isSignature(jwt.signature, of: jwt.signedBytes) else { throw .signature(.invalid) }
  return issuer
}

private func headerProblem(_ header: JSONValue) -> SignatureProblem? {
  guard case .object(let members) = header else { return .headerViolated("") }
  guard let algorithm = header["alg"] else { return .headerViolated("alg") }
  guard algorithm == "ES256" else { return .unsupportedAlgorithm(algorithm.text ?? "") }
  if let other = members.first(where: { !["alg", "kid", "jwk", "typ"].contains($0.name) }) {
    return .headerViolated(other.name)
  }
  if let type = header["typ"], type != "JWT" { return .headerViolated("typ") }
  guard header["kid"] != nil || header["jwk"] != nil else { return .headerViolated("kid") }
  return nil
}

/// Whether two JSON Web Keys have the same members in any order; one more, such as a private `d`, is refused.
private func isSameKey(_ given: JSONValue, _ expected: JSONValue) -> Bool {
  guard case .object(let given) = given, case .object(let expected) = expected else { return false }
  func sorted(_ members: [JSONValue.Member]) -> JSONValue {
    .object(members.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) })
  }
  return sorted(given) == sorted(expected)
}

private func judge(_ certificate: VerifiedCertificate, trusting trust: TrustList, now: Moment) -> Verification {
  var verdict = Verification.Verdict.valid
  var problems: [VerificationProblem] = []
  func note(_ problem: ValidityProblem, _ consequence: Verification.Verdict) {
    if problems.isEmpty { verdict = consequence }
    problems.append(.validity(problem))
  }
  let trusted = trust.contains(certificate.issuer)
  if now < certificate.validFrom { note(.notYetValid(from: certificate.validFrom), .refused) }
  if !trusted { note(.issuerUntrusted(certificate.issuer), .untrusted) }
  if let end = certificate.validUntil, end < now { note(.expired(on: end), .expired) }
  return Verification(
    verdict: verdict, certificate: certificate, trusted: trusted, status: .active, problems: problems)
}

extension CertificateForm {
  /// The form that a document's first bytes show, or nil; a JWT is none of these.
  fileprivate init?(recognising document: [UInt8]) {
    let text = document.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    if document.starts(with: "%PDF-".utf8) {
      self = .pdf
    } else if document.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      self = .png
    } else if text.first == UInt8(ascii: "{") {
      self = .json
    } else if text.starts(with: "<svg".utf8) || text.starts(with: "<?xml".utf8) {
      self = .svg
    } else {
      return nil
    }
  }
}
