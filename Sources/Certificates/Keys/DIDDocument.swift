/// The keys of an issuer whose name is not a key: the document of a did:web.
///
/// It is published at the address in its name, or handed over as a file, so that it can be used without a network.
///
/// Source: W3C Recommendations "Decentralized Identifiers 1.0", section 5, and "Controlled Identifiers 1.0".
package struct DIDDocument: Sendable {
  /// The largest document that is read, in bytes.
  private static let sizeLimit = 262_144

  /// Whose document it is.
  package let did: DID
  /// The keys that may vouch for credentials, by the identifiers that proofs name them with.
  let keys: [(id: String, key: VerificationKey)]

  /// A document of some public keys, each named by its multibase form.
  package init(of did: DID, keys: [DIDKey]) {
    self.did = did
    self.keys = keys.compactMap { key in
      VerificationKey(key).map { (did.text + "#" + key.multibase, $0) }
    }
  }

  /// The document that some bytes write, or nil where they are none, or name no key that we could verify with.
  ///
  /// A key counts if the document gives it to its own issuer, and lists it under `assertionMethod`.
  package init?(_ bytes: [UInt8]) {
    guard bytes.count <= Self.sizeLimit, let json = try? JSONReader.read(bytes),
      let did = json["id"]?.text.flatMap(DID.init)
    else { return nil }
    self.did = did
    func absolute(_ id: String) -> String { id.hasPrefix("#") ? did.text + id : id }
    let methods = json["verificationMethod"]?.items ?? []
    var keys: [(id: String, key: VerificationKey)] = []
    for entry in json["assertionMethod"]?.items ?? [] {
      let method =
        entry.text.map { name in
          methods.first { $0["id"]?.text.map(absolute)?.utf8.elementsEqual(absolute(name).utf8) ?? false }
        } ?? entry
      guard let method, let id = method["id"]?.text, method["controller"]?.text == did.text,
        let key = Self.key(method)
      else { continue }
      keys.append((absolute(id), key))
    }
    guard !keys.isEmpty else { return nil }
    self.keys = keys
  }

  /// The document as JSON, to be published; keys for JWTs as JSON Web Keys, the others as multibase.
  package var bytes: [UInt8] {
    let methods = keys.map { id, key -> JSONValue in
      switch key {
      case .ed25519:
        [
          "id": .string(id), "type": "Multikey", "controller": .string(did.text),
          "publicKeyMultibase": .string(key.did.multibase),
        ]
      case .p256, .rsa:
        ["id": .string(id), "type": "JsonWebKey", "controller": .string(did.text), "publicKeyJwk": key.jwk]
      }
    }
    let document: JSONValue = [
      "@context": [
        "https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1", "https://w3id.org/security/jwk/v1",
      ],
      "id": .string(did.text), "verificationMethod": .array(methods),
      "assertionMethod": .array(keys.map { .string($0.id) }),
    ]
    return document.bytes
  }

  /// The key of a verification method, or nil.
  private static func key(_ method: JSONValue) -> VerificationKey? {
    if let jwk = method["publicKeyJwk"] { return VerificationKey(jwk: jwk) }
    return method["publicKeyMultibase"]?.text.flatMap { DIDKey(multibase: $0) }.flatMap(VerificationKey.init)
  }
}
