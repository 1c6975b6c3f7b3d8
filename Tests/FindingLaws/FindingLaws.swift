package import Bilingual
import Diagnostics
package import Markup
package import Validators

/// What holds of the findings in any bytes whatever, said as the sentences that a validation breaks.
package enum FindingLaws {
  /// The day on which documents are read.
  package static let today = CalendarDay(iso: "2026-11-23")

  /// What is wrong with what is found in one document: nothing is found where libxml2 refuses it, or what the findings
  /// themselves break.
  package static func breaches(in file: WorkspaceFile, grammar: Grammar) -> [String] {
    let validation = validate(
      [file], scope: .documents, today: today, listing: WorkspaceListing(folder: "", files: [file.path]))
    let isPassedOver = !validation.findings.hasError && isRefused(file.bytes, by: grammar)
    return breaches(of: validation) + (isPassedOver ? ["nothing is found in what libxml2 refuses"] : [])
  }

  /// What is wrong with findings: a place outside its document, or words missing in a language.
  package static func breaches(of validation: Validation) -> [String] {
    validation.findings.flatMap { breaches(of: $0, in: validation.sources) }
  }

  private static func breaches(of finding: Diagnostic, in sources: Sources) -> [String] {
    let replaced = finding.solutions.flatMap(\.replacements).map(\.span)
    var found: [String] = []
    for span in [finding.span] + finding.notes.compactMap(\.span) + replaced {
      let count = sources[span.source].utf8.count
      if span.utf8.lowerBound < 0 || span.utf8.upperBound > count {
        found.append("\(finding.id) stands at \(span.utf8) of \(count)")
      }
    }
    for language in Language.allCases {
      let report = TextReport(sources: sources, language: language, style: .plain)
      if report.text(of: finding).isEmpty { found.append("\(finding.id) has no words in \(language)") }
      let names = fingerprints(of: [finding], in: sources)
      let records = names.map {
        DiagnosticRecord(ReportedFinding(finding, $0, isKnown: false), sources: sources, language: language)
      }
      if records.map({ $0.line >= 1 }) != [true] { found.append("\(finding.id) has no line") }
    }
    return found
  }

  private static func isRefused(_ bytes: [UInt8], by grammar: Grammar) -> Bool {
    guard let decoded = try? decode(bytes) else { return true }
    let reading = read(decoded.utf8, as: SourceID(index: 0), grammar: grammar)
    if case .refused = reading.verdict { return true }
    return reading.tree == nil
  }
}
