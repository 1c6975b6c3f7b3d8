package import Bilingual
package import CurriculumModel

/// The identifier of a signed credential.
package typealias CredentialID = UniversalID<Credential>

/// A certificate as signed, once, at issue; every export repeats the same bytes.
package struct Credential: Hashable, Sendable, Identifiable {
  /// The identifier.
  package let id: CredentialID
  /// The certificate.
  package let certificate: Identifier<Certificate>
  /// The pair that earned it.
  package let pair: Identifier<Pair>
  /// The people whom it names: one, or both of the pair.
  package let holders: [PersonKey]
  /// When it was issued.
  package let issuedAt: Moment
  /// The signed token (a JWT).
  package let token: String

  /// A credential from its parts.
  package init(
    id: CredentialID, certificate: Identifier<Certificate>, pair: Identifier<Pair>, holders: [PersonKey],
    issuedAt: Moment, token: String
  ) {
    self.id = id
    self.certificate = certificate
    self.pair = pair
    self.holders = holders
    self.issuedAt = issuedAt
    self.token = token
  }
}
