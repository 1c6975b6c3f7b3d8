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
    case .notYetValid(let moment): Self.notYetValid(from: moment.day.words)
    case .issuerUntrusted(let issuer): Self.untrusted(issuer.text)
    case .revoked:
      Wording(
        en: "The issuer has revoked the certificate, as its status list says",
        fr: "L’émetteur a révoqué l’attestation, comme le dit sa liste d’état")
    case .expired(let moment): Self.expired(on: moment.day.words)
    }
  }

  /// That its time has not come, whatever the day is called.
  static func notYetValid(from day: Wording) -> Wording {
    Wording(
      en: "The certificate is valid from \(day.en) only", fr: "L’attestation n’est valable qu’à partir du \(day.fr)")
  }

  /// That its time is over, whatever the day is called.
  static func expired(on day: Wording) -> Wording {
    Wording(en: "The certificate expired on \(day.en)", fr: "L’attestation a expiré le \(day.fr)")
  }

  /// That nobody vouches for its issuer, whatever it is called.
  static func untrusted(_ issuer: String) -> Wording {
    Wording(
      en: "The signature is right, but its issuer \(issuer) is not in the trust list",
      fr: "La signature est juste, mais son émetteur \(issuer) n’est pas dans la liste de confiance")
  }
}
