package import Bilingual

/// The issuers that a verifier trusts.
package struct TrustList: Hashable, Sendable {
  /// The trusted issuers' decentralized identifiers.
  package let issuers: Set<String>

  /// A list of identifiers, or nobody.
  package init(_ issuers: [DIDKey] = []) {
    self.issuers = Set(issuers.map(\.text))
  }

  /// A list that unites others.
  package init(uniting lists: [TrustList]) {
    issuers = lists.reduce(into: []) { $0.formUnion($1.issuers) }
  }

  /// The list that a trust file, or one identifier alone, writes: an identifier on each line; empty lines and
  /// what follows a `#` after white space or at the start of a line are skipped.
  ///
  /// An identifier may itself hold `#` (it then names one key); such a line is wrong here, since trust is in
  /// issuers. Errors name every wrong line.
  package init(parsing text: String) throws(TrustListError) {
    var issuers: Set<String> = []
    var wrongLines: [TrustListError.Line] = []
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let words = line.split(whereSeparator: \.isWhitespace).prefix { !$0.hasPrefix("#") }
      guard let first = words.first else { continue }
      if words.count == 1, Self.isIdentifier(String(first)) {
        issuers.insert(String(first))
      } else {
        wrongLines.append(TrustListError.Line(number: index + 1, text: words.joined(separator: " ")))
      }
    }
    guard wrongLines.isEmpty else { throw TrustListError(lines: wrongLines) }
    self.issuers = issuers
  }

  /// Whether the issuer is trusted.
  package func contains(_ issuer: DIDKey) -> Bool {
    issuers.contains(issuer.text)
  }

  /// Decentralized Identifiers 1.0, section 3.1; a did:key must be a key besides, so that a slip is found.
  private static func isIdentifier(_ text: String) -> Bool {
    let parts = text.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "did", !parts[1].isEmpty, !parts[2].isEmpty,
      parts[1].utf8.allSatisfy({ isLowercaseLetterOrDigit($0) }),
      parts[2].utf8.allSatisfy({ isLowercaseLetterOrDigit($0 | 0x20) || "._-:%".utf8.contains($0) })
    else { return false }
    guard parts[1] == "key" else { return true }
    guard let key = DIDKey(text) else { return false }
    return key.kind != .p256 || VerificationKey(key) != nil
  }

  private static func isLowercaseLetterOrDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}

/// The lines of a trust file that name no issuer.
package struct TrustListError: Error, Hashable, Sendable {
  /// One line that is wrong.
  package struct Line: Hashable, Sendable {
    /// Its number, from 1.
    package let number: Int
    /// What it says, without its comment.
    package let text: String
  }

  /// The lines, in order; never empty.
  package let lines: [Line]

  /// A sentence for each line.
  package var messages: [Wording] {
    lines.map { line in
      Wording { language in
        let quoted = language.quote(line.text)
        return Wording(
          en: "Line \(line.number): \(quoted) is no issuer’s identifier (did:key:z…)",
          fr: "Ligne \(line.number)\u{A0}: \(quoted) n’est pas l’identifiant d’un émetteur (did:key:z…)")[language]
      }
    }
  }
}
