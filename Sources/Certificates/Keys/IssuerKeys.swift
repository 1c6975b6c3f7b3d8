/// The private keys that an issuer holds: one for each form of proof.
package struct IssuerKeys: Sendable {
  /// Signs JSON: Data Integrity by Ed25519.
  package let ed25519: IssuerKey
  /// Signs JWTs by ES256.
  package let p256: IssuerKey
  /// Signs JWTs by RS256, where the issuer asked for it.
  package let rsa: IssuerKey?

  /// Keys of the three kinds.
  init(ed25519: IssuerKey, p256: IssuerKey, rsa: IssuerKey?) {
    self.ed25519 = ed25519
    self.p256 = p256
    self.rsa = rsa
  }

  /// New keys from a generator that is fit for cryptography; the RSA key is drawn by the cryptographic library.
  package init(using generator: inout some RandomNumberGenerator, rsa: IssuerKey? = nil) {
    self.init(ed25519: IssuerKey(ed25519Using: &generator), p256: IssuerKey(using: &generator), rsa: rsa)
  }

  /// The key that signs JWTs.
  var jwtKey: IssuerKey { rsa ?? p256 }

  /// The public keys, in the order of their forms.
  package var dids: [DIDKey] { [ed25519.did, p256.did] + (rsa.map { [$0.did] } ?? []) }

  /// The keys from their PEM documents in any order, or nil where one is damaged, missing or there twice.
  init?(pem: String) {
    let marker = "-----END PRIVATE KEY-----\n"
    var keys: [DIDKey.Kind: IssuerKey] = [:]
    for part in pem.split(separator: marker) {
      guard let key = IssuerKey(pem: part + marker), keys.updateValue(key, forKey: key.did.kind) == nil else {
        return nil
      }
    }
    guard let ed25519 = keys[.ed25519], let p256 = keys[.p256] else { return nil }
    self.init(ed25519: ed25519, p256: p256, rsa: keys[.rsa])
  }

  /// The private keys as PEM, for the key file and for nothing else.
  var pem: String {
    ed25519.pem + p256.pem + (rsa?.pem ?? "")
  }
}

extension IssuerKeys: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { "private keys of \(dids.map(\.text).joined(separator: ", "))" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// Who signs: the keys, and the name they sign under.
package struct SigningIssuer: Sendable {
  /// The keys.
  package let keys: IssuerKeys
  /// The did:web that unites them; nil where each key is its own name.
  package let name: DID?

  /// An issuer with these keys, under a name or each under its own.
  package init(_ keys: IssuerKeys, under name: DID? = nil) {
    self.keys = keys
    self.name = name
  }

  /// The identifier under which a key signs.
  func did(of key: IssuerKey) -> DID { name ?? DID(key.did) }

  /// How a proof names a key.
  func verificationMethod(of key: IssuerKey) -> String {
    did(of: key).text + "#" + key.did.multibase
  }
}
