package import Bilingual
internal import CurriculumReading
package import Diagnostics
internal import Markup

/// What was found in a library, kept so that after a change only the documents that changed are read again.
///
/// What is found in a document alone comes from its bytes and the day. What documents ask of each other, they ask of
/// elements and attributes. So a document whose words alone changed is read again and nothing else is judged anew.
package struct LibraryMemory: Sendable {
  /// What is the same for all documents.
  package struct Facts: Sendable, Codable {
    /// What was found in documents alone.
    var own: [Diagnostic]
    /// What was found in documents together.
    var shared: [Diagnostic]
    /// The documents that are programmes.
    let programmes: [Int]
    let counts: [DocumentKind: Int]
    let severities: SeverityChoices
    /// The files of the organisation's own rules.
    package let houseRules: [HouseRulesReference]
  }

  /// What is the same for all documents.
  package private(set) var facts: Facts
  /// What others see of each document.
  package private(set) var visible: [DocumentDigest]

  /// A memory that was kept; nil where it is about another number of documents.
  package init?(_ facts: Facts, visible: [DocumentDigest]) {
    guard facts.spans.allSatisfy({ visible.indices.contains($0.source.index) && $0.utf8.lowerBound >= 0 }) else {
      return nil
    }
    self.facts = facts
    self.visible = visible
  }

  /// Judges a library that was read, and keeps what is found.
  package init(of library: LibraryReading, scope: ValidationScope, listing: WorkspaceListing?) {
    let judgement = library.judgement(scope: scope, listing: listing)
    let verdict = library.verdict(judgement)
    let readings = library.readings
    facts = Facts(
      own: readings.flatMap(\.findings), shared: judgement.findings,
      programmes: readings.indices.filter { readings[$0].isProgramme }, counts: verdict.counts,
      severities: verdict.severities, houseRules: verdict.houseRules)
    visible = concurrentMap(readings) { $0.visible }
  }

  /// Takes in a document that changed; false where it changed what others see, so that all must be judged anew.
  mutating func take(_ reading: DocumentReading, at index: Int) -> Bool {
    guard !facts.programmes.contains(index), !reading.isProgramme, visible[index] == reading.visible,
      !facts.shared.contains(where: { $0.spans.contains { $0.source.index == index } })
    else { return false }
    facts.own.removeAll { $0.span.source.index == index }
    facts.own += reading.findings
    return true
  }

  /// Reads documents that changed and takes them in; false where all must be judged anew.
  package mutating func take(_ changes: [(index: Int, file: WorkspaceFile)], today: CalendarDay?) -> Bool {
    guard !changes.isEmpty else { return true }
    var reader = MarkupReader(grammar: vocabulary.grammar)
    return changes.allSatisfy { change in
      take(
        readDocument(change.file, as: SourceID(index: change.index), today: today, with: &reader), at: change.index)
    }
  }

  /// The documents of whose characters something is said, by place.
  package var mentioned: Set<Int> { Set(facts.spans.map(\.source.index)) }

  /// What was found, given the documents; those of which nothing is said may come without their characters.
  package func verdict(in sources: Sources) -> Verdict {
    Verdict(
      findings: (facts.own + facts.shared).inReadingOrder(), sources: sources, counts: facts.counts,
      severities: facts.severities, houseRules: facts.houseRules)
  }
}

extension LibraryMemory.Facts {
  fileprivate var spans: [SourceSpan] {
    (own + shared).flatMap(\.spans) + houseRules.compactMap(\.phase?.span)
  }
}
