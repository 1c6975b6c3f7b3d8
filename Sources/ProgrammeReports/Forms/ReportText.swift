internal import Bilingual
internal import Stationery

/// A report for a terminal, within 80 columns.
package struct ReportText {
  /// The text, without a line feed at its end.
  package let text: String

  /// A report's text in a language.
  package init(_ report: ProgrammeReport, _ words: ReportWords) {
    let title = words.title(report).broken()
    var lines = title + [String(repeating: "─", count: title.map(\.count).max() ?? 0)]
    lines += words.summary(report).broken()
    for section in words.sections(report) {
      lines += ["", section.heading + words.said(en: ":", fr: "\u{A0}:")]
      lines += section.notes.flatMap { $0.broken(first: "  ", rest: "  ") }
      lines += TextTable.lines([section.columns] + section.rows, width: 78).map { $0.isEmpty ? "" : "  " + $0 }
    }
    lines += [""] + words.groupRule.broken()
    text = lines.joined(separator: "\n")
  }
}
