import Crypto
import CryptoExtras
import FoundationEssentials

/// Private keys under a passphrase: scrypt makes a key of it, AES-GCM seals the PEM documents with that.
///
/// Source: RFC 7914 (scrypt), with the parameters that OWASP's "Password Storage Cheat Sheet" names first: 128 MiB
/// for each guess. The parameters and the salt stand in front and are authenticated with the rest.
enum SealedKeys {
  /// The lines around a sealed document.
  private static let ends = ("-----BEGIN PASSERELLE SEALED KEYS-----\n", "\n-----END PASSERELLE SEALED KEYS-----\n")
  private static let version: UInt8 = 1
  private static let saltLength = 16
  /// The most memory that a file may ask for, as a power of two of blocks, so that a forged one cannot exhaust it.
  private static let costLimit: UInt8 = 18
  private static let blockSize = 8

  /// Whether a file's text is a sealed document.
  static func isSealed(_ text: String) -> Bool { text.hasPrefix(ends.0) }

  /// Seals a text.
  ///
  /// - Parameters:
  ///   - text: what nobody shall read without the passphrase.
  ///   - passphrase: the passphrase in UTF-8.
  ///   - cost: the power of two of scrypt's rounds; less than 17 in tests only.
  ///   - generator: fit for cryptography.
  static func seal(
    _ text: String, under passphrase: [UInt8], cost: UInt8, using generator: inout some RandomNumberGenerator
  ) throws -> String {
    let salt = (0..<saltLength).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    let header = [version, cost] + salt
    let key = try derive(passphrase, header)
    let box = try AES.GCM.seal(Array(text.utf8), using: key, authenticating: header)
    let content = header + Array(box.combined ?? Data())
    return ends.0 + Data(content).base64EncodedString(options: .lineLength64Characters) + ends.1
  }

  /// The text that was sealed, or nil where the passphrase is another or the document damaged.
  static func open(_ document: String, with passphrase: [UInt8]) -> String? {
    guard document.hasPrefix(ends.0), document.hasSuffix(ends.1) else { return nil }
    let body = document.dropFirst(ends.0.count).dropLast(ends.1.count)
    guard let content = Data(base64Encoded: String(body), options: .ignoreUnknownCharacters).map(Array.init),
      content.count > saltLength + 2, content[0] == version, content[1] <= costLimit
    else { return nil }
    let header = Array(content.prefix(saltLength + 2))
    guard let key = try? derive(passphrase, header),
      let box = try? AES.GCM.SealedBox(combined: content.dropFirst(saltLength + 2)),
      let opened = try? AES.GCM.open(box, using: key, authenticating: header)
    else { return nil }
    return String(validating: opened, as: UTF8.self)
  }

  private static func derive(_ passphrase: [UInt8], _ header: [UInt8]) throws -> SymmetricKey {
    try KDF.Scrypt.deriveKey(
      from: passphrase, salt: Array(header.dropFirst(2)), outputByteCount: 32, rounds: 1 << Int(header[1]),
      blockSize: blockSize, parallelism: 1)
  }
}
