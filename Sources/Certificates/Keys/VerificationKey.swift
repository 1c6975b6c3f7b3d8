import Crypto
import CryptoExtras
import FoundationEssentials

/// A public key that can check signatures, of one of the kinds that certificates are signed with.
enum VerificationKey: Sendable {
  /// P-256 with SHA-256, which JOSE calls ES256 (RFC 7518, section 3.4).
  case p256(P256.Signing.PublicKey)
  /// Ed25519 (RFC 8032), for Data Integrity.
  case ed25519(Curve25519.Signing.PublicKey)
  /// RSA with SHA-256 and PKCS #1 padding, which JOSE calls RS256 (RFC 7518, section 3.3).
  case rsa(_RSA.Signing.PublicKey)

  /// The key in a did:key, or nil where it is no key of its kind: no point of the curve, or a weak modulus.
  init?(_ did: DIDKey) {
    switch did.kind {
    case .p256:
      guard let key = try? P256.Signing.PublicKey(compressedRepresentation: did.bytes) else { return nil }
      self = .p256(key)
    case .ed25519:
      guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: did.bytes) else { return nil }
      self = .ed25519(key)
    case .rsa:
      guard let key = try? _RSA.Signing.PublicKey(derRepresentation: did.bytes),
        (2048...4096).contains(key.keySizeInBits), Array(key.pkcs1DERRepresentation) == did.bytes
      else { return nil }
      self = .rsa(key)
    }
  }

  /// The did:key of the key.
  var did: DIDKey {
    switch self {
    case .p256(let key): DIDKey(.p256, Array(key.compressedRepresentation))
    case .ed25519(let key): DIDKey(.ed25519, Array(key.rawRepresentation))
    case .rsa(let key): DIDKey(.rsa, Array(key.pkcs1DERRepresentation))
    }
  }

  /// The name of the key's signatures in JOSE, or nil for a kind that signs no JWT here.
  var algorithm: String? {
    switch self {
    case .p256: "ES256"
    case .rsa: "RS256"
    case .ed25519: nil
    }
  }

  /// The key as a JSON Web Key (RFC 7518, section 6, and RFC 8037), members in the order of RFC 7638.
  var jwk: JSONValue {
    switch self {
    case .p256(let key):
      let coordinates = Array(key.rawRepresentation)
      return [
        "crv": "P-256", "kty": "EC", "x": .string(Base64URL.encode(coordinates.prefix(32))),
        "y": .string(Base64URL.encode(coordinates.suffix(32))),
      ]
    case .ed25519(let key):
      return ["crv": "Ed25519", "kty": "OKP", "x": .string(Base64URL.encode(key.rawRepresentation))]
    case .rsa(let key):
      let numbers = try? key.getKeyPrimitives()
      return [
        "e": .string(Base64URL.encode(numbers.map { Array($0.publicExponent) } ?? [])), "kty": "RSA",
        "n": .string(Base64URL.encode(numbers.map { Array($0.modulus) } ?? [])),
      ]
    }
  }

  /// Whether a signature is this key's over the message.
  ///
  /// Both values of S that ECDSA allows are taken, since RFC 7518 takes them and other issuers write them; a
  /// credential's identity is its `id`, never its spelling.
  func isSignature(_ signature: [UInt8], of message: [UInt8]) -> Bool {
    switch self {
    case .p256(let key):
      guard signature.count == 64, let parsed = try? P256.Signing.ECDSASignature(rawRepresentation: signature) else {
        return false
      }
      return key.isValidSignature(parsed, for: message)
    case .ed25519(let key):
      return signature.count == 64 && key.isValidSignature(signature, for: message)
    case .rsa(let key):
      let parsed = _RSA.Signing.RSASignature(rawRepresentation: signature)
      return key.isValidSignature(parsed, for: message, padding: .insecurePKCS1v1_5)
    }
  }
}
