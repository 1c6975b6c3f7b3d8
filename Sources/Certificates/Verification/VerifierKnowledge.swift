/// What a verifier was handed besides the certificate: all that takes the place of a network.
package struct VerifierKnowledge: Sendable {
  /// The issuers to believe.
  package let trust: TrustList
  /// The documents of issuers whose names are no keys.
  package let documents: [DIDDocument]
  /// The lists of what issuers took back.
  package let statusLists: [StatusList]

  /// Knowledge from its parts.
  package init(trust: TrustList, documents: [DIDDocument] = [], statusLists: [StatusList] = []) {
    self.trust = trust
    self.documents = documents
    self.statusLists = statusLists
  }

  /// The key that a proof names, if it is its issuer's; how it can verify is the caller's to look at.
  ///
  /// - Parameters:
  ///   - method: the name of the key, or nil where the proof gives none and the issuer is a key.
  ///   - issuer: the issuer that the document names.
  func key(_ method: String?, of issuer: String) throws(VerificationProblem) -> (issuer: DID, key: VerificationKey) {
    guard let did = DID(issuer) else { throw .signature(.unsupportedIssuer(issuer)) }
    if let own = did.key, let key = VerificationKey(own) {
      guard method.map({ $0.utf8.elementsEqual(own.verificationMethod.utf8) }) ?? true else {
        throw .signature(.issuerKeyMismatch)
      }
      return (did, key)
    }
    let documents = documents.filter { $0.did == did }
    guard !documents.isEmpty else {
      throw did.documentURL == nil
        ? .signature(.unsupportedIssuer(issuer)) : .signature(.issuerDocumentMissing(did))
    }
    guard let method,
      let key = documents.lazy.flatMap(\.keys).first(where: { $0.id.utf8.elementsEqual(method.utf8) })?.key
    else { throw .signature(.issuerKeyMismatch) }
    return (did, key)
  }
}
