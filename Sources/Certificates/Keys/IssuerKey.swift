import Crypto
import FoundationEssentials

/// The private key an issuer signs credentials with: P-256, for ES256.
///
/// It is never printed: description, debug description and mirror say only whose key it is.
package struct IssuerKey: Sendable {
  private let key: P256.Signing.PrivateKey

  /// A new key from a generator, which must be fit for cryptography: `SystemRandomNumberGenerator`, which asks
  /// the kernel (`getrandom`), is, and so is nothing seeded outside a test.
  ///
  /// Candidates of 32 bytes are drawn until one lies between 1 and the order of the curve less 1 (FIPS 186-5,
  /// A.2.2); all but one in 2³² do.
  package init(using generator: inout some RandomNumberGenerator) {
    while true {
      let candidate = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
      guard let key = try? P256.Signing.PrivateKey(rawRepresentation: candidate) else { continue }
      self.key = key
      return
    }
  }

  /// The key in a PEM document (PKCS #8, RFC 5958), or nil where it is damaged or of another kind.
  init?(pem: String) {
    guard let key = try? P256.Signing.PrivateKey(pemRepresentation: pem) else { return nil }
    self.key = key
  }

  /// The key from its 32 bytes, or nil where they are no key.
  init?(rawRepresentation: [UInt8]) {
    guard let key = try? P256.Signing.PrivateKey(rawRepresentation: rawRepresentation) else { return nil }
    self.key = key
  }

  /// The issuer's identifier: the did:key of the public key.
  package var did: DIDKey { publicKey.did }

  /// The public half.
  var publicKey: VerificationKey {
    VerificationKey(key.publicKey)
  }

  /// The private key as PEM, for the key file and for nothing else.
  var pem: String {
    key.pemRepresentation + "\n"
  }

  /// A signature of 64 bytes over the message; two calls give two signatures, both valid.
  func signature(of message: [UInt8]) throws -> [UInt8] {
    Array(try key.signature(for: message).rawRepresentation)
  }
}

extension IssuerKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { "private key of \(did)" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: [:]) }
}
