import CompletionLedger
import CurriculumModel
import ProgrammeModel
import ProgrammeStories
import SQLiteRecords
import Testing

struct SharingTests {
  @Test func twoConnectionsWriteAtOnceAndNothingIsLost() async throws {
    let workplace = try Workplace()
    var story = Story()
    story.enrol(story.first)
    let first = try Ledger(path: workplace.path())
    try first.add(peopleOf: story)
    try first.record(.init(story.events))
    let told = (0..<2).map { writer in
      var own = Story(seed: UInt64(100 + writer))
      return (0..<60).map { _ in own.make(.sessionMissed, .pair(story.first), "2026-02-02") }
    }
    try await withThrowingTaskGroup { group in
      for events in told {
        group.addTask {
          let ledger = try Ledger(path: workplace.path(), .existing)
          for event in events { try ledger.record(.init([event])) }
        }
      }
      try await group.waitForAll()
    }
    #expect(try first.history(of: story.first) == History(story.events + told.joined()))
    #expect(try first.verify() == .init(people: 3, events: 242, findings: []))
  }

  @Test func manyMayCreateTheSameFileAtOnce() async throws {
    let workplace = try Workplace()
    for round in 0..<10 {
      try await withThrowingTaskGroup { group in
        for _ in 0..<8 { group.addTask { _ = try Ledger(path: workplace.path("\(round).sqlite")) } }
        try await group.waitForAll()
      }
      #expect(try Ledger(path: workplace.path("\(round).sqlite"), .existing).verify() == .init())
    }
  }

  @Test func aDecisionIsTakenOnceOnly() async throws {
    let workplace = try Workplace()
    var story = Story()
    story.enrol(story.first)
    let setup = try Ledger(path: workplace.path())
    try setup.add(peopleOf: story)
    try setup.record(.init(story.events))
    let passes = (0..<8).map { _ in
      story.make(
        .passed(story.run("sm-post"), override: nil), .person(story.bruno.key, in: "awa-bruno"), "2026-02-02")
    }
    let admitted = await withTaskGroup(of: Bool.self) { group in
      for pass in passes {
        group.addTask {
          do {
            try Ledger(path: workplace.path()).record(about: pass.subject.people) { history in
              _ = try history.admitting([pass], under: ModuleTerms([:])) { _, _ in [] }
              return .init([pass])
            }
            return true
          } catch { return false }
        }
      }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(admitted == 1)
    #expect(try setup.verify().events == 3)
  }
}
