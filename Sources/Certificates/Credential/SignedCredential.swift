package import Bilingual

/// A signed Open Badges 3.0 credential in each of its forms: what is stored at issue and exported ever after.
///
/// Two signatures by ECDSA over the same statement differ, since it draws a number: a statement is signed once, at
/// issue, and every export repeats the same bytes.
package struct SignedCredential: Hashable, Sendable {
  /// The credential as JSON on one line, with a Data Integrity proof inside.
  package let json: String
  /// The credential as a compact JWT.
  ///
  /// Source: Open Badges Specification 3.0, section 8.2, "JSON Web Token Proof Format": the payload is the
  /// credential itself with the registered claims beside its members, and not in a claim of its own.
  package let jwt: String
  /// As much of the credential as a QR code on a page can hold, as a compact JWT by ES256 of the same id.
  package let shortJWT: String

  /// Signs a statement in each form.
  ///
  /// - Throws: `UnsoundStatement` where a verifier would refuse the credential: a text is empty, or an identifier
  ///   or address is no URI.
  package init(signing statement: CertificateStatement, by issuer: SigningIssuer) throws {
    let credential = AchievementCredential(statement, by: issuer.did(of: issuer.keys.ed25519))
    if let problem = CredentialShape.credential.problem(in: credential.json) {
      throw UnsoundStatement(problem: problem)
    }
    let proved = try DataIntegrity.prove(
      credential.json, at: credential.validFrom, with: issuer.keys.ed25519,
      named: issuer.verificationMethod(of: issuer.keys.ed25519))
    json = String(decoding: proved.bytes, as: UTF8.self)
    jwt = try Self.jwt(statement, .whole, by: issuer, with: issuer.keys.jwtKey)
    shortJWT = try Self.jwt(statement, .short, by: issuer, with: issuer.keys.p256)
  }

  /// The forms from the lines they are stored in, or nil where one is missing.
  package init?(stored: String) {
    let lines = stored.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.count == 3, lines[0].hasPrefix("{"), lines[1].hasPrefix("e"), lines[2].hasPrefix("e") else {
      return nil
    }
    (json, jwt, shortJWT) = (lines[0], lines[1], lines[2])
  }

  /// The forms on a line each, in the order of their declaration: what a ledger keeps and erases with the person.
  package var stored: String {
    [json, jwt, shortJWT].joined(separator: "\n")
  }

  private static func jwt(
    _ statement: CertificateStatement, _ extent: AchievementCredential.Extent, by issuer: SigningIssuer,
    with key: IssuerKey
  ) throws -> String {
    let credential = AchievementCredential(statement, by: issuer.did(of: key), extent)
    let payload = payload(of: credential, for: statement.holder.id)
    if let problem = CredentialShape.jwtPayload.problem(in: payload) { throw UnsoundStatement(problem: problem) }
    return try CompactJWT.sign(
      payload, with: key, named: issuer.verificationMethod(of: key), carryingKey: extent == .whole)
  }

  /// The credential's members, then the claims that repeat five of them (section 8.2.4.1).
  static func payload(of credential: AchievementCredential, for subject: String) -> JSONValue {
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
