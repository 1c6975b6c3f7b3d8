internal import CurriculumReading
package import Diagnostics
internal import Markup

/// What was found in a library, kept so that after a change only the documents that changed are judged again.
///
/// What is found in a document alone comes from its bytes and the day. What documents ask of each other, they ask of
/// elements and attributes. So a document whose words alone changed is read again and nothing else is judged anew; for
/// other changes there is `LibraryMemory.take(_:beside:)`.
package struct LibraryMemory: Sendable {
  /// What is the same for all documents.
  package struct Facts: Sendable, Codable {
    /// What was found in documents alone.
    var own: [Diagnostic]
    /// What documents ask of each other in vain.
    var beside: [Diagnostic]
    /// What is wrong with all documents together.
    var together: [Diagnostic]
    /// The documents that are programmes.
    let programmes: [Int]
    var counts: [DocumentKind: Int]
    let severities: SeverityChoices
    /// The files of the organisation's own rules.
    package let houseRules: [HouseRulesReference]
  }

  /// What is the same for all documents.
  package internal(set) var facts: Facts
  /// What others see of each document.
  package internal(set) var visible: [DocumentDigest]

  /// A memory that was kept; nil where it is about another number of documents.
  package init?(_ facts: Facts, visible: [DocumentDigest]) {
    guard facts.spans.allSatisfy({ visible.indices.contains($0.source.index) && $0.utf8.lowerBound >= 0 }) else {
      return nil
    }
    self.facts = facts
    self.visible = visible
  }

  /// Keeps what is found in a library, and what an audit found in all its documents besides.
  init(of library: LibraryReading, _ judgement: LibraryJudgement, audited: [Diagnostic] = []) {
    let verdict = library.verdict(judgement)
    let readings = library.readings
    facts = Facts(
      own: readings.flatMap(\.findings), beside: judgement.beside, together: judgement.together + audited,
      programmes: readings.indices.filter { readings[$0].isProgramme }, counts: verdict.counts,
      severities: verdict.severities, houseRules: verdict.houseRules)
    visible = concurrentMap(readings) { $0.visible }
  }

  /// The documents of whose characters something is said, by place.
  package var mentioned: Set<Int> { Set(facts.spans.map(\.source.index)) }

  /// What was found, given the documents; those of which nothing is said may come without their characters.
  package func verdict(in sources: Sources) -> Verdict {
    Verdict(
      findings: (facts.own + facts.beside + facts.together).inReadingOrder(), sources: sources, counts: facts.counts,
      severities: facts.severities, houseRules: facts.houseRules)
  }
}

extension LibraryMemory.Facts {
  fileprivate var spans: [SourceSpan] {
    (own + beside + together).flatMap(\.spans) + houseRules.compactMap(\.phase?.span)
  }
}
