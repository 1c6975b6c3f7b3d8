package import Bilingual

/// A finding as other programs read it: the members of `check --format json`, in one language.
package struct DiagnosticRecord: Encodable, Sendable {
  /// A further place.
  package struct Note: Encodable, Sendable {
    /// The document; nil where the note has no place.
    package let file: String?
    /// The line, from 1.
    package let line: Int?
    /// The column, from 1.
    package let column: Int?
    /// The words.
    package let text: String
  }

  /// A way to mend it.
  package struct Solution: Encodable, Sendable {
    /// An edit.
    package struct Replacement: Encodable, Sendable {
      /// The document.
      package let file: String
      /// The first line.
      package let line: Int
      /// The first column.
      package let column: Int
      /// The line after the last character.
      package let endLine: Int
      /// The column after the last character.
      package let endColumn: Int
      /// The new characters.
      package let text: String
    }

    /// What to do.
    package let summary: String
    /// The edits that do it.
    package let replacements: [Replacement]
  }

  /// What was found.
  package let id: String
  /// The finding's name across changes elsewhere in the document.
  package let fingerprint: String
  /// Whether a baseline knows it.
  package let known: Bool
  /// `error` or `warning`.
  package let severity: String
  /// The document.
  package let file: String
  /// The first line.
  package let line: Int
  /// The first column.
  package let column: Int
  /// The line after the last character.
  package let endLine: Int
  /// The column after the last character.
  package let endColumn: Int
  /// What was found, in a phrase.
  package let summary: String
  /// Why it matters.
  package let explanation: String
  /// Further places.
  package let notes: [Note]
  /// Ways to mend it, the likeliest first.
  package let solutions: [Solution]

  /// The record of a finding.
  package init(_ reported: ReportedFinding, sources: Sources, language: Language) {
    let finding = reported.finding
    fingerprint = reported.fingerprint.digits
    known = reported.isKnown
    let (start, end) = sources.positions(of: finding.span)
    id = finding.id.rawValue
    severity = finding.severity.rawValue
    file = sources[finding.span.source].path
    (line, column, endLine, endColumn) = (start.line, start.column, end.line, end.column)
    summary = finding.summary[language]
    explanation = finding.explanation[language]
    notes = finding.notes.map { note in
      let position = note.span.map { sources.positions(of: $0).start }
      return Note(
        file: note.span.map { sources[$0.source].path }, line: position?.line, column: position?.column,
        text: note.text[language])
    }
    solutions = finding.solutions.map { solution in
      Solution(
        summary: solution.summary[language],
        replacements: solution.replacements.map { replacement in
          let (start, end) = sources.positions(of: replacement.span)
          return Solution.Replacement(
            file: sources[replacement.span.source].path, line: start.line, column: start.column,
            endLine: end.line, endColumn: end.column, text: replacement.text)
        })
    }
  }
}
