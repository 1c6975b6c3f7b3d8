package import Bilingual

/// Something in a file that cannot be taken: where, what and what may be done about it.
///
/// Faults are collected, so that a file is mended in one go; where there is one, nothing of the file is taken.
package struct ImportFault: Error, Hashable, Sendable {
  /// The line, from 1.
  package let line: Int
  /// What is wrong.
  package let summary: Wording
  /// What may be done about it; nil where the summary says it.
  package let remedy: Wording?

  /// A fault from its parts.
  package init(line: Int, _ summary: Wording, remedy: Wording? = nil) {
    self.line = line
    self.summary = summary
    self.remedy = remedy
  }
}

/// What is wrong with a record, before it is known where the record stands.
package struct RecordFault: Error, Hashable, Sendable {
  /// What is wrong.
  package let summary: Wording
  /// What may be done about it; nil where the summary says it.
  package let remedy: Wording?

  /// A fault from its parts.
  package init(_ summary: Wording, remedy: Wording? = nil) {
    self.summary = summary
    self.remedy = remedy
  }

  /// The fault at a line.
  package func at(line: Int) -> ImportFault {
    ImportFault(line: line, summary, remedy: remedy)
  }
}
