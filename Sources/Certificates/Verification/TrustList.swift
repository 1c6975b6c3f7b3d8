package import Bilingual

/// The issuers that a verifier trusts.
package struct TrustList: Hashable, Sendable {
  /// The trusted issuers' decentralized identifiers.
  package let issuers: Set<String>

  /// A list of identifiers, or nobody.
  package init(_ issuers: [DIDKey] = []) {
    self.issuers = Set(issuers.map(\.text))
  }

  /// A list of issuers.
  package init(_ issuers: [DID]) {
    self.issuers = Set(issuers.map(\.text))
  }

  /// A list that unites others.
  package init(uniting lists: [TrustList]) {
    issuers = lists.reduce(into: []) { $0.formUnion($1.issuers) }
  }

  /// The list that a trust file, or one identifier alone, writes: the identifiers of an issuer on each line, one
  /// for each kind of key that it signs with; empty lines and what follows a `#` after white space or at the start
  /// of a line are skipped.
  ///
  /// An identifier may itself hold `#` (it then names one key); such a line is wrong here, since trust is in
  /// issuers. Errors name every wrong line.
  package init(parsing text: String) throws(TrustListError) {
    var issuers: Set<String> = []
    var wrongLines: [TrustListError.Line] = []
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let words = line.split(whereSeparator: \.isWhitespace).prefix { !$0.hasPrefix("#") }
      if words.allSatisfy({ DID(String($0)) != nil }) {
        issuers.formUnion(words.map(String.init))
      } else {
        wrongLines.append(TrustListError.Line(number: index + 1, text: words.joined(separator: " ")))
      }
    }
    guard wrongLines.isEmpty else { throw TrustListError(lines: wrongLines) }
    self.issuers = issuers
  }

  /// Whether the issuer is trusted.
  package func contains(_ issuer: DID) -> Bool {
    issuers.contains(issuer.text)
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
