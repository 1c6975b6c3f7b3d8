import Bilingual

extension VerifiedCertificate {
  /// What a sound credential says whose signature is right.
  init(credential payload: JSONValue, issuer: DID, key: DIDKey) throws(VerificationProblem) {
    let subject = payload["credentialSubject"]
    let achievement = subject?["achievement"]
    self.init(
      id: try Self.text(payload["id"], "id"),
      issuer: issuer,
      key: key,
      issuerName: try Self.text(payload["issuer"]?["name"], "issuer.name"),
      subject: try Self.text(subject?["id"], "credentialSubject.id"),
      names: subject?["identifier"]?.items?.compactMap { $0["identityHash"]?.text } ?? [],
      achievement: try Self.text(achievement?["id"], "credentialSubject.achievement.id"),
      title: try Self.text(achievement?["name"], "credentialSubject.achievement.name"),
      validFrom: try Self.moment(payload["validFrom"], "validFrom"),
      validUntil: try payload["validUntil"].map { (value) throws(VerificationProblem) in
        try Self.moment(value, "validUntil")
      },
      status: payload["credentialStatus"].flatMap { entry in
        guard let list = entry["statusListCredential"]?.text,
          let index = entry["statusListIndex"]?.text.flatMap({ Int($0) })
        else { return nil }
        return StatusListEntry(list: list, index: index)
      })
  }

  /// The five registered claims repeat members (Open Badges 3.0, section 8.2.6.1).
  static func claimProblem(in payload: JSONValue) -> ContentProblem? {
    let names = [
      ("iss", "issuer.id", payload["issuer"]?["id"]),
      ("jti", "id", payload["id"]),
      ("sub", "credentialSubject.id", payload["credentialSubject"]?["id"]),
    ]
    for (claim, member, value) in names where payload[claim] != value {
      return .claimMismatch(claim: claim, member: member)
    }
    for (claim, member) in [("nbf", "validFrom"), ("exp", "validUntil")] {
      let moment = payload[member]?.text.flatMap(Moment.init(iso:))
      let seconds = payload[claim]?.wholeNumber
      guard moment.map({ $0.milliseconds % 1000 == 0 ? $0.seconds : nil }) == seconds.map(Optional.some) else {
        return .claimMismatch(claim: claim, member: member)
      }
    }
    return nil
  }

  private static func text(_ value: JSONValue?, _ path: String) throws(VerificationProblem) -> String {
    guard let text = value?.text else { throw .content(.memberMissing(path)) }
    return text
  }

  private static func moment(_ value: JSONValue?, _ path: String) throws(VerificationProblem) -> Moment {
    guard let moment = value?.text.flatMap(Moment.init(iso:)) else { throw .content(.memberMissing(path)) }
    return moment
  }
}
