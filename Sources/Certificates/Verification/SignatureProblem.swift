import Bilingual

/// Why nobody vouches for a document.
package enum SignatureProblem: Hashable, Sendable {
  /// The signature is by an algorithm that is none of ours; `none` is not.
  case unsupportedAlgorithm(String)
  /// A header that Open Badges does not allow, or that is missing or wrong.
  case headerViolated(String)
  /// The issuer is no did:key of a kind that signs this form, and no did:web.
  case unsupportedIssuer(String)
  /// The issuer is a did:web whose document was not handed over.
  case issuerDocumentMissing(DID)
  /// A member of the document or of its proof is not covered by the signature.
  case memberNotCovered(String)
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
    case .issuerDocumentMissing: "IssuerDocumentMissing"
    case .memberNotCovered: "MemberNotCovered"
    case .issuerKeyMismatch: "IssuerKeyMismatch"
    case .invalid: "SignatureInvalid"
    }
  }

  /// The problem as one sentence without a full stop.
  var wording: Wording {
    switch self {
    case .unsupportedAlgorithm(let name):
      Wording(
        en:
          "Signatures by \(VerificationProblem.quoted(name).en) are not accepted, only by ES256, RS256 and eddsa-rdfc-2022",
        fr:
          "Les signatures par \(VerificationProblem.quoted(name).fr) ne sont pas acceptées, seulement par ES256, RS256 "
          + "et eddsa-rdfc-2022")
    case .headerViolated(let name):
      Wording(
        en: "Header \(VerificationProblem.quoted(name).en) is not as Open Badges 3.0 allows it",
        fr: "L’en-tête \(VerificationProblem.quoted(name).fr) n’est pas tel qu’Open Badges 3.0 le permet")
    case .unsupportedIssuer(let issuer):
      Wording(
        en:
          "Issuer \(VerificationProblem.quoted(issuer).en) is no did:key that signs certificates in this form, and no did:web",
        fr:
          "L’émetteur \(VerificationProblem.quoted(issuer).fr) n’est ni un did:key qui signe cette forme d’attestation, "
          + "ni un did:web")
    case .issuerDocumentMissing(let issuer):
      Wording(
        en: "The keys of \(issuer) stand in its document; get it from \(issuer.documentURL ?? "the issuer") "
          + "and name it with --did-document",
        fr: "Les clés de \(issuer) figurent dans son document\u{A0}; l’obtenir de "
          + "\(issuer.documentURL ?? "l’émetteur") et le nommer avec --did-document")
    case .memberNotCovered(let path):
      Wording(
        en:
          "Member \(VerificationProblem.quoted(path).en) is not covered by the signature: anybody can have written it",
        fr: "Le membre \(VerificationProblem.quoted(path).fr) n’est pas couvert par la signature\u{A0}: "
          + "n’importe qui a pu l’écrire")
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
