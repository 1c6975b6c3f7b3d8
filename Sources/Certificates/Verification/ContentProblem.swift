import Bilingual

/// Why what somebody signed is no sound credential; members are named by their path from the top.
package enum ContentProblem: Hashable, Sendable {
  /// A member that must be there is not.
  case memberMissing(String)
  /// A member that no certificate has.
  case memberUnexpected(String)
  /// A member has a value of the wrong kind.
  case schemaViolated(String)
  /// A registered claim differs from the member that it repeats.
  case claimMismatch(claim: String, member: String)

  /// The stable name of the kind of problem.
  var id: String {
    switch self {
    case .memberMissing: "MemberMissing"
    case .memberUnexpected: "MemberUnexpected"
    case .schemaViolated: "SchemaViolated"
    case .claimMismatch: "ClaimMismatch"
    }
  }

  /// The problem as one sentence without a full stop.
  var wording: Wording {
    switch self {
    case .memberMissing(let path):
      Wording(
        en: "Member \(VerificationProblem.quoted(path).en) is missing",
        fr: "Le membre \(VerificationProblem.quoted(path).fr) manque")
    case .memberUnexpected(let path):
      Wording(
        en: "Member \(VerificationProblem.quoted(path).en) has no meaning in a certificate",
        fr: "Le membre \(VerificationProblem.quoted(path).fr) n’a pas de sens dans une attestation")
    case .schemaViolated(let path):
      Wording(
        en: "Member \(VerificationProblem.quoted(path).en) has a value that Open Badges 3.0 does not allow",
        fr: "Le membre \(VerificationProblem.quoted(path).fr) a une valeur qu’Open Badges 3.0 ne permet pas")
    case .claimMismatch(let claim, let member):
      Wording(
        en: "Claim \(VerificationProblem.quoted(claim).en) differs from \(VerificationProblem.quoted(member).en)",
        fr: "La mention \(VerificationProblem.quoted(claim).fr) diffère de \(VerificationProblem.quoted(member).fr)")
    }
  }
}
