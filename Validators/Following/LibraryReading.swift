package import Bilingual
internal import CurriculumModel
internal import CurriculumReading
package import Diagnostics
package import Markup

/// The documents of a library, each read once; one that changes is read again alone.
package struct LibraryReading: Sendable {
  /// The day against which dates are held; nil where nobody says.
  package let today: CalendarDay?
  private(set) var readings: [DocumentReading]

  /// Reads documents on all cores.
  package init(_ files: [WorkspaceFile], today: CalendarDay?) {
    self.today = today
    let numbered = files.enumerated().map { (file: $0.element, id: SourceID(index: $0.offset)) }
    readings = concurrentMap(numbered, with: { MarkupReader(grammar: vocabulary.grammar) }) { numbered, reader in
      readDocument(numbered.file, as: numbered.id, today: today, with: &reader)
    }
  }

  /// The documents' characters.
  package var sources: Sources { Sources(readings.map(\.source)) }

  /// The root of the document at this place; nil where the grammar does not accept it.
  package func acceptedRoot(at index: Int) -> Element? {
    guard case .accepted(let document) = readings[index].outcome else { return nil }
    return document.root
  }

  /// Puts another reading in the place of a document's.
  mutating func replace(_ reading: DocumentReading, at index: Int) {
    readings[index] = reading
  }

  /// Holds the documents against each other; `unraised` says which modules changed since they were recorded.
  func judgement(
    scope: ValidationScope, listing: WorkspaceListing?,
    unraised: (CurriculumDraft) -> Set<Identifier<Module>> = { _ in [] }
  ) -> LibraryJudgement {
    let draft = draft
    let documents = readings.compactMap { reading -> DocumentContext? in
      guard case .accepted(let document) = reading.outcome else { return nil }
      return document
    }
    let index = LibraryIndex(readings.map(\.entry))
    let library = LibraryContext(
      draft.frame, index, isWorkspace: scope == .workspace, listing: listing, unraised: unraised(draft),
      root: { readings[$0].root })
    // What all documents come to together is computed on one core while the others hold each against the rest.
    let halves: [@Sendable () -> [Diagnostic]] = [
      { library.knowingItsReach().judgeAll() },
      { concurrentMap(documents) { library.judge($0) }.flatMap(\.self) },
    ]
    let found = concurrentMap(halves) { $0() }
    return LibraryJudgement(draft: draft, index: index, beside: found[1], together: found[0])
  }

  /// What is found in the documents and can be kept, and the index to keep beside it; `audit` finds more in all
  /// documents together, from their elements and attributes.
  package func memory(
    scope: ValidationScope, listing: WorkspaceListing?, audit: (Validation) -> [Diagnostic] = { _ in [] }
  ) -> (LibraryMemory, LibraryIndex) {
    let judgement = judgement(scope: scope, listing: listing)
    let audited = audit(validation(of: judgement, scope: scope))
    return (LibraryMemory(of: self, judgement, audited: audited), judgement.index)
  }

  /// What validating the documents yields.
  func validation(
    scope: ValidationScope, listing: WorkspaceListing?, unraised: (CurriculumDraft) -> Set<Identifier<Module>>
  ) -> Validation {
    validation(of: judgement(scope: scope, listing: listing, unraised: unraised), scope: scope)
  }

  /// What a verdict on the documents comes to.
  func validation(of verdict: Verdict, isSound: Bool) -> Validation {
    validation(of: verdict, draft, isSound: isSound)
  }

  /// What a judgement comes to.
  func validation(of judgement: LibraryJudgement, scope: ValidationScope) -> Validation {
    let verdict = verdict(judgement)
    return validation(of: verdict, judgement.draft, isSound: scope == .workspace && !verdict.findings.hasError)
  }

  private func validation(of verdict: Verdict, _ draft: CurriculumDraft, isSound: Bool) -> Validation {
    Validation(
      sound: isSound ? draft : nil, verdict: verdict,
      modulePaths: Dictionary(
        draft.modules.map { ($0.id.value, verdict.sources[$0.id.span.source].path) },
        uniquingKeysWith: { first, _ in first }), readings: readings)
  }

  /// The documents as written.
  private var draft: CurriculumDraft {
    var draft = CurriculumDraft()
    for reading in readings {
      switch reading.outcome {
      case .accepted(let document): draft.add(document.root)
      case .unread(let document): draft.unread.append(document)
      }
    }
    return draft
  }

  /// Everything found in the documents, alone and together.
  func verdict(_ judgement: LibraryJudgement) -> Verdict {
    let draft = judgement.draft
    return Verdict(
      findings: (readings.flatMap(\.findings) + judgement.findings).inReadingOrder(),
      sources: Sources(readings.map(\.source)),
      counts: [
        .programme: draft.programmes.count, .framework: draft.frameworks.count, .module: draft.modules.count,
        .card: draft.cards.count, .curriculum: draft.curricula.count,
      ],
      severities: draft.programmes.first?.severities ?? SeverityChoices(),
      houseRules: draft.programmes.first?.houseRules.map(HouseRulesReference.init) ?? [])
  }
}

/// What the documents of a library say together.
struct LibraryJudgement: Sendable {
  /// The library as written.
  let draft: CurriculumDraft
  /// What the rules ask of its many documents.
  let index: LibraryIndex
  /// What documents ask of each other in vain.
  let beside: [Diagnostic]
  /// What is wrong with all together.
  let together: [Diagnostic]

  /// Everything found in documents together.
  var findings: [Diagnostic] { beside + together }
}

extension CurriculumDraft {
  /// The few documents that say how all others are to be read, and what is known of unread ones.
  var frame: CurriculumDraft {
    var frame = self
    frame.modules = []
    frame.cards = []
    return frame
  }
}

extension LibraryContext {
  /// What a document asks of the others in vain.
  func judge(_ document: DocumentContext) -> [Diagnostic] {
    referenceRules.flatMap { $0.findings(in: document, of: self) }
  }

  /// What is wrong with all documents together.
  func judgeAll() -> [Diagnostic] {
    concurrentMap(libraryRules) { $0.findings(in: self) }.flatMap(\.self)
  }
}
