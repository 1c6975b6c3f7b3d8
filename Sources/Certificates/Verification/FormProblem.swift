import Bilingual

/// Why a document cannot be read as a certificate.
package enum FormProblem: Error, Hashable, Sendable {
  /// It has none of the forms a certificate takes.
  case notACertificate
  /// It has more bytes than any certificate.
  case tooLarge(limit: Int)
  /// It is no JWT: three parts between full stops.
  case malformedJWT
  /// A part is not in the one base64url spelling that its bytes have.
  case nonCanonicalBase64URL(JWTPart)
  /// A part is no JSON object.
  case malformedJSON(JWTPart)
  /// The value of a proof is not the base58 spelling of a signature.
  case nonCanonicalProofValue
  /// The document's parts are so alike that checking it would take too long.
  case tooComplex
  /// An object names a member twice.
  case duplicateMember(String)

  /// The stable name of the kind of problem.
  var id: String {
    switch self {
    case .notACertificate: "NotACertificate"
    case .tooLarge: "TooLarge"
    case .malformedJWT: "MalformedJWT"
    case .nonCanonicalBase64URL: "NonCanonicalBase64url"
    case .malformedJSON: "MalformedJSON"
    case .nonCanonicalProofValue: "NonCanonicalProofValue"
    case .tooComplex: "TooComplex"
    case .duplicateMember: "DuplicateMember"
    }
  }

  /// The problem as one sentence without a full stop.
  var wording: Wording {
    switch self {
    case .notACertificate:
      Wording(en: "The document is no certificate", fr: "Le document n’est pas une attestation")
    case .tooLarge(let limit):
      Wording(
        en: "The document has more than \(limit) bytes, as no certificate has",
        fr: "Le document dépasse \(limit)\u{A0}octets, ce que ne fait aucune attestation")
    case .malformedJWT:
      Wording(
        en: "A JWT has three parts between full stops and nothing else",
        fr: "Un JWT a trois parties séparées par des points, et rien d’autre")
    case .nonCanonicalBase64URL(let part):
      Wording(
        en: "The JWT’s \(part.words.en) is not in canonical base64url",
        fr: "Dans le JWT, la partie «\u{A0}\(part.words.fr)\u{A0}» n’est pas en base64url canonique")
    case .malformedJSON(.document):
      Wording(en: "The document is no JSON object", fr: "Le document n’est pas un objet JSON")
    case .malformedJSON(let part):
      Wording(
        en: "The JWT’s \(part.words.en) is no JSON object",
        fr: "Dans le JWT, la partie «\u{A0}\(part.words.fr)\u{A0}» n’est pas un objet JSON")
    case .nonCanonicalProofValue:
      Wording(
        en: "The proof’s value is not ‘z’ and the base58 spelling of a signature of 64 bytes",
        fr:
          "La valeur de la preuve n’est pas «\u{A0}z\u{A0}» suivi de l’écriture base58 d’une signature de 64\u{A0}octets"
      )
    case .tooComplex:
      Wording(
        en: "The document’s parts are so alike that checking it would take too long; no certificate is like that",
        fr: "Les parties du document se ressemblent tant que le contrôler prendrait trop de temps\u{A0}; "
          + "aucune attestation n’est ainsi faite")
    case .duplicateMember(let name):
      Wording(
        en: "Member \(VerificationProblem.quoted(name).en) stands twice in one object",
        fr: "Le membre \(VerificationProblem.quoted(name).fr) figure deux fois dans un même objet")
    }
  }
}

/// A part of a JWT, or a document that has no parts.
package enum JWTPart: String, Hashable, Sendable {
  /// The whole of it.
  case document
  /// The first.
  case header
  /// The second.
  case payload
  /// The third.
  case signature

  /// The part's name in the languages we speak.
  var words: Wording {
    switch self {
    case .document: Wording(en: "document", fr: "document")
    case .header: Wording(en: "header", fr: "en-tête")
    case .payload: Wording(en: "payload", fr: "contenu")
    case .signature: Wording(same: "signature")
    }
  }
}
