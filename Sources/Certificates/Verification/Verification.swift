package import Bilingual

/// What a verifier found out about a document that claims to be a certificate.
///
/// Facts about the certificate are there only where its signature is right: what nobody signed is nobody's word.
package struct Verification: Hashable, Sendable {
  /// The one-word answer.
  package enum Verdict: String, Hashable, Sendable, CaseIterable {
    /// Signed by a trusted issuer, in force, not revoked.
    case valid
    /// Right, and its end has passed.
    case expired
    /// Right, and withdrawn by its issuer.
    case revoked
    /// Right, and signed by somebody who is not in the trust list.
    case untrusted
    /// Not to be believed; the problems say why.
    case refused
  }

  /// Whether the issuer has withdrawn the certificate.
  package enum Status: String, Hashable, Sendable, CaseIterable {
    /// It has not: its status list says so, or it names none and cannot be withdrawn.
    case active
    /// It has.
    case revoked
    /// Nothing can be said: its status list was not handed over.
    case unknown
  }

  /// The answer.
  package let verdict: Verdict
  /// What the signed credential says, or nil where the signature is not right or the credential not sound.
  package let certificate: VerifiedCertificate?
  /// Whether the issuer is in the trust list.
  package let trusted: Bool
  /// Whether the certificate is revoked.
  package let status: Status
  /// Why the verdict is not `valid`, gravest first.
  package let problems: [VerificationProblem]
}

/// What a credential with a right signature says.
package struct VerifiedCertificate: Hashable, Sendable {
  /// The credential's identifier.
  package let id: String
  /// The issuer whose key signed.
  package let issuer: DID
  /// The key that signed.
  package let key: DIDKey
  /// The name the issuer gives itself; only the key proves who it is.
  package let issuerName: String
  /// The holder's identifier.
  package let subject: String
  /// The holder's names.
  package let names: [String]
  /// The achievement's identifier.
  package let achievement: String
  /// The achievement's title.
  package let title: String
  /// When it begins to hold.
  package let validFrom: Moment
  /// When it ceases to, or nil.
  package let validUntil: Moment?
  /// Where its issuer says whether it was revoked, or nil where nowhere.
  package let status: StatusListEntry?
}
