package import Bilingual
package import CurriculumModel
package import Diagnostics

/// What pages are made of: a library as it was found sound, and what is found in its documents now.
package struct PublishedLibrary: Sendable {
  /// What has a page of its own and a document behind it.
  package enum Subject: Hashable, Sendable {
    /// A module.
    case module(Identifier<Module>)
    /// A card.
    case card(Identifier<Card>)
    /// A curriculum.
    case curriculum(Identifier<Curriculum>)
  }

  /// The library; nil where no part of it is sound.
  package let library: Library?
  /// The document of each subject, as a path from the workspace.
  package let documents: [Subject: String]
  /// The documents that are not in the library because they hold an error, or rest on one that does; in order of path.
  package let leftOut: [LeftOutDocument]
  /// What is found, in reading order.
  package let findings: [FoundInDocument]
  /// The day on which the pages are made.
  package let day: CalendarDay

  /// What pages are made of, from its parts.
  package init(
    library: Library?, documents: [Subject: String], leftOut: [LeftOutDocument], findings: [FoundInDocument],
    day: CalendarDay
  ) {
    self.library = library
    self.documents = documents
    self.leftOut = leftOut
    self.findings = findings
    self.day = day
  }
}

/// A document that is not in the library: its page says why.
package struct LeftOutDocument: Sendable {
  /// The document, as a path from the workspace.
  package let path: String
  /// What it would be; nil where it does not say so.
  package let subject: PublishedLibrary.Subject?

  /// A document that is not in the library.
  package init(path: String, subject: PublishedLibrary.Subject?) {
    self.path = path
    self.subject = subject
  }
}

/// A finding with its place in words and the line that it is about.
package struct FoundInDocument: Sendable {
  /// The finding.
  package let finding: Diagnostic
  /// The document, as a path from the workspace.
  package let path: String
  /// Where it is.
  package let position: SourcePosition
  /// The line around it: what stands before, what is meant, what stands after.
  package let excerpt: (before: String, marked: String, after: String)

  /// Whether the library is not sound because of it.
  var isError: Bool { finding.severity == .error }

  /// How many characters of a line are shown on either side.
  private static let most = 160

  /// A finding in the documents that it was found in; `path` tells the path from the workspace.
  package init(_ finding: Diagnostic, in sources: Sources, path: (String) -> String) {
    let source = sources[finding.span.source]
    let (start, text) = source.line(around: finding.span.utf8.lowerBound)
    let line = Array(text.utf8)
    let from = min(max(finding.span.utf8.lowerBound - start, 0), line.count)
    let end = min(max(finding.span.utf8.upperBound - start, from), line.count)
    func shown(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
    self.finding = finding
    self.path = path(source.path)
    position = source.position(at: finding.span.utf8.lowerBound)
    let before = shown(line[..<from])
    let after = shown(line[end...])
    excerpt = (
      before.count > Self.most ? "…" + before.suffix(Self.most) : String(before.drop(while: \.isWhitespace)),
      String(shown(line[from..<end]).prefix(Self.most)),
      after.count > Self.most ? after.prefix(Self.most) + "…" : after
    )
  }
}
