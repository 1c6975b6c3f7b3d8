/// Findings that are known and put up with for now, so that an old library can adopt a new rule.
package struct Baseline: Codable, Sendable {
  /// A finding that is known.
  package struct Entry: Codable, Hashable, Comparable, Sendable {
    /// The document, from the workspace.
    package let file: String
    /// What was found.
    package let id: String
    /// Its name across changes elsewhere.
    package let fingerprint: Fingerprint

    package static func < (a: Self, b: Self) -> Bool { (a.file, a.id, a.fingerprint) < (b.file, b.id, b.fingerprint) }
  }

  /// The form of the file; 1 is the only one so far.
  package let version: Int
  /// The entries, by document, id and fingerprint.
  package let findings: [Entry]

  /// The baseline that knows these findings.
  package init(
    of findings: [Diagnostic], named fingerprints: [Fingerprint], in sources: Sources, path: (String) -> String
  ) {
    version = 1
    self.findings = zip(findings, fingerprints).map { finding, fingerprint in
      Entry(
        file: path(sources[finding.span.source].path), id: finding.id.rawValue, fingerprint: fingerprint)
    }.sorted()
  }

  /// The names of the findings that are known.
  package var fingerprints: Set<Fingerprint> { Set(findings.map(\.fingerprint)) }
}
