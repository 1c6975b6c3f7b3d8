import Crypto
import CryptoExtras
import FoundationEssentials

/// A private key that an issuer signs credentials with.
///
/// It is never printed: description, debug description and mirror say only whose key it is.
package struct IssuerKey: Sendable {
  private enum Secret: Sendable {
    case p256(P256.Signing.PrivateKey)
    case ed25519(Curve25519.Signing.PrivateKey)
    case rsa(_RSA.Signing.PrivateKey)
  }

  private let secret: Secret

  /// A new P-256 key from a generator, which must be fit for cryptography: `SystemRandomNumberGenerator`, which
  /// asks the kernel (`getrandom`), is, and so is nothing seeded outside a test.
  ///
  /// Candidates of 32 bytes are drawn until one lies between 1 and the order of the curve less 1 (FIPS 186-5,
  /// A.2.2); all but one in 2³² do.
  package init(using generator: inout some RandomNumberGenerator) {
    while true {
      guard let key = try? P256.Signing.PrivateKey(rawRepresentation: Self.candidate(&generator)) else { continue }
      secret = .p256(key)
      return
    }
  }

  /// A new Ed25519 key from a generator as above: any 32 bytes are one (RFC 8032, section 5.1.5).
  package init(ed25519Using generator: inout some RandomNumberGenerator) {
    while true {
      guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: Self.candidate(&generator)) else {
        continue
      }
      secret = .ed25519(key)
      return
    }
  }

  /// A new RSA key of 3,072 bits, drawn by the cryptographic library.
  ///
  /// - Throws: what the library throws; on memory it does.
  package init(rsa: Void) throws {
    secret = .rsa(try _RSA.Signing.PrivateKey(keySize: .bits3072))
  }

  /// The key in a PEM document (PKCS #8, RFC 5958; RFC 8410 for Ed25519), or nil where it is damaged or of
  /// another kind.
  init?(pem: String) {
    if let key = try? P256.Signing.PrivateKey(pemRepresentation: pem) {
      secret = .p256(key)
    } else if let der = Self.ed25519Content(of: pem),
      let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: der)
    {
      secret = .ed25519(key)
    } else if let key = try? _RSA.Signing.PrivateKey(pemRepresentation: pem) {
      secret = .rsa(key)
    } else {
      return nil
    }
  }

  /// The P-256 key from its 32 bytes, or nil where they are no key.
  init?(rawRepresentation: [UInt8]) {
    guard let key = try? P256.Signing.PrivateKey(rawRepresentation: rawRepresentation) else { return nil }
    secret = .p256(key)
  }

  /// The Ed25519 key from its 32 bytes, or nil where they are none.
  init?(ed25519 rawRepresentation: [UInt8]) {
    guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: rawRepresentation) else { return nil }
    secret = .ed25519(key)
  }

  /// The did:key of the public key.
  package var did: DIDKey { publicKey.did }

  /// The public half.
  var publicKey: VerificationKey {
    switch secret {
    case .p256(let key): .p256(key.publicKey)
    case .ed25519(let key): .ed25519(key.publicKey)
    case .rsa(let key): .rsa(key.publicKey)
    }
  }

  /// The private key as PEM, for the key file and for nothing else.
  var pem: String {
    switch secret {
    case .p256(let key): Self.line(key.pemRepresentation)
    case .ed25519(let key): Self.ed25519PEM(Array(key.rawRepresentation))
    case .rsa(let key): Self.line(key.pkcs8PEMRepresentation)
    }
  }

  /// A signature over the message; two calls with P-256 give two signatures, both valid.
  func signature(of message: [UInt8]) throws -> [UInt8] {
    switch secret {
    case .p256(let key): Array(try key.signature(for: message).rawRepresentation)
    case .ed25519(let key): Array(try key.signature(for: message))
    case .rsa(let key): Array(try key.signature(for: message, padding: .insecurePKCS1v1_5).rawRepresentation)
    }
  }

  /// The document with one line break at its end: the library gives some with, some without.
  private static func line(_ pem: String) -> String {
    pem.hasSuffix("\n") ? pem : pem + "\n"
  }

  private static func candidate(_ generator: inout some RandomNumberGenerator) -> [UInt8] {
    (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }

  /// What stands before the 32 bytes in DER: version, algorithm 1.3.101.112, two octet strings (RFC 8410, 7).
  private static let ed25519Header: [UInt8] = [
    0x30, 0x2E, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
  ]
  private static let pemEnds = ("-----BEGIN PRIVATE KEY-----\n", "\n-----END PRIVATE KEY-----\n")

  private static func ed25519PEM(_ bytes: [UInt8]) -> String {
    pemEnds.0 + Data(ed25519Header + bytes).base64EncodedString() + pemEnds.1
  }

  private static func ed25519Content(of pem: String) -> [UInt8]? {
    guard pem.hasPrefix(pemEnds.0), pem.hasSuffix(pemEnds.1),
      let der = Data(base64Encoded: String(pem.dropFirst(pemEnds.0.count).dropLast(pemEnds.1.count))),
      der.starts(with: ed25519Header), der.count == ed25519Header.count + 32
    else { return nil }
    return Array(der.dropFirst(ed25519Header.count))
  }
}

extension IssuerKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { "private key of \(did)" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: [:]) }
}
