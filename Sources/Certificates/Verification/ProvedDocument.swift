import Bilingual

/// A JSON document with a Data Integrity proof inside, taken apart: nothing believed yet.
struct ProvedDocument {
  /// The document without its proof.
  let json: JSONValue
  private let proof: JSONValue

  /// Takes a document apart.
  init(_ bytes: [UInt8]) throws(VerificationProblem) {
    let document: JSONValue
    do {
      document = try JSONReader.read(bytes)
    } catch .duplicateMember(let name) {
      throw .form(.duplicateMember(name))
    } catch {
      throw .form(.malformedJSON(.document))
    }
    guard document["@context"] != nil else { throw .form(.notACertificate) }
    guard let proof = document["proof"] else { throw .content(.memberMissing("proof")) }
    guard case .object = proof else { throw .content(.schemaViolated("proof")) }
    json = document.without("proof")
    self.proof = proof
  }

  /// Who signed the document, once contexts, proof, key and signature agree.
  ///
  /// - Parameters:
  ///   - issuer: the issuer that the document names.
  ///   - contexts: the contexts that it must have, so that its members mean what our table says.
  ///   - knowledge: where keys are found.
  func signer(
    _ issuer: String?, contexts: [JSONValue], _ knowledge: VerifierKnowledge
  ) throws(VerificationProblem) -> (issuer: DID, key: VerificationKey) {
    guard json["@context"] == .array(contexts) else { throw .content(.schemaViolated("@context")) }
    guard let issuer else { throw .content(.memberMissing("issuer.id")) }
    let hashes = try hashes()
    if let suite = proof["cryptosuite"]?.text, suite != DataIntegrity.suite {
      throw .signature(.unsupportedAlgorithm(suite))
    }
    if let problem = CredentialShape.proof.problem(in: proof, at: "proof") { throw .content(problem) }
    let (did, key) = try knowledge.key(proof["verificationMethod"]?.text, of: issuer)
    guard case .ed25519 = key else { throw .signature(.issuerKeyMismatch) }
    guard let value = proof["proofValue"]?.text, let signature = Self.signature(value) else {
      throw .form(.nonCanonicalProofValue)
    }
    guard key.isSignature(signature, of: hashes.signedBytes) else { throw .signature(.invalid) }
    return (did, key)
  }

  private func hashes() throws(VerificationProblem) -> DataIntegrity {
    do {
      return try DataIntegrity(document: json, options: proof.without("proofValue"))
    } catch {
      switch error {
      case .uncovered(let path): throw .signature(.memberNotCovered(path))
      case .tooComplex: throw .form(.tooComplex)
      }
    }
  }

  /// The 64 bytes of a signature in base58 with its multibase letter; they have one spelling.
  private static func signature(_ text: String) -> [UInt8]? {
    guard text.hasPrefix("z"), text.utf8.count <= 90, let bytes = Base58.decode(text.dropFirst()), bytes.count == 64
    else { return nil }
    return bytes
  }
}
