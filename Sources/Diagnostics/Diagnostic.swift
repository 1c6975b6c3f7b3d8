package import Bilingual

/// One finding about a document: an author's mistake, with its place, its reason and its remedy.
package struct Diagnostic: Hashable, Sendable, Codable {
  /// How much a finding weighs.
  package enum Severity: String, Sendable, Codable {
    /// The library is not sound.
    case error
    /// The library is sound and could be better.
    case warning
  }

  /// The stable name of what was found, such as `UnknownReference`: the rule, its page and its fixtures bear it too.
  package struct ID: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
    /// The characters.
    package let rawValue: String

    /// An id from its characters.
    package init(_ rawValue: String) {
      self.rawValue = rawValue
    }

    package var description: String { rawValue }

    package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  /// A further place that helps to understand the finding.
  package struct Note: Hashable, Sendable, Codable {
    /// The place; nil where the words are enough.
    package let span: SourceSpan?
    /// What is there, such as "first declared here".
    package let text: Wording

    /// A note from its parts.
    package init(_ text: Wording, at span: SourceSpan? = nil) {
      self.span = span
      self.text = text
    }
  }

  /// One way to mend it.
  package struct Solution: Hashable, Sendable, Codable {
    /// New characters in the place of old ones.
    package struct Replacement: Hashable, Sendable, Codable {
      /// The old characters.
      package let span: SourceSpan
      /// The new ones.
      package let text: String

      /// A replacement from its parts.
      package init(_ span: SourceSpan, with text: String) {
        self.span = span
        self.text = text
      }
    }

    /// Whether a machine may carry it out.
    package enum Certainty: Hashable, Sendable, Codable {
      /// It says what the author meant beyond doubt, and loses nothing that was written.
      case certain
      /// A person decides.
      case suggested
    }

    /// What to do, as a verb phrase.
    package let summary: Wording
    /// The edits that do it; empty where a person must find the words.
    package let replacements: [Replacement]
    /// Whether a machine may carry it out.
    package let certainty: Certainty

    /// A solution from its parts.
    package init(_ summary: Wording, _ replacements: [Replacement] = [], certainty: Certainty = .suggested) {
      self.summary = summary
      self.replacements = replacements
      self.certainty = certainty
    }
  }

  /// What was found.
  package let id: ID
  /// How much it weighs.
  package let severity: Severity
  /// Where: the attribute's value or the element's name, not the whole element.
  package let span: SourceSpan
  /// One phrase, the most specific fact first, without a full stop.
  package let summary: Wording
  /// The answer to the author's next question.
  package let explanation: Wording
  /// Further places.
  package let notes: [Note]
  /// Ways to mend it, the likeliest first.
  package let solutions: [Solution]

  /// A finding from its parts.
  package init(
    _ id: ID, _ severity: Severity = .error, at span: SourceSpan, summary: Wording, explanation: Wording,
    notes: [Note] = [], solutions: [Solution] = []
  ) {
    self.id = id
    self.severity = severity
    self.span = span
    self.summary = summary
    self.explanation = explanation
    self.notes = notes
    self.solutions = solutions
  }
}

extension [Diagnostic] {
  /// The findings by document, place and id: the same order on every run.
  package func inReadingOrder() -> [Diagnostic] {
    sorted { ($0.span, $0.id.rawValue, $0.summary.en) < ($1.span, $1.id.rawValue, $1.summary.en) }
  }

  /// Whether one of the findings is an error.
  package var hasError: Bool {
    contains { $0.severity == .error }
  }
}

extension Diagnostic {
  /// Every place that the finding speaks of: its own, those of its notes, those that its solutions change.
  package var spans: [SourceSpan] {
    [span] + notes.compactMap(\.span) + solutions.flatMap(\.replacements).map(\.span)
  }
}

extension Diagnostic.ID: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) {
    self.init(value)
  }
}
