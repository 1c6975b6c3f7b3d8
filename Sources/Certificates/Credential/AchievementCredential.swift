import Bilingual

/// A statement as an Open Badges 3.0 `AchievementCredential`, before any proof.
///
/// Source: Open Badges Specification 3.0, 1.0.13, appendix B.1. The holder's names stand as plain
/// `IdentityObject`s of type `name` (B.1.13), so that the signature covers them; duration, nature, objectives
/// and results stand in the subject's `narrative`, the results once more as `Result`s (B.1.20).
struct AchievementCredential {
  /// The contexts of the two vocabularies, in the order that the specification demands.
  static let contexts: [JSONValue] = [
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
  ]
  /// The types of the credential.
  ///
  /// The vocabulary has two names for an `AchievementCredential` (appendix B.1.1). This is the one that the context
  /// comes back to from RDF, and verifiers that hold a document against its compacted form take no other.
  static let types: [JSONValue] = ["VerifiableCredential", "OpenBadgeCredential"]
  /// The types by either name: in RDF, which is what a proof signs, they are the same.
  static let readTypes: [JSONValue] = [.array(types), ["VerifiableCredential", "AchievementCredential"]]

  /// How much of a statement a credential says.
  enum Extent: Sendable {
    /// All of it.
    case whole
    /// What fits on a page as a QR code: who earned what from whom, until when, and where to look for its status.
    case short
  }

  private let statement: CertificateStatement
  private let issuer: DID
  private let extent: Extent

  /// The credential that says a statement, by an issuer.
  init(_ statement: CertificateStatement, by issuer: DID, _ extent: Extent = .whole) {
    self.statement = statement
    self.issuer = issuer
    self.extent = extent
  }

  /// When the credential begins to hold: the issue, in whole seconds, as a JWT's `nbf` must be.
  var validFrom: Moment { Self.wholeSeconds(statement.issuedOn) }

  /// When it ceases to, or nil.
  var validUntil: Moment? { statement.validUntil.map(Self.wholeSeconds) }

  /// The credential as a JSON object.
  var json: JSONValue {
    extent == .whole ? whole : short
  }

  private var whole: JSONValue {
    [
      "@context": .array(Self.contexts),
      "id": .string(statement.id),
      "type": .array(Self.types),
      "name": .string(statement.achievement.title),
      "issuer": profile,
      "validFrom": .string(validFrom.iso),
      "validUntil": validUntil.map { .string($0.iso) },
      "awardedDate": .string(validFrom.iso),
      "credentialSubject": subject,
      "evidence": statement.evidence.isEmpty ? nil : .array(statement.evidence.map(evidence)),
      "credentialStatus": statement.status.map(status),
    ]
  }

  private var short: JSONValue {
    [
      "@context": .array(Self.contexts),
      "id": .string(statement.id),
      "type": .array(Self.types),
      "issuer": ["id": .string(issuer.text), "type": ["Profile"], "name": .string(statement.issuer.name)],
      "validFrom": .string(validFrom.iso),
      "validUntil": validUntil.map { .string($0.iso) },
      "credentialSubject": [
        "id": .string(statement.holder.id),
        "type": ["AchievementSubject"],
        "identifier": .array(statement.holder.names.map(identity)),
        "achievement": [
          "id": .string(statement.achievement.id),
          "type": ["Achievement"],
          "name": .string(statement.achievement.title),
          "description": .string(statement.achievement.title),
          "criteria": ["id": .string(statement.achievement.id)],
        ],
      ],
      "credentialStatus": statement.status.map(status),
    ]
  }

  private func evidence(_ evidence: CertifiedEvidence) -> JSONValue {
    ["type": ["Evidence"], "name": .string(evidence.name), "narrative": .string(evidence.narrative)]
  }

  private func status(_ entry: StatusListEntry) -> JSONValue {
    [
      "type": "BitstringStatusListEntry", "statusPurpose": "revocation",
      "statusListIndex": .string(String(entry.index)), "statusListCredential": .string(entry.list),
    ]
  }

  private func identity(_ name: String) -> JSONValue {
    ["type": "IdentityObject", "hashed": .bool(false), "identityHash": .string(name), "identityType": "name"]
  }

  private var profile: JSONValue {
    [
      "id": .string(issuer.text),
      "type": ["Profile"],
      "name": .string(statement.issuer.name),
      "url": statement.issuer.url.map(JSONValue.string),
      "official": statement.issuer.signatory.map(JSONValue.string),
    ]
  }

  private var subject: JSONValue {
    [
      "id": .string(statement.holder.id),
      "type": ["AchievementSubject"],
      "identifier": .array(statement.holder.names.map(identity)),
      "role": .string(CertificateWords.role(statement.holder.role)[language]),
      "narrative": .string(CertificateNarrative(statement).text),
      "result": statement.results.isEmpty ? nil : .array(statement.results.map(result)),
      "achievement": achievement,
    ]
  }

  private var achievement: JSONValue {
    let alignments = statement.achievement.alignments.compactMap(alignment)
    return [
      "id": .string(statement.achievement.id),
      "type": ["Achievement"],
      "achievementType": "CertificateOfCompletion",
      "inLanguage": .string(language.rawValue),
      "name": .string(statement.achievement.title),
      "description": .string(statement.achievement.description),
      "criteria": ["narrative": .string(statement.achievement.criteria)],
      "alignment": alignments.isEmpty ? nil : .array(alignments),
      "resultDescription": statement.results.isEmpty ? nil : .array(statement.results.map(resultDescription)),
    ]
  }

  private func alignment(_ alignment: CompetenceAlignment) -> JSONValue? {
    guard let url = alignment.url else { return nil }
    return [
      "type": ["Alignment"],
      "targetName": .string(alignment.name),
      "targetUrl": .string(url),
      "targetFramework": .string(alignment.framework),
      "targetCode": .string(alignment.code),
      "targetDescription": alignment.level.map { .string(CertificateWords.level($0)[language]) },
    ]
  }

  private func resultDescription(_ result: CertifiedResult) -> JSONValue {
    [
      "id": .string(descriptionID(of: result)),
      "type": ["ResultDescription"],
      "name": .string(result.title),
      "resultType": "Status",
    ]
  }

  private func result(_ result: CertifiedResult) -> JSONValue {
    [
      "type": ["Result"],
      "resultDescription": .string(descriptionID(of: result)),
      "status": "Completed",
      "value": .string(CertificateWords.passed(on: result.passedOn)[language]),
    ]
  }

  private func descriptionID(of result: CertifiedResult) -> String {
    statement.achievement.id + "#" + result.module
  }

  private var language: Language { statement.language }

  private static func wholeSeconds(_ moment: Moment) -> Moment {
    Moment(milliseconds: moment.seconds * 1000)
  }
}

extension Moment {
  /// Whole seconds since the epoch, rounded down: the NumericDate of RFC 7519, section 2.
  var seconds: Int64 {
    let (quotient, remainder) = milliseconds.quotientAndRemainder(dividingBy: 1000)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
