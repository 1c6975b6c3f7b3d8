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
  private let scope: ValidationScope
  private var listing: WorkspaceListing?

  /// Reads and judges documents.
  package init(_ files: [WorkspaceFile], scope: ValidationScope, today: CalendarDay?, listing: WorkspaceListing?) {
    reading = LibraryReading(files, today: today)
    sources = Sources(reading.readings.map(\.source))
    memory = LibraryMemory(of: reading, scope: scope, listing: listing)
    self.scope = scope
    self.listing = listing
  }

  /// Takes in documents that changed, each in its place.
  ///
  /// O(n) for n bytes of them where their words alone changed, otherwise with the rules on all documents besides.
  package mutating func change(_ changes: [(index: Int, file: WorkspaceFile)]) {
    var reader = MarkupReader(grammar: vocabulary.grammar)
    var isTaken = true
    for (index, file) in changes {
      let changed = readDocument(file, as: SourceID(index: index), today: reading.today, with: &reader)
      reading.replace(changed, at: index)
      sources[SourceID(index: index)] = changed.source
      isTaken = memory.take(changed, at: index) && isTaken
    }
    if !isTaken { memory = LibraryMemory(of: reading, scope: scope, listing: listing) }
  }

  /// Judges all documents anew, with other files beside them.
  package mutating func relist(_ listing: WorkspaceListing?) {
    self.listing = listing
    memory = LibraryMemory(of: reading, scope: scope, listing: listing)
  }

  /// What is found now.
  package var verdict: Verdict { memory.verdict(in: sources) }

  /// What can be kept for another run.
  package var kept: LibraryMemory { memory }
}
