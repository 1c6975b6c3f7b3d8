package import Bilingual
internal import CurriculumModel
internal import CurriculumReading
internal import Diagnostics
internal import Markup

/// Where a memory finds what it does not hold.
package struct Surroundings: Sendable {
  let index: @Sendable () -> LibraryIndex?
  let listing: WorkspaceListing?
  let scope: ValidationScope
  let reading: @Sendable (Int) -> DocumentReading

  /// Surroundings whose documents lie in memory.
  init(_ readings: [DocumentReading], _ index: LibraryIndex, _ scope: ValidationScope, _ listing: WorkspaceListing?) {
    self.index = { index }
    self.listing = listing
    self.scope = scope
    reading = { readings[$0] }
  }

  /// The surroundings of a workspace, of whose documents few are read; its index is asked for at most once.
  package init(
    workspace files: @escaping @Sendable (Int) -> WorkspaceFile, index: @escaping @Sendable () -> LibraryIndex?,
    listing: WorkspaceListing?, today: CalendarDay?
  ) {
    self.index = index
    self.listing = listing
    scope = .workspace
    reading = { place in
      var reader = MarkupReader(grammar: vocabulary.grammar)
      return readDocument(files(place), as: SourceID(index: place), today: today, with: &reader)
    }
  }
}

/// What changed documents are to a library.
package enum LibraryChange: Sendable {
  /// Others see them as before.
  case ofWords
  /// Others see something else of them: the index as it is now.
  case ofFacts(LibraryIndex)
}

extension LibraryMemory {
  /// Takes in documents that changed, each in its place; nil where all documents must be judged anew.
  ///
  /// Modules and cards that keep their identifiers change nothing of what others find in vain: only what they ask of
  /// others, and what is wrong with all together, is judged again. O(n) for n bytes of the changed documents and of
  /// programme, frameworks and curricula; where others see something else of them, also O(s) for s the size of the index.
  package mutating func take(
    _ changes: [(index: Int, file: WorkspaceFile)], today: CalendarDay?, beside library: Surroundings
  ) -> LibraryChange? {
    var reader = MarkupReader(grammar: vocabulary.grammar)
    return take(
      changes.map { change in
        (
          index: change.index,
          reading: readDocument(change.file, as: SourceID(index: change.index), today: today, with: &reader)
        )
      }, beside: library)
  }

  mutating func take(
    _ changes: [(index: Int, reading: DocumentReading)], beside library: Surroundings
  ) -> LibraryChange? {
    guard changes.allSatisfy({ !facts.programmes.contains($0.index) && !$0.reading.isProgramme }) else { return nil }
    let visibles = changes.map(\.reading.visible)
    let shared = Set((facts.beside + facts.together).flatMap(\.spans).map(\.source.index))
    let seen = zip(changes, visibles).filter { shared.contains($0.index) || visible[$0.index] != $1 }
      .map { (index: $0.index, reading: $0.reading, visible: $1) }
    var kept: LibraryChange = .ofWords
    if !seen.isEmpty {
      guard let index = judge(seen, beside: library) else { return nil }
      kept = .ofFacts(index)
    }
    let places = Set(changes.map(\.index))
    facts.own.removeAll { places.contains($0.span.source.index) }
    facts.own += changes.flatMap(\.reading.findings)
    return kept
  }

  /// Judges changed documents again; nil where what others find in vain may have changed with them.
  private mutating func judge(
    _ changes: [(index: Int, reading: DocumentReading, visible: DocumentDigest)], beside library: Surroundings
  ) -> LibraryIndex? {
    let places = Set(changes.map(\.index))
    let others = facts.beside.filter { !places.contains($0.span.source.index) }
    guard !others.contains(where: { $0.spans.contains { places.contains($0.source.index) } }),
      let before = library.index(), before.entries.count == visible.count,
      let now = before.replacing(changes.map { (index: $0.index, entry: $0.reading.entry) })
    else { return nil }
    var readings: [Int: DocumentReading] = [:]
    for change in changes { readings[change.index] = change.reading }
    var frame = CurriculumDraft()
    for (place, entry) in now.entries.enumerated() {
      switch entry {
      case .module, .card: continue
      case .unread(let kind, let id): frame.unread.append(.init(kind: kind, id: id))
      case .frame:
        let reading = readings[place] ?? library.reading(place)
        // Others read the whole library by these: it must be the one that they read it by before.
        guard let root = reading.root, reading.visible == visible[place] else { return nil }
        frame.add(root)
      }
    }
    // What is wrong with all together comes from the facts; its places in a document move with any change of it.
    let isAsBefore =
      now == before && !facts.together.contains { $0.spans.contains { places.contains($0.source.index) } }
    let context = LibraryContext(
      frame, now, isWorkspace: library.scope == .workspace, listing: library.listing, only: isAsBefore ? places : nil,
      root: { [readings] in (readings[$0] ?? library.reading($0)).root })
    guard isAsBefore || context.hasSameSessions(as: before, now: now, except: changes.map(\.index)) else { return nil }
    facts.beside = others
    for change in changes {
      if case .accepted(let document) = change.reading.outcome { facts.beside += context.judge(document) }
      visible[change.index] = change.visible
    }
    if !isAsBefore { facts.together = context.knowingItsReach().judgeAll() }
    facts.counts[.module] = context.modules.count
    facts.counts[.card] = context.cards.count
    return now
  }
}

extension LibraryContext {
  /// Whether the longest session of every other module is what it was with the index before.
  fileprivate func hasSameSessions(as before: LibraryIndex, now: LibraryIndex, except places: [Int]) -> Bool {
    let isAlike = places.allSatisfy { place in
      switch (before.entries[place], now.entries[place]) {
      case (.module(let then), .module(let now)): then.outline.isChosen(like: now.outline)
      case (.module, _), (_, .module): false
      default: true
      }
    }
    guard !isAlike else { return true }
    let outlines = ModuleOutlines(before.modules.map(\.facts.outline))
    var then = Self.longestSessions(in: frame, frame.curricula.map { $0.value(modules: outlines) })
    var now = longestSessions
    for (place, facts) in before.modules + modules where places.contains(place) {
      then[facts.outline.id] = nil
      now[facts.outline.id] = nil
    }
    return then == now
  }
}

extension ModuleOutline {
  /// Whether groups that take modules by what they are take the one where they take the other.
  fileprivate func isChosen(like other: Self) -> Bool {
    isOffered == other.isOffered && opportunity.direction == other.opportunity.direction && theme == other.theme
  }
}
