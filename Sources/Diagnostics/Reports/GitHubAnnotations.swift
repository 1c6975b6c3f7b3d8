package import Bilingual

/// Findings as GitHub Actions reads them from a job's output: one workflow command for each.
///
/// The form and its escapes are those of actions/toolkit's "Commands" document. Findings that a baseline knows are left
/// out. Files are named as they are shown, so run it from the repository's root.
package struct GitHubAnnotations: Sendable {
  /// The documents, for lines and columns.
  package let sources: Sources
  /// The language of the words.
  package let language: Language

  /// A report in one language.
  package init(sources: Sources, language: Language) {
    self.sources = sources
    self.language = language
  }

  /// One line for each finding that is not known, with a line feed after it.
  package func text(of findings: [ReportedFinding]) -> String {
    findings.filter { !$0.isKnown }.map { command($0.finding) + "\n" }.joined()
  }

  private func command(_ finding: Diagnostic) -> String {
    let (start, end) = sources.positions(of: finding.span)
    var properties: [(String, String)] = [
      ("file", sources[finding.span.source].path), ("line", "\(start.line)"), ("endLine", "\(end.line)"),
    ]
    // GitHub takes columns only where both are on one line.
    if start.line == end.line { properties += [("col", "\(start.column)"), ("endColumn", "\(end.column)")] }
    properties.append(("title", finding.id.rawValue))
    let list = properties.map { "\($0)=\(escaped($1, also: [":": "%3A", ",": "%2C"]))" }.joined(separator: ",")
    return "::\(finding.severity.rawValue) \(list)::\(escaped(finding.message(in: language)))"
  }

  private func escaped(_ text: String, also more: [Unicode.Scalar: String] = [:]) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      default: result += more[scalar] ?? String(scalar)
      }
    }
    return result
  }
}
