/// A decentralized identifier of an issuer: a key that is its own name, or a name whose document lists keys.
///
/// Source: W3C Recommendation "Decentralized Identifiers 1.0", section 3.1.
package struct DID: Hashable, Sendable, CustomStringConvertible {
  /// The longest identifier that is read, in characters.
  private static let sizeLimit = 800

  /// The identifier.
  package let text: String

  /// The identifier of a key.
  package init(_ key: DIDKey) {
    text = key.text
  }

  /// The identifier that a text writes, or nil where it is none; a did:key must be a key that can verify besides,
  /// so that a slip is found.
  package init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
    guard text.utf8.count <= Self.sizeLimit, parts.count == 3, parts[0] == "did", !parts[1].isEmpty,
      !parts[2].isEmpty, parts[1].utf8.allSatisfy(Self.isLowercaseLetterOrDigit),
      parts[2].wholeMatch(of: /(?:[A-Za-z0-9._:-]|%[0-9A-Fa-f]{2})*(?:[A-Za-z0-9._-]|%[0-9A-Fa-f]{2})/) != nil
    else { return nil }
    guard parts[1] != "key" || DIDKey(text).flatMap(VerificationKey.init) != nil else { return nil }
    self.text = text
  }

  /// The key, where the identifier is one.
  package var key: DIDKey? { DIDKey(text) }

  /// The address at which the document of a did:web is published, or nil for other methods.
  ///
  /// Source: W3C Credentials Community Group, "did:web Method Specification", section 2.5.2.
  package var documentURL: String? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).dropFirst(2)
    guard text.hasPrefix("did:web:"), let host = parts.first, !host.isEmpty, parts.allSatisfy({ !$0.isEmpty }) else {
      return nil
    }
    let path = parts.count == 1 ? "/.well-known" : parts.dropFirst().map { "/" + $0 }.joined()
    return "https://" + host.replacing("%3A", with: ":") + path + "/did.json"
  }

  package var description: String { text }

  private static func isLowercaseLetterOrDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
