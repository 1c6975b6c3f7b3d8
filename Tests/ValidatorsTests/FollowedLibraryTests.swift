import Bilingual
import Diagnostics
import Synchronization
import Testing
import Validators

/// A library that is followed as its documents change says what a library read anew says.
struct FollowedLibraryTests {
  private static let today = CalendarDay(iso: "2026-11-26")

  private func words(_ verdict: Verdict) -> [String] {
    let report = TextReport(sources: verdict.sources, language: .en, style: .plain)
    return verdict.findings.map(report.text(of:))
      + verdict.counts.map { "\($0.value) \($0.key)" }.sorted()
  }

  /// Four hundred changes: identifiers, conditions, refreshes, themes, levels, cards, words, and documents that break.
  @Test func saysWhatALibraryReadAnewSays() throws {
    var small = SmallLibrary(seed: 20_261_126)
    let listing = WorkspaceListing(folder: "", files: Set(small.files.map(\.path)))
    var followed = FollowedLibrary(small.files, scope: .workspace, today: Self.today, listing: listing)
    var kinds: Set<String> = []
    for step in 0..<400 {
      let changes = small.change()
      followed.change(changes.map { (index: $0, file: small.files[$0]) })
      let anew = validate(small.files, scope: .workspace, today: Self.today, listing: listing).verdict
      kinds.formUnion(anew.findings.map(\.id.rawValue))
      let difference = Set(words(followed.verdict)).symmetricDifference(words(anew)).sorted()
      try #require(difference == [], "step \(step), documents \(changes)")
    }
    // Otherwise nothing would have been followed.
    let wanted: Set = [
      "ActivityLongerThanSession", "DuplicateIdentifier", "FormerIdentifierInUse", "GoalUnreachable",
      "LevelNotInFramework", "NotWellFormed", "PrerequisiteUnreachable", "RefreshCycle", "RefreshOutOfReach",
      "TranslationMissing", "UnknownAttribute", "UnknownReference",
    ]
    #expect(wanted.subtracting(kinds) == [])
  }

  /// Of the other documents, only those that say how all are to be read are looked at.
  @Test func readsNoOtherModuleForAnother() throws {
    let small = SmallLibrary(sound: 40)
    let reading = LibraryReading(small.files, today: Self.today)
    var (memory, index) = reading.memory(scope: .workspace, listing: nil)
    let looked = Mutex<Set<String>>([])
    let place = try #require(small.files.firstIndex { $0.path == "m7.xml" })
    let replacements = [
      ("minutes=\"30\"", "minutes=\"40\""), ("<passed module=\"m6\"/>", "<passed module=\"m5\"/>"),
      ("status=\"published\"", "status=\"withdrawn\""), ("<module ", "<modul "),
    ]
    for (old, new) in replacements {
      let text = String(decoding: small.files[place].bytes, as: UTF8.self).replacing(old, with: new)
      let file = WorkspaceFile(path: "m7.xml", bytes: Array(text.utf8))
      let surroundings = Surroundings(
        workspace: { place in
          looked.withLock { _ = $0.insert(small.files[place].path) }
          return small.files[place]
        }, index: { [index] in index }, listing: nil, today: Self.today)
      let change = memory.take([(index: place, file: file)], today: Self.today, beside: surroundings)
      if new == "<modul " {
        // A root that the vocabulary does not have is no module of that name.
        #expect(change == nil)
      } else {
        guard case .ofFacts(let now) = change else {
          Issue.record("\(new) made all documents be judged anew")
          continue
        }
        index = now
        var files = small.files
        files[place] = file
        let anew = validate(files, scope: .workspace, today: Self.today).verdict
        #expect(words(memory.verdict(in: anew.sources)) == words(anew), "\(new)")
      }
    }
    #expect(looked.withLock { $0 } == ["curriculum.xml", "framework.xml", "programme.xml", "m8.xml"])
  }
}
