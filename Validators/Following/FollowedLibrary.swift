package import Bilingual
package import Diagnostics
internal import Markup

/// A library in memory that follows its documents as they change: each change is judged with as little as it needs.
package struct FollowedLibrary: Sendable {
  /// The documents.
  package private(set) var reading: LibraryReading
  /// The documents' characters.
  package private(set) var sources: Sources
  private var memory: LibraryMemory
  private var index: LibraryIndex
  private let scope: ValidationScope
  private var listing: WorkspaceListing?

  /// Reads and judges documents.
  package init(_ files: [WorkspaceFile], scope: ValidationScope, today: CalendarDay?, listing: WorkspaceListing?) {
    reading = LibraryReading(files, today: today)
    sources = Sources(reading.readings.map(\.source))
    let judgement = reading.judgement(scope: scope, listing: listing)
    memory = LibraryMemory(of: reading, judgement)
    index = judgement.index
    self.scope = scope
    self.listing = listing
  }

  /// Takes in documents that changed, each in its place.
  ///
  /// Costs what `LibraryMemory.take(_:beside:)` says, and where all must be judged anew, the rules on all documents.
  package mutating func change(_ changes: [(index: Int, file: WorkspaceFile)]) {
    var reader = MarkupReader(grammar: vocabulary.grammar)
    var readings: [(index: Int, reading: DocumentReading)] = []
    for (index, file) in changes {
      let changed = readDocument(file, as: SourceID(index: index), today: reading.today, with: &reader)
      reading.replace(changed, at: index)
      sources[SourceID(index: index)] = changed.source
      readings.append((index, changed))
    }
    switch memory.take(readings, beside: Surroundings(reading.readings, index, scope, listing)) {
    case .ofWords: break
    case .ofFacts(let now): index = now
    case nil: judge()
    }
  }

  /// Judges all documents anew, where the files beside them are others.
  package mutating func relist(_ listing: WorkspaceListing?) {
    guard listing != self.listing else { return }
    self.listing = listing
    judge()
  }

  private mutating func judge() {
    let judgement = reading.judgement(scope: scope, listing: listing)
    memory = LibraryMemory(of: reading, judgement)
    index = judgement.index
  }

  /// What is found now.
  package var verdict: Verdict { memory.verdict(in: sources) }

  /// The documents as they are now with what is found in them, from which a library is made where nothing is wrong.
  package var validation: Validation {
    let sound = scope == .workspace && !verdict.findings.hasError
    return reading.validation(of: verdict, isSound: sound)
  }
}
