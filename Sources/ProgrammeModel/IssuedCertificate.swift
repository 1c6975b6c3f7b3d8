package import Bilingual
package import CurriculumModel

/// A certificate that was issued, and what became of it.
package struct IssuedCertificate: Equatable, Sendable {
  /// The event.
  package let event: Event.ID
  /// When it was issued.
  package let at: Moment
  /// The certificate, its credential and its last moment.
  package let award: Event.Award
  /// The people whom it names.
  package let holders: [PersonKey]
  /// The pair that earned it.
  package let pair: Identifier<Pair>?
  /// When it was taken back; nil where it was not.
  package internal(set) var revoked: Moment?
  /// The credential that replaces it; nil where none does.
  package internal(set) var supersededBy: CredentialID?

  /// Where a certificate stands.
  package enum Standing: String, Sendable {
    /// Valid.
    case active
    /// Past its last moment.
    case expired
    /// Taken back.
    case revoked
    /// Replaced by a newer one.
    case superseded
  }

  /// Where it stands at the moment.
  package func standing(at moment: Moment) -> Standing {
    if revoked != nil { return .revoked }
    if supersededBy != nil { return .superseded }
    return award.validUntil.map { moment < $0 } ?? true ? .active : .expired
  }
}
