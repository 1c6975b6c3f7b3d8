import CompletionLedger
import CurriculumModel
import Foundation
import ProgrammeModel
import ProgrammeStories
import SQLiteRecords
import Testing

/// Backups, and the move from one store to the other.
struct CopyTests {
  private var story = Story()

  init() {
    story.enrol(story.first)
    story.enrol(story.second)
    for _ in 0..<120 { story.tell(.sessionMissed, .pair(story.first), "2026-02-02") }
    story.tell(.withdrawn(reason: "moved"), .pair(story.second), "2026-03-03")
  }

  /// From each store into each other.
  static let ways = TestStore.available.flatMap { from in TestStore.available.map { (from, $0) } }

  @Test(arguments: ways) func aMoveLosesAndChangesNothing(from: TestStore, to: TestStore) throws {
    let source = try from.telling(story)
    try source.erase(story.chloe.key)
    let target = try to.empty()
    let copying = try source.copy(to: target)
    #expect((copying.people, copying.total, copying.events) == (3, 3, 246))
    try expectSame(source, target)
    #expect(try source.copy(to: target).events == 0, "said again, there is nothing to do")
    var more = story
    let late = more.tell(.sessionMissed, .pair(story.first), "2026-05-05")
    try source.record(.init([late]))
    #expect(try source.copy(to: target).events == 2, "what came later follows")
    try expectSame(source, target)
    try target.record(.init([more.make(.sessionMissed, .pair(story.first), "2026-05-06")]))
    let failure = #expect(throws: LedgerFailure.self) { try source.copy(to: target) }
    let keys = [story.awa.key, story.bruno.key]
    #expect(keys.contains { failure?.code == .conflict(.person($0)) }, "what moved on is not overwritten")
  }

  @Test(arguments: ways) func whatWasStoppedGoesOn(from: TestStore, to: TestStore) throws {
    let source = try from.telling(story)
    let target = try to.empty()
    let part = try from.telling(Story())
    // Everybody's beginning is there, as a stop would leave it after some people.
    try part.copy(to: target)
    try source.copy(to: target)
    try expectSame(source, target)
  }

  @Test func aBackupIsWholeWhileOthersWrite() async throws {
    let workplace = try Workplace()
    let ledger = try Ledger(path: workplace.path())
    try ledger.add(peopleOf: story)
    try ledger.record(.init(story.events))
    var later = story
    let late = (0..<60).map { _ in later.make(.sessionMissed, .pair(story.first), "2026-04-04") }
    try await withThrowingTaskGroup { group in
      group.addTask { for event in late { try ledger.record(.init([event])) } }
      group.addTask {
        for copy in 0..<8 {
          try SQLiteStore(path: workplace.path(), .existing).backUp(to: workplace.path("\(copy)"))
        }
      }
      try await group.waitForAll()
    }
    for copy in 0..<8 {
      let verification = try Ledger(path: workplace.path("\(copy)"), .existing).verify()
      #expect(verification.findings == [])
      #expect(verification.events >= 246)
    }
    #expect(throws: LedgerFailure.self) {
      try SQLiteStore(path: workplace.path(), .existing).backUp(to: workplace.path("0"))
    }
  }

  @Test func aRestoredLedgerIsTheOneThatWasBackedUp() throws {
    let workplace = try Workplace()
    let store = try SQLiteStore(path: workplace.path(), .creating)
    let ledger = Ledger(store)
    try ledger.add(peopleOf: story)
    try store.backUp(to: workplace.path("copy"))
    try ledger.record(.init(story.events))
    try store.restore(from: workplace.path("copy"))
    #expect(try ledger.verify() == .init(people: 3, events: 0, findings: []))
    try ledger.record(.init(story.events))
    #expect(try Ledger(path: workplace.path(), .existing).history(of: story.first) == story.history)
    try Data("no ledger".utf8).write(to: URL(filePath: workplace.path("text")))
    #expect(throws: LedgerFailure.self) { try store.restore(from: workplace.path("text")) }
    #expect(try ledger.history(of: story.first) == story.history)
  }

  private func expectSame(_ source: Ledger, _ target: Ledger) throws {
    #expect(try target.verify() == source.verify())
    #expect(try target.people() == source.people())
    #expect(try target.pairs() == source.pairs())
    for person in story.people {
      #expect(try target.history(of: [person.key]) == source.history(of: [person.key]))
    }
  }
}
