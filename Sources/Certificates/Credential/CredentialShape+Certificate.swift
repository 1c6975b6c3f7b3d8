extension CredentialShape {
  /// The payload of a certificate's JWT: every member that `SignedCredential` writes, and no other.
  ///
  /// Source: Open Badges Specification 3.0, 1.0.13, section 8.2.4 and appendix B.1. The specification allows
  /// more; a member that this verifier would not look at is refused all the same, so that "valid" is said of
  /// everything in the document.
  static let jwtPayload: CredentialShape = .object(credentialMembers + registeredClaims)

  private static let credentialMembers: [Member] = [
    .required("@context", .exactly(.array(AchievementCredential.contexts))),
    .required("id", .uri),
    .required("type", .exactly(.array(AchievementCredential.types))),
    .required("name", .text),
    .required("issuer", profile),
    .required("validFrom", .moment),
    .optional("validUntil", .moment),
    .optional("awardedDate", .moment),
    .required("credentialSubject", subject),
  ]

  /// RFC 7519, section 4.1; `exp` is there exactly where `validUntil` is, which is checked with the values.
  private static let registeredClaims: [Member] = [
    .required("iss", .uri), .required("jti", .uri), .required("sub", .uri), .required("nbf", .seconds),
    .optional("exp", .seconds),
  ]

  private static let profile: CredentialShape = .object([
    .required("id", .uri),
    .required("type", .exactly(["Profile"])),
    .required("name", .text),
    .optional("url", .uri),
    .optional("official", .text),
  ])

  private static let subject: CredentialShape = .object([
    .required("id", .uri),
    .required("type", .exactly(["AchievementSubject"])),
    .required(
      "identifier",
      .list(
        .object([
          .required("type", .exactly("IdentityObject")),
          .required("hashed", .exactly(.bool(false))),
          .required("identityHash", .text),
          .required("identityType", .exactly("name")),
        ]))),
    .optional("role", .text),
    .optional("narrative", .text),
    .optional("result", .list(result)),
    .required("achievement", achievement),
  ])

  private static let result: CredentialShape = .object([
    .required("type", .exactly(["Result"])),
    .required("resultDescription", .uri),
    .required("status", .exactly("Completed")),
    .optional("value", .text),
  ])

  private static let achievement: CredentialShape = .object([
    .required("id", .uri),
    .required("type", .exactly(["Achievement"])),
    .required("achievementType", .exactly("CertificateOfCompletion")),
    .optional("inLanguage", .text),
    .required("name", .text),
    .required("description", .text),
    .required("criteria", .object([.required("narrative", .text)])),
    .optional("alignment", .list(alignment)),
    .optional("resultDescription", .list(resultDescription)),
  ])

  private static let alignment: CredentialShape = .object([
    .required("type", .exactly(["Alignment"])),
    .required("targetName", .text),
    .required("targetUrl", .uri),
    .optional("targetFramework", .text),
    .optional("targetCode", .text),
    .optional("targetDescription", .text),
  ])

  private static let resultDescription: CredentialShape = .object([
    .required("id", .uri),
    .required("type", .exactly(["ResultDescription"])),
    .required("name", .text),
    .required("resultType", .exactly("Status")),
  ])
}
