package import Bilingual
internal import Diagnostics

/// The sound library nearest to a workspace that is being written: each save that leaves it sound is in it, and one that
/// does not waits with what it would break.
///
/// A document with an error stands in it as it was when it was last sound, or not at all; all others stand in it as they
/// are now.
package struct LastSound: Sendable {
  /// The library, and the documents that are in it in no form.
  package private(set) var part: SoundPart
  /// What it is made of, by path.
  private var documents: [String: WorkspaceFile] = [:]
  /// The same documents read and judged, from the first save that is tried to the next one that leaves all sound.
  private var reading: FollowedLibrary?

  /// Saves that wait are tried together, and those that turn out wrong left out, so many times at most; a chain of
  /// references is seldom as long.
  private static let mostRounds = 50
  /// Where none of the saves is to blame alone, so many are tried one by one, which bounds the time that a save takes.
  private static let mostAlone = 4

  /// What is sound of documents that are read for the first time.
  ///
  /// O(r · n) for n bytes of documents and r rounds, of which there is one more than the longest chain of documents that
  /// rest on one with an error.
  package init(
    _ validation: Validation, of files: [WorkspaceFile], today: CalendarDay? = nil, listing: WorkspaceListing? = nil
  ) {
    part = SoundPart(of: validate([], scope: .workspace), leftOut: [])
    follow(validation, of: files, today: today, listing: listing)
  }

  /// Takes in what can be taken of the documents as they are now; `validation` says what is found in them.
  ///
  /// O(1) beside making the library where nothing is wrong; otherwise as `init`, over the documents that wait, and of
  /// those that are in it already only what they make of the others is judged anew.
  package mutating func follow(
    _ validation: Validation, of files: [WorkspaceFile], today: CalendarDay?, listing: WorkspaceListing?
  ) {
    let now = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    if take(now, validation) { return }
    let flawed = validation.flawedPaths
    var waiting = Set(documents.keys).union(now.keys).filter { path in
      !(documents[path]?.isSame(as: now[path]) ?? false) && !flawed.contains(path)
    }
    func attempt(_ paths: Set<String>, _ state: inout Self) -> Set<String>? {
      var changed = state.documents
      for path in paths { changed[path] = now[path] }
      let reading = state.read(changed, today: today, listing: listing)
      let validation = reading.validation
      guard state.take(changed, validation) else { return validation.flawedPaths }
      state.reading = reading
      return nil
    }
    for _ in 0..<Self.mostRounds where !waiting.isEmpty {
      guard let flawed = attempt(waiting, &self) else {
        waiting = []
        break
      }
      // What is found in a document that did not change is another one's doing, and nobody says whose.
      guard !waiting.isDisjoint(with: flawed) else { break }
      waiting.subtract(flawed)
    }
    for path in waiting.sorted().prefix(Self.mostAlone) where waiting.count > 1 { _ = attempt([path], &self) }
    let names = validation.names
    part.leftOut = now.keys.filter { documents[$0] == nil }.sorted().map {
      SoundPart.LeftOut(path: $0, name: names[$0])
    }
  }

  /// Whether these documents are sound, and are taken in therefore.
  private mutating func take(_ files: [String: WorkspaceFile], _ validation: Validation) -> Bool {
    let made = SoundPart(of: validation, leftOut: [])
    guard made.library != nil else { return false }
    part = made
    documents = files
    reading = nil
    return true
  }

  /// Documents read and judged: those alone that are others than in the library, where no path is new and none is gone.
  private mutating func read(
    _ files: [String: WorkspaceFile], today: CalendarDay?, listing: WorkspaceListing?
  ) -> FollowedLibrary {
    let paths = files.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    guard files.count == documents.count, paths.allSatisfy({ documents[$0] != nil }) else {
      return FollowedLibrary(paths.compactMap { files[$0] }, scope: .workspace, today: today, listing: listing)
    }
    var reading =
      self.reading
      ?? FollowedLibrary(paths.compactMap { documents[$0] }, scope: .workspace, today: today, listing: listing)
    self.reading = reading
    reading.relist(listing)
    reading.change(
      paths.enumerated().compactMap { index, path in
        files[path].flatMap { $0.isSame(as: documents[path]) ? nil : (index, $0) }
      })
    return reading
  }
}

extension WorkspaceFile {
  fileprivate func isSame(as other: WorkspaceFile?) -> Bool {
    guard let other else { return false }
    return refusal == other.refusal && bytes == other.bytes
  }
}

extension Validation {
  /// The documents in which an error is found.
  fileprivate var flawedPaths: Set<String> {
    Set(findings.filter { $0.severity == .error }.map { sources[$0.span.source].path })
  }
}
