package import Bilingual

/// Everything that one certificate says, in one language.
///
/// The caller has proved that it is true and has chosen the texts in the certificate's language; the page and
/// the signed credential are both functions of this value, so that they cannot differ. It carries the four
/// mentions that French practice expects: objectives, nature, duration and results.
package struct CertificateStatement: Hashable, Sendable {
  /// The credential's own identifier, `urn:uuid:` and a UUID.
  package let id: String
  /// The language of every text here and of the words put around them.
  package let language: Language
  /// Who vouches for it.
  package let issuer: CertificateIssuer
  /// Who earned it.
  package let holder: CertificateHolder
  /// What was earned.
  package let achievement: CertifiedAchievement
  /// The kind of training it was earned in.
  package let nature: TrainingNature
  /// How long the training took.
  package let duration: TrainingDuration
  /// What was passed on the way, in order.
  package let results: [CertifiedResult]
  /// When it was issued.
  package let issuedOn: Moment
  /// When it ends, or nil where it does not.
  package let validUntil: Moment?
  /// What in the records speaks for it.
  package let evidence: [CertifiedEvidence]
  /// Where one can find out whether it was revoked, or nil where nowhere.
  package let status: StatusListEntry?

  /// A statement from its parts.
  ///
  /// - Precondition: the holder has a name.
  package init(
    id: String, language: Language, issuer: CertificateIssuer, holder: CertificateHolder,
    achievement: CertifiedAchievement, nature: TrainingNature, duration: TrainingDuration,
    results: [CertifiedResult], issuedOn: Moment, validUntil: Moment?, evidence: [CertifiedEvidence] = [],
    status: StatusListEntry? = nil
  ) {
    precondition(!holder.names.isEmpty, "A certificate names its holder")
    self.id = id
    self.language = language
    self.issuer = issuer
    self.holder = holder
    self.achievement = achievement
    self.nature = nature
    self.duration = duration
    self.results = results
    self.issuedOn = issuedOn
    self.validUntil = validUntil
    self.evidence = evidence
    self.status = status
  }
}

/// The organisation that vouches for a certificate; its key is given when the credential is signed.
package struct CertificateIssuer: Hashable, Sendable {
  /// The organisation's name.
  package let name: String
  /// Its page, an `https` or `http` URL.
  package let url: String?
  /// The person or service that signs on paper.
  package let signatory: String?

  /// An issuer from its parts.
  package init(name: String, url: String?, signatory: String?) {
    self.name = name
    self.url = url
    self.signatory = signatory
  }
}

/// The person, or the two persons, who earned a certificate.
package struct CertificateHolder: Hashable, Sendable {
  /// The place that the holder has in the mentoring.
  package enum Role: String, Hashable, Sendable, CaseIterable {
    /// The less experienced of the two in the organisation.
    case junior
    /// The more experienced of the two.
    case senior
    /// Both together.
    case pair
  }

  /// A URI of the person or of the pair: a DID, or `urn:uuid:` and a UUID.
  package let id: String
  /// The names to print, one for each person; never empty.
  package let names: [String]
  /// The place in the mentoring.
  package let role: Role

  /// A holder from its parts.
  package init(id: String, names: [String], role: Role) {
    self.id = id
    self.names = names
    self.role = role
  }
}
