package import Bilingual

/// A finding on its way into a report: with its name across changes, and whether a baseline knows it.
package struct ReportedFinding: Sendable {
  /// The finding.
  package let finding: Diagnostic
  /// Its name across changes elsewhere in the document.
  package let fingerprint: Fingerprint
  /// Whether it is put up with for now.
  package let isKnown: Bool

  /// A finding for a report.
  package init(_ finding: Diagnostic, _ fingerprint: Fingerprint, isKnown: Bool) {
    self.finding = finding
    self.fingerprint = fingerprint
    self.isKnown = isKnown
  }
}

/// What there is to say about every finding of one id.
package struct FindingDescription: Sendable {
  /// What it is, in a phrase.
  package let title: Wording
  /// The manual's page in Markdown; nil where there is none.
  package let page: Wording?

  /// A description from its parts.
  package init(title: Wording, page: Wording? = nil) {
    self.title = title
    self.page = page
  }
}

extension Diagnostic {
  /// Summary, explanation and remedies in one text of several lines, for reports that have room for one message.
  func message(in language: Language) -> String {
    let help = language == .en ? "help" : "aide"
    var lines = [summary[language]]
    if !explanation[language].isEmpty { lines.append(explanation[language]) }
    lines += solutions.map { help + language.colon + $0.summary[language] }
    return lines.joined(separator: "\n")
  }
}
