/// A public key written as a decentralized identifier: `did:key:` and the multibase form of the key.
///
/// Source: the did:key method of the W3C Credentials Community Group, sections 2.1 and 3.1. Only base58btc (`z`)
/// is read, as the method says. Any kind of key is carried; which of them can verify is `VerificationKey`'s
/// business, so that a trust list may name keys of a kind that comes later.
package struct DIDKey: Hashable, Sendable, CustomStringConvertible {
  /// The kind of a key, by its multicodec code (the table of multiformats/multicodec).
  enum Kind: Hashable, Sendable, CaseIterable {
    /// `p256-pub`, 0x1200: a compressed point of 33 bytes.
    case p256
    /// `ed25519-pub`, 0xed: 32 bytes.
    case ed25519

    /// The code as an unsigned varint.
    var prefix: [UInt8] {
      switch self {
      case .p256: [0x80, 0x24]
      case .ed25519: [0xED, 0x01]
      }
    }

    /// The key's length in bytes.
    var length: Int {
      switch self {
      case .p256: 33
      case .ed25519: 32
      }
    }
  }

  /// The kind of the key.
  let kind: Kind
  /// The key's bytes, of the kind's length.
  let bytes: [UInt8]

  /// A did:key of a key's bytes.
  ///
  /// - Precondition: the bytes have the kind's length.
  init(_ kind: Kind, _ bytes: [UInt8]) {
    precondition(bytes.count == kind.length, "A key of this kind has \(kind.length) bytes")
    self.kind = kind
    self.bytes = bytes
  }

  /// The did:key that a text writes, or nil where it is none of a kind known here, or not its only spelling.
  package init?(_ text: String) {
    guard text.hasPrefix("did:key:z"), text.utf8.count <= 64 else { return nil }
    guard let decoded = Base58.decode(text.dropFirst("did:key:z".count)),
      let kind = Kind.allCases.first(where: { decoded.starts(with: $0.prefix) }),
      decoded.count == kind.prefix.count + kind.length
    else { return nil }
    self.init(kind, Array(decoded.dropFirst(kind.prefix.count)))
    guard self.text == text else { return nil }
  }

  /// The identifier, such as `did:key:zDnae…`.
  package var text: String {
    "did:key:" + multibase
  }

  /// The identifier of the key within its own document: `did:key:zDnae…#zDnae…`.
  package var verificationMethod: String {
    text + "#" + multibase
  }

  package var description: String { text }

  private var multibase: String {
    "z" + Base58.encode(kind.prefix + bytes)
  }
}
