extension CredentialShape {
  /// The payload of a certificate's JWT: every member that `SignedCredential` writes, and no other.
  ///
  /// Source: Open Badges Specification 3.0, 1.0.13, section 8.2.4 and appendix B.1. The specification allows
  /// more; a member that this verifier would not look at is refused all the same, so that "valid" is said of
  /// everything in the document.
  static let jwtPayload: CredentialShape = .object(credentialMembers + registeredClaims)

  /// A certificate with a proof inside, once the proof is taken off.
  static let credential: CredentialShape = .object(credentialMembers)

  /// The proof inside a certificate (W3C Recommendation "Data Integrity EdDSA Cryptosuites v1.0", section 2.2.1).
  static let proof: CredentialShape = .object([
    .required("type", .exactly("DataIntegrityProof")),
    .required("cryptosuite", .exactly(.string(DataIntegrity.suite))),
    .required("created", .moment),
    .required("verificationMethod", .uri),
    .required("proofPurpose", .exactly("assertionMethod")),
    .required("proofValue", .text),
  ])

  /// The published list of what an issuer took back, without its proof (W3C Recommendation "Bitstring Status List
  /// v1.0", section 2.2).
  static let statusList: CredentialShape = .object([
    .required("@context", .exactly(.array([AchievementCredential.contexts[0]]))),
    .required("id", .uri),
    .required("type", .exactly(["VerifiableCredential", "BitstringStatusListCredential"])),
    .required("issuer", .uri),
    .required("validFrom", .moment),
    .required(
      "credentialSubject",
      .object([
        .required("id", .uri),
        .required("type", .exactly("BitstringStatusList")),
        .required("statusPurpose", .exactly("revocation")),
        .required("encodedList", .text),
      ])),
  ])

  private static let credentialMembers: [Member] = [
    .required("@context", .exactly(.array(AchievementCredential.contexts))),
    .required("id", .uri),
    .required("type", .oneOf(AchievementCredential.readTypes)),
    .optional("name", .text),
    .required("issuer", profile),
    .required("validFrom", .moment),
    .optional("validUntil", .moment),
    .optional("awardedDate", .moment),
    .required("credentialSubject", subject),
    .optional("evidence", .list(evidence)),
    .optional("credentialStatus", status),
  ]

  private static let evidence: CredentialShape = .object([
    .required("type", .exactly(["Evidence"])),
    .required("name", .text),
    .required("narrative", .text),
  ])

  private static let status: CredentialShape = .object([
    .required("type", .exactly("BitstringStatusListEntry")),
    .required("statusPurpose", .exactly("revocation")),
    .required("statusListIndex", .index),
    .required("statusListCredential", .uri),
  ])

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
    .optional("achievementType", .exactly("CertificateOfCompletion")),
    .optional("inLanguage", .text),
    .required("name", .text),
    .required("description", .text),
    .required("criteria", .object([.optional("id", .uri), .optional("narrative", .text)])),
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
