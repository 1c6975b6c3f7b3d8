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
    /// `rsa-pub`, 0x1205: the key's DER of PKCS #1, of 2,048 to 4,096 bits.
    case rsa

    /// The code as an unsigned varint.
    var prefix: [UInt8] {
      switch self {
      case .p256: [0x80, 0x24]
      case .ed25519: [0xED, 0x01]
      case .rsa: [0x85, 0x24]
      }
    }

    /// The lengths in bytes that a key may have.
    var lengths: ClosedRange<Int> {
      switch self {
      case .p256: 33...33
      case .ed25519: 32...32
      case .rsa: 256...540
      }
    }
  }

  /// The longest identifier that is read, in characters; one of 4,096 bits in RSA has 729.
  private static let sizeLimit = 800

  /// The kind of the key.
  let kind: Kind
  /// The key's bytes, of a length that the kind allows.
  let bytes: [UInt8]

  /// A did:key of a key's bytes.
  ///
  /// - Precondition: the bytes have a length of the kind's.
  init(_ kind: Kind, _ bytes: [UInt8]) {
    precondition(kind.lengths.contains(bytes.count), "A key of this kind has \(kind.lengths) bytes")
    self.kind = kind
    self.bytes = bytes
  }

  /// The did:key that a text writes, or nil where it is none of a kind known here, or not its only spelling.
  package init?(_ text: String) {
    guard text.hasPrefix("did:key:z"), text.utf8.count <= Self.sizeLimit else { return nil }
    self.init(multibase: text.dropFirst("did:key:".count))
    guard self.text == text else { return nil }
  }

  /// The key that its multibase form (`z…`) writes, or nil where it is none of a kind known here.
  init?(multibase text: some StringProtocol) {
    guard text.hasPrefix("z"), text.utf8.count <= Self.sizeLimit, let decoded = Base58.decode(text.dropFirst()),
      let kind = Kind.allCases.first(where: { decoded.starts(with: $0.prefix) }),
      kind.lengths.contains(decoded.count - kind.prefix.count)
    else { return nil }
    self.init(kind, Array(decoded.dropFirst(kind.prefix.count)))
  }

  /// The identifier, such as `did:key:zDnae…`.
  package var text: String {
    "did:key:" + multibase
  }

  /// The identifier of the key within its own document: `did:key:zDnae…#zDnae…`.
  package var verificationMethod: String {
    text + "#" + multibase
  }

  /// The key as an issuer of its own.
  package var did: DID { DID(self) }

  package var description: String { text }

  /// The key as multibase: `z`, then its kind and bytes in base58.
  var multibase: String {
    "z" + Base58.encode(kind.prefix + bytes)
  }
}
