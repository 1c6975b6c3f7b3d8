package import Bilingual

/// Findings as test runners' readers expect them: a suite for each document, and a case for each finding in it.
///
/// A document without errors has one case that passed; its warnings are what that case printed, because the form knows
/// no warnings. Findings that a baseline knows are cases that were skipped.
package struct JUnitReport: Sendable {
  /// The documents, for lines and columns.
  package let sources: Sources
  /// The language of the words.
  package let language: Language

  /// A report in one language.
  package init(sources: Sources, language: Language) {
    self.sources = sources
    self.language = language
  }

  /// The report on these documents, in their order.
  package func text(of findings: [ReportedFinding], in documents: [SourceID]) -> String {
    let byDocument = Dictionary(grouping: findings, by: \.finding.span.source)
    let suites = documents.map { suite($0, byDocument[$0] ?? []) }
    let (tests, failures, skipped) = suites.reduce((0, 0, 0)) {
      ($0.0 + $1.tests, $0.1 + $1.failures, $0.2 + $1.skipped)
    }
    let counts = #"tests="\#(tests)" failures="\#(failures)" errors="0" skipped="\#(skipped)""#
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="passerelle check" \(counts)>
      \(suites.map(\.text).joined())</testsuites>

      """
  }

  private typealias Suite = (text: String, tests: Int, failures: Int, skipped: Int)

  private func suite(_ document: SourceID, _ findings: [ReportedFinding]) -> Suite {
    let path = escaped(sources[document].path)
    let text = TextReport(sources: sources, language: language, style: .plain)
    let known = findings.filter(\.isKnown)
    let errors = findings.filter { !$0.isKnown && $0.finding.severity == .error }.map(\.finding)
    let warnings = findings.filter { !$0.isKnown && $0.finding.severity == .warning }.map(\.finding)
    var cases = errors.map { finding in
      """
          <testcase classname="\(path)" name="\(name(of: finding))">
            <failure type="\(finding.id)" message="\(escaped(finding.summary[language]))">\(escaped(text.text(of: finding)))</failure>
          </testcase>

      """
    }
    cases += known.map {
      #"    <testcase classname="\#(path)" name="\#(name(of: $0.finding))"><skipped/></testcase>\#n"#
    }
    if errors.isEmpty {
      let said = warnings.map { escaped(text.text(of: $0)) }.joined(separator: "\n")
      let output = said.isEmpty ? "/>" : ">\n      <system-out>\(said)</system-out>\n    </testcase>"
      cases.append(#"    <testcase classname="\#(path)" name="\#(language == .en ? "sound" : "valide")"\#(output)\#n"#)
    } else if !warnings.isEmpty {
      cases.append(
        "    <system-out>\(warnings.map { escaped(text.text(of: $0)) }.joined(separator: "\n"))</system-out>\n")
    }
    let tests = max(errors.count, 1) + known.count
    let counts = #"tests="\#(tests)" failures="\#(errors.count)" errors="0" skipped="\#(known.count)""#
    return (
      "  <testsuite name=\"\(path)\" \(counts)>\n\(cases.joined())  </testsuite>\n", tests, errors.count, known.count
    )
  }

  private func name(of finding: Diagnostic) -> String {
    escaped("\(finding.id)\(language.colon)\(finding.summary[language])")
  }

  /// The text as XML writes it; characters that XML does not have become U+FFFD.
  private func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\r": result += "&#13;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
