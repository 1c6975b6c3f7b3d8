package import Bilingual

/// Why a sound credential does not hold here and now.
package enum ValidityProblem: Hashable, Sendable {
  /// Its time has not come.
  case notYetValid(from: Moment)
  /// Its issuer is not in the trust list.
  case issuerUntrusted(DID)
  /// Its issuer has taken it back.
  case revoked
  /// Its time is over.
  case expired(on: Moment)

  /// The stable name of the kind of problem.
  var id: String {
    switch self {
    case .notYetValid: "NotYetValid"
    case .issuerUntrusted: "IssuerUntrusted"
    case .revoked: "Revoked"
    case .expired: "Expired"
    }
  }

  /// The problem as one sentence without a full stop.
  var wording: Wording {
    switch self {
    case .notYetValid(let moment):
      Wording(
        en: "The certificate is valid from \(moment.day.words.en) only",
        fr: "L’attestation n’est valable qu’à partir du \(moment.day.words.fr)")
    case .issuerUntrusted(let issuer):
      Wording(
        en: "The signature is right, but its issuer \(issuer) is not in the trust list",
        fr: "La signature est juste, mais son émetteur \(issuer) n’est pas dans la liste de confiance")
    case .revoked:
      Wording(
        en: "The issuer has revoked the certificate, as its status list says",
        fr: "L’émetteur a révoqué l’attestation, comme le dit sa liste d’état")
    case .expired(let moment):
      Wording(
        en: "The certificate expired on \(moment.day.words.en)",
        fr: "L’attestation a expiré le \(moment.day.words.fr)")
    }
  }
}
