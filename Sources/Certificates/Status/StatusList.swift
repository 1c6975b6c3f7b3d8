package import Bilingual

/// What an issuer has taken back, as it publishes it: one bit for each certificate, signed.
///
/// Source: W3C Recommendation "Bitstring Status List v1.0". The list is long enough that a look at it does not
/// tell whose certificate one looks for.
package struct StatusList: Sendable {
  /// The number of places: the least that the recommendation allows.
  package static let length = 131_072

  /// The address under which the list is published.
  package let id: String
  /// Who signed it.
  package let issuer: DID
  /// When it was written.
  package let writtenAt: Moment
  private let bits: [UInt8]

  /// The list in a signed document.
  ///
  /// - Throws: Why it is none, or nobody vouches for it.
  package init(verifying bytes: [UInt8], knowing knowledge: VerifierKnowledge) throws(VerificationProblem) {
    guard bytes.count <= credentialSizeLimit else { throw .form(.tooLarge(limit: credentialSizeLimit)) }
    let document = try ProvedDocument(bytes)
    let (issuer, _) = try document.signer(
      document.json["issuer"]?.text, contexts: [AchievementCredential.contexts[0]], knowledge)
    if let problem = CredentialShape.statusList.problem(in: document.json) { throw .content(problem) }
    guard let id = document.json["id"]?.text, let writtenAt = document.json["validFrom"]?.text.flatMap(Moment.init),
      let encoded = document.json["credentialSubject"]?["encodedList"]?.text, encoded.hasPrefix("u"),
      let compressed = Base64URL.decode(encoded.utf8.dropFirst()),
      let bits = GZip.decompress(compressed, limit: Self.sizeLimit), bits.count * 8 >= Self.length
    else { throw .content(.schemaViolated("credentialSubject.encodedList")) }
    (self.id, self.issuer, self.writtenAt, self.bits) = (id, issuer, writtenAt, bits)
  }

  /// The document to publish: a list in which these places are set, signed.
  ///
  /// - Throws: what signing throws.
  package static func document(
    _ id: String, revoked: some Sequence<Int>, writtenAt moment: Moment, by issuer: SigningIssuer
  ) throws -> [UInt8] {
    var bits = [UInt8](repeating: 0, count: length / 8)
    for place in revoked where (0..<length).contains(place) { bits[place / 8] |= 0x80 >> UInt8(place % 8) }
    let whole = Moment(milliseconds: moment.seconds * 1000)
    let credential: JSONValue = [
      "@context": .array([AchievementCredential.contexts[0]]),
      "id": .string(id),
      "type": ["VerifiableCredential", "BitstringStatusListCredential"],
      "issuer": .string(issuer.did(of: issuer.keys.ed25519).text),
      "validFrom": .string(whole.iso),
      "credentialSubject": [
        "id": .string(id + "#list"), "type": "BitstringStatusList", "statusPurpose": "revocation",
        "encodedList": .string("u" + Base64URL.encode(GZip.compress(bits))),
      ],
    ]
    if let problem = CredentialShape.statusList.problem(in: credential) { throw UnsoundStatement(problem: problem) }
    return try DataIntegrity.prove(
      credential, at: whole, with: issuer.keys.ed25519, named: issuer.verificationMethod(of: issuer.keys.ed25519)
    ).bytes
  }

  /// The place for a certificate: one that its id suggests, or the next free one after it; nil where all are taken.
  ///
  /// The id is random enough that places tell nothing of the order of issue.
  package static func freePlace(for id: [UInt8], taken: Set<Int>) -> Int? {
    let start = id.suffix(4).reduce(0) { $0 << 8 | Int($1) } % length
    return (0..<length).lazy.map { (start + $0) % length }.first { !taken.contains($0) }
  }

  /// Whether a place is set; false beyond the end.
  func isRevoked(_ index: Int) -> Bool {
    index / 8 < bits.count && bits[index / 8] & (0x80 >> UInt8(index % 8)) != 0
  }

  /// The longest list that is unpacked, in bytes.
  private static let sizeLimit = 1 << 20
}

extension VerifierKnowledge {
  /// What the lists say of a certificate: only those of its own issuer, of the address that it names.
  ///
  /// An issuer that is its own keys signs JSON and JWT under two names; the trust list unites them, since whoever
  /// is believed in one name is believed in the other.
  func status(of certificate: VerifiedCertificate, now: Moment) -> Verification.Status {
    guard let entry = certificate.status else { return .active }
    let lists = statusLists.filter { list in
      list.id.utf8.elementsEqual(entry.list.utf8) && list.writtenAt <= now
        && (list.issuer == certificate.issuer || trust.contains(list.issuer) && trust.contains(certificate.issuer))
    }
    guard let newest = lists.max(by: { $0.writtenAt < $1.writtenAt }) else { return .unknown }
    return newest.isRevoked(entry.index) ? .revoked : .active
  }
}
