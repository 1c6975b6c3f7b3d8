import Crypto
import FoundationEssentials

/// A public key that can check signatures: P-256 with SHA-256, which JOSE calls ES256 (RFC 7518, section 3.4).
struct VerificationKey: Sendable {
  private let key: P256.Signing.PublicKey

  /// A key of the cryptographic library.
  init(_ key: P256.Signing.PublicKey) {
    self.key = key
  }

  /// The key in a did:key, or nil where it is of another kind or no point of the curve.
  init?(_ did: DIDKey) {
    guard did.kind == .p256, let key = try? P256.Signing.PublicKey(compressedRepresentation: did.bytes) else {
      return nil
    }
    self.key = key
  }

  /// The did:key of the key.
  var did: DIDKey {
    DIDKey(.p256, Array(key.compressedRepresentation))
  }

  /// The key as a JSON Web Key (RFC 7518, section 6.2.1), members in the order of RFC 7638.
  var jwk: JSONValue {
    let coordinates = Array(key.rawRepresentation)
    return [
      "crv": "P-256",
      "kty": "EC",
      "x": .string(Base64URL.encode(coordinates.prefix(32))),
      "y": .string(Base64URL.encode(coordinates.suffix(32))),
    ]
  }

  /// Whether a signature of 64 bytes, R then S, is this key's over the message.
  ///
  /// Both values of S that ECDSA allows are taken, since RFC 7518 takes them and other issuers write them; a
  /// credential's identity is its `id`, never its spelling.
  func isSignature(_ signature: [UInt8], of message: [UInt8]) -> Bool {
    guard signature.count == 64, let parsed = try? P256.Signing.ECDSASignature(rawRepresentation: signature) else {
      return false
    }
    return key.isValidSignature(parsed, for: message)
  }
}
