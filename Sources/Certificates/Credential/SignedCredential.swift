package import Bilingual

/// A signed Open Badges 3.0 credential as a compact JWT: what is stored at issue and exported ever after.
///
/// Source: Open Badges Specification 3.0, section 8.2, "JSON Web Token Proof Format": the payload is the
/// credential itself with the registered claims beside its members, and not in a claim of its own.
package struct SignedCredential: Hashable, Sendable {
  /// Header, payload and signature in base64url, between full stops; ASCII.
  package let jwt: String

  /// Signs a statement by ES256.
  ///
  /// Two signatures over the same statement differ, since ECDSA draws a number: sign once, at issue, and keep
  /// the result.
  ///
  /// - Throws: `UnsoundStatement` where a verifier would refuse the credential: a text is empty, or an identifier
  ///   or address is no URI.
  package init(signing statement: CertificateStatement, with key: IssuerKey) throws {
    let credential = AchievementCredential(statement, by: key.did)
    let payload = Self.payload(of: credential, for: statement.holder.id)
    if let problem = CredentialShape.jwtPayload.problem(in: payload) { throw UnsoundStatement(problem: problem) }
    try self.init(payload: payload, with: key)
  }

  /// Signs any payload with the header that `key` asks for.
  ///
  /// - Throws: what the cryptographic library throws; with a sound key it does not.
  init(payload: JSONValue, with key: IssuerKey) throws {
    let header: JSONValue = [
      "alg": "ES256",
      "kid": .string(key.did.verificationMethod),
      "jwk": key.publicKey.jwk,
      "typ": "JWT",
    ]
    let signed = Base64URL.encode(header.bytes) + "." + Base64URL.encode(payload.bytes)
    jwt = try signed + "." + Base64URL.encode(key.signature(of: Array(signed.utf8)))
  }

  /// The credential's members, then the claims that repeat five of them (section 8.2.4.1).
  private static func payload(of credential: AchievementCredential, for subject: String) -> JSONValue {
    let json = credential.json
    guard case .object(var members) = json else { return json }
    let claims: JSONValue = [
      "iss": json["issuer"]?["id"],
      "jti": json["id"],
      "sub": .string(subject),
      "nbf": .integer(credential.validFrom.seconds),
      "exp": credential.validUntil.map { .integer($0.seconds) },
    ]
    if case .object(let claims) = claims { members += claims }
    return .object(members)
  }
}

/// A statement that makes no sound credential.
package struct UnsoundStatement: Error, Hashable, Sendable {
  /// What is wrong, by the credential's member.
  package let problem: ContentProblem

  /// What happened.
  package var message: Wording {
    Wording(
      en: "The certificate cannot be signed: \(problem.wording.en)",
      fr: "L’attestation ne peut pas être signée\u{A0}: \(problem.wording.fr)")
  }
}
