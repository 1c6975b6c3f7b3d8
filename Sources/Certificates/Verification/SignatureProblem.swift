import Bilingual

/// Why nobody vouches for a document.
package enum SignatureProblem: Hashable, Sendable {
  /// The signature is by an algorithm that is not ES256, `none` among them.
  case unsupportedAlgorithm(String)
  /// A header that Open Badges does not allow, or that is missing or wrong.
  case headerViolated(String)
  /// The issuer is no did:key of P-256.
  case unsupportedIssuer(String)
  /// The header's key is not the issuer's.
  case issuerKeyMismatch
  /// The signature does not fit header and payload.
  case invalid

  /// The stable name of the kind of problem.
  var id: String {
    switch self {
    case .unsupportedAlgorithm: "UnsupportedAlgorithm"
    case .headerViolated: "HeaderViolated"
    case .unsupportedIssuer: "UnsupportedIssuer"
    case .issuerKeyMismatch: "IssuerKeyMismatch"
    case .invalid: "SignatureInvalid"
    }
  }

  /// The problem as one sentence without a full stop.
  var wording: Wording {
    switch self {
    case .unsupportedAlgorithm(let name):
      Wording(
        en: "Signatures by \(VerificationProblem.quoted(name).en) are not accepted, only by ES256",
        fr: "Les signatures par \(VerificationProblem.quoted(name).fr) ne sont pas acceptées, seulement par ES256")
    case .headerViolated(let name):
      Wording(
        en: "Header \(VerificationProblem.quoted(name).en) is not as Open Badges 3.0 allows it",
        fr: "L’en-tête \(VerificationProblem.quoted(name).fr) n’est pas tel qu’Open Badges 3.0 le permet")
    case .unsupportedIssuer(let issuer):
      Wording(
        en: "Issuer \(VerificationProblem.quoted(issuer).en) is no did:key of P-256",
        fr: "L’émetteur \(VerificationProblem.quoted(issuer).fr) n’est pas un did:key de P-256")
    case .issuerKeyMismatch:
      Wording(
        en: "The document is signed with a key that is not its issuer’s",
        fr: "Le document est signé avec une clé qui n’est pas celle de son émetteur")
    case .invalid:
      Wording(
        en: "The signature does not fit the document: it was altered or forged",
        fr: "La signature ne correspond pas au document\u{A0}: il a été altéré ou falsifié")
    }
  }
}
