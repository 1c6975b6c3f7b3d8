/// The terms that our certificates use of Verifiable Credentials 2.0 with Data Integrity
/// (`https://www.w3.org/ns/credentials/v2`) and of Open Badges 3.0
/// (`https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json`).
extension Vocabulary {
  /// The terms of a certificate, of a status list, and of their proofs.
  static let credentials = Vocabulary(
    terms: [
      "name": schema("name"), "description": schema("description"),
      "narrative": badges("narrative"), "url": schema("url", .datatype(anyURI)),
      "inLanguage": schema("inLanguage"), "alignment": badges("alignment"),
      // The context says `xsd:dateTime` and defines no `xsd`: the datatype is that text as it stands.
      "awardedDate": badges("awardedDate", .datatype("xsd:dateTime")),
    ],
    kinds: verifiable.merging(openBadges) { first, _ in first })

  private static let verifiable: [String: Kind] = [
    "VerifiableCredential": Kind(
      iri: credential + "VerifiableCredential",
      terms: [
        "credentialStatus": Term(iri: credential + "credentialStatus", meaning: .reference),
        "credentialSubject": Term(iri: credential + "credentialSubject", meaning: .reference),
        "evidence": Term(iri: credential + "evidence", meaning: .reference),
        "issuer": Term(iri: credential + "issuer", meaning: .reference),
        "validFrom": Term(iri: credential + "validFrom", meaning: .datatype(dateTime)),
        "validUntil": Term(iri: credential + "validUntil", meaning: .datatype(dateTime)),
      ]),
    "BitstringStatusListEntry": Kind(
      iri: status + "BitstringStatusListEntry",
      terms: [
        "statusListCredential": Term(iri: status + "statusListCredential", meaning: .reference),
        "statusListIndex": Term(iri: status + "statusListIndex", meaning: .plain),
        "statusPurpose": Term(iri: status + "statusPurpose", meaning: .plain),
      ]),
    "BitstringStatusListCredential": Kind(iri: status + "BitstringStatusListCredential", terms: [:]),
    "BitstringStatusList": Kind(
      iri: status + "BitstringStatusList",
      terms: [
        "encodedList": Term(iri: status + "encodedList", meaning: .datatype(security + "multibase")),
        "statusPurpose": Term(iri: status + "statusPurpose", meaning: .plain),
      ]),
    "DataIntegrityProof": Kind(
      iri: security + "DataIntegrityProof",
      terms: [
        "created": Term(iri: "http://purl.org/dc/terms/created", meaning: .datatype(dateTime)),
        "cryptosuite": Term(iri: security + "cryptosuite", meaning: .datatype(security + "cryptosuiteString")),
        "proofPurpose": Term(
          iri: security + "proofPurpose", meaning: .word(["assertionMethod": security + "assertionMethod"])),
        "verificationMethod": Term(iri: security + "verificationMethod", meaning: .reference),
      ]),
  ]

  private static let openBadges: [String: Kind] = [
    "AchievementCredential": Kind(iri: vocabulary + "OpenBadgeCredential", terms: [:]),
    "OpenBadgeCredential": Kind(iri: vocabulary + "OpenBadgeCredential", terms: [:]),
    "Profile": Kind(iri: vocabulary + "Profile", terms: ["official": badges("official")]),
    "AchievementSubject": Kind(
      iri: vocabulary + "AchievementSubject",
      terms: [
        "achievement": badges("achievement"), "identifier": badges("identifier"), "result": badges("result"),
        "role": badges("role"), "activityStartDate": badges("activityStartDate", .datatype(date)),
        "activityEndDate": badges("activityEndDate", .datatype(date)),
      ]),
    "IdentityObject": Kind(
      iri: vocabulary + "IdentityObject",
      terms: [
        "hashed": badges("hashed", .datatype(schemaDatatypes + "boolean")), "identityHash": badges("identityHash"),
        "identityType": badges("identityType"),
      ]),
    "Achievement": Kind(
      iri: vocabulary + "Achievement",
      terms: [
        "achievementType": badges("achievementType"), "criteria": badges("Criteria", .reference),
        "resultDescription": badges("resultDescription"), "version": badges("version"),
      ]),
    "Alignment": Kind(
      iri: "https://schema.org/AlignmentObject",
      terms: [
        "targetCode": badges("targetCode"), "targetDescription": schema("targetDescription"),
        "targetFramework": schema("targetFramework"), "targetName": schema("targetName"),
        "targetUrl": schema("targetUrl", .datatype(anyURI)),
      ]),
    "Evidence": Kind(
      iri: vocabulary + "Evidence", terms: ["audience": schema("audience"), "genre": schema("genre")]),
    "Result": Kind(
      iri: vocabulary + "Result",
      terms: [
        "resultDescription": badges("resultDescription", .datatype(anyURI)), "status": badges("status"),
        "value": schema("value"),
      ]),
    "ResultDescription": Kind(iri: vocabulary + "ResultDescription", terms: ["resultType": badges("resultType")]),
  ]

  private static let credential = "https://www.w3.org/2018/credentials#"
  private static let status = "https://www.w3.org/ns/credentials/status#"
  private static let security = "https://w3id.org/security#"
  private static let vocabulary = "https://purl.imsglobal.org/spec/vc/ob/vocab.html#"
  private static let dateTime = "http://www.w3.org/2001/XMLSchema#dateTime"
  /// The Open Badges context writes the datatypes of XML Schema with `https`.
  private static let schemaDatatypes = "https://www.w3.org/2001/XMLSchema#"
  private static let anyURI = schemaDatatypes + "anyURI"
  private static let date = schemaDatatypes + "date"

  private static func schema(_ name: String, _ meaning: Meaning = .plain) -> Term {
    Term(iri: "https://schema.org/" + name, meaning: meaning)
  }

  private static func badges(_ name: String, _ meaning: Meaning = .plain) -> Term {
    Term(iri: vocabulary + name, meaning: meaning)
  }
}
