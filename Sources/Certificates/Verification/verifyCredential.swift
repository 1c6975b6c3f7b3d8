package import Bilingual

/// The largest credential that is looked at, in bytes; a certificate's JWT has about 8,000.
let credentialSizeLimit = 262_144

/// Checks a credential that stands for itself, as JSON or JWT: form, signature, content, time, status and trust.
///
/// Untrusted goes before expired, since the dates of somebody unknown mean nothing. O(n²) for n bytes at worst, n
/// being limited.
///
/// - Parameters:
///   - bytes: the credential; white space around JSON, and one line break after a JWT, are passed over.
///   - knowledge: what the verifier was handed besides.
///   - now: the time to check at, with no allowance for clocks that differ.
package func verifyCredential(_ bytes: [UInt8], knowing knowledge: VerifierKnowledge, now: Moment) -> Verification {
  do {
    return judge(try certificate(in: bytes, knowledge), knowing: knowledge, now: now)
  } catch {
    return Verification(verdict: .refused, certificate: nil, trusted: false, status: .unknown, problems: [error])
  }
}

private func certificate(
  in bytes: [UInt8], _ knowledge: VerifierKnowledge
) throws(VerificationProblem) -> VerifiedCertificate {
  guard bytes.count <= credentialSizeLimit else { throw .form(.tooLarge(limit: credentialSizeLimit)) }
  let first = bytes.first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
  return first == UInt8(ascii: "{")
    ? try certificate(inJSON: bytes, knowledge) : try certificate(inJWT: bytes, knowledge)
}

private func certificate(
  inJSON bytes: [UInt8], _ knowledge: VerifierKnowledge
) throws(VerificationProblem) -> VerifiedCertificate {
  let document = try ProvedDocument(bytes)
  guard document.json["type"].map(AchievementCredential.readTypes.contains) ?? false else {
    throw .form(.notACertificate)
  }
  let issuer = document.json["issuer"]?["id"]?.text
  let signer = try document.signer(issuer, contexts: AchievementCredential.contexts, knowledge)
  if let problem = CredentialShape.credential.problem(in: document.json) { throw .content(problem) }
  return try VerifiedCertificate(credential: document.json, issuer: signer.issuer, key: signer.key.did)
}

private func certificate(
  inJWT bytes: [UInt8], _ knowledge: VerifierKnowledge
) throws(VerificationProblem) -> VerifiedCertificate {
  let jwt = try readJWT(bytes)
  let signer = try signer(of: jwt, knowledge)
  if let problem = CredentialShape.jwtPayload.problem(in: jwt.payload) { throw .content(problem) }
  if let problem = VerifiedCertificate.claimProblem(in: jwt.payload) { throw .content(problem) }
  return try VerifiedCertificate(credential: jwt.payload, issuer: signer.issuer, key: signer.key.did)
}

private func readJWT(_ document: [UInt8]) throws(VerificationProblem) -> CompactJWT {
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

/// The issuer that signed, once header, key and signature agree (Open Badges 3.0, sections 8.2.3 and 8.2.6); `jwk`
/// and `kid` in the header must agree with the issuer's key and are never believed alone.
private func signer(
  of jwt: CompactJWT, _ knowledge: VerifierKnowledge
) throws(VerificationProblem) -> (issuer: DID, key: VerificationKey) {
  if let problem = headerProblem(jwt.header) { throw .signature(problem) }
  guard let identifier = jwt.payload["issuer"]?["id"]?.text else { throw .content(.memberMissing("issuer.id")) }
  let (issuer, key) = try knowledge.key(jwt.header["kid"]?.text, of: identifier)
  guard let algorithm = key.algorithm else { throw .signature(.unsupportedIssuer(identifier)) }
  guard jwt.header["alg"] == .string(algorithm), jwt.header["jwk"].map({ isSameKey($0, key.jwk) }) ?? true else {
    throw .signature(.issuerKeyMismatch)
  }
  guard key.isSignature(jwt.signature, of: jwt.signedBytes) else { throw .signature(.invalid) }
  return (issuer, key)
}

private func headerProblem(_ header: JSONValue) -> SignatureProblem? {
  guard case .object(let members) = header else { return .headerViolated("") }
  guard let algorithm = header["alg"] else { return .headerViolated("alg") }
  guard algorithm == "ES256" || algorithm == "RS256" else { return .unsupportedAlgorithm(algorithm.text ?? "") }
  if let other = members.first(where: { !["alg", "kid", "jwk", "typ"].contains($0.name) }) {
    return .headerViolated(other.name)
  }
  if let type = header["typ"], type != "JWT" { return .headerViolated("typ") }
  if let kid = header["kid"], kid.text == nil { return .headerViolated("kid") }
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

private func judge(
  _ certificate: VerifiedCertificate, knowing knowledge: VerifierKnowledge, now: Moment
) -> Verification {
  var verdict = Verification.Verdict.valid
  var problems: [VerificationProblem] = []
  func note(_ problem: ValidityProblem, _ consequence: Verification.Verdict) {
    if problems.isEmpty { verdict = consequence }
    problems.append(.validity(problem))
  }
  let trusted = knowledge.trust.contains(certificate.issuer)
  let status = knowledge.status(of: certificate, now: now)
  if now < certificate.validFrom { note(.notYetValid(from: certificate.validFrom), .refused) }
  if !trusted { note(.issuerUntrusted(certificate.issuer), .untrusted) }
  if status == .revoked { note(.revoked, .revoked) }
  if let end = certificate.validUntil, end < now { note(.expired(on: end), .expired) }
  return Verification(
    verdict: verdict, certificate: certificate, trusted: trusted, status: status, problems: problems)
}

/// The issuer that a credential names, as JSON or JWT, whether it signed it or not.
package func issuerNamed(in credential: String) -> DID? {
  let bytes = Array(credential.utf8)
  let json = credential.hasPrefix("{") ? try? JSONReader.read(bytes) : try? CompactJWT(bytes).payload
  return json?["issuer"]?["id"]?.text.flatMap(DID.init)
}
