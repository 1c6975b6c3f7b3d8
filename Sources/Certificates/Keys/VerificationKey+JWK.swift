import Crypto
import CryptoExtras
import FoundationEssentials

extension VerificationKey {
  /// The key in a JSON Web Key, or nil where it is of another kind, damaged, or carries a private part.
  init?(jwk: JSONValue) {
    func bytes(_ name: String) -> [UInt8]? { jwk[name]?.text.flatMap { Base64URL.decode($0.utf8) } }
    guard jwk["d"] == nil else { return nil }
    switch (jwk["kty"]?.text, jwk["crv"]?.text) {
    case ("EC", "P-256"):
      guard let x = bytes("x"), let y = bytes("y"), x.count == 32, y.count == 32,
        let key = try? P256.Signing.PublicKey(rawRepresentation: x + y)
      else { return nil }
      self = .p256(key)
    case ("OKP", "Ed25519"):
      guard let x = bytes("x"), let key = try? Curve25519.Signing.PublicKey(rawRepresentation: x) else { return nil }
      self = .ed25519(key)
    case ("RSA", nil):
      guard let n = bytes("n"), let e = bytes("e"), let key = try? _RSA.Signing.PublicKey(n: n, e: e),
        (2048...4096).contains(key.keySizeInBits)
      else { return nil }
      self = .rsa(key)
    default: return nil
    }
  }
}
