import CompletionLedger
import CurriculumModel
import ProgrammeModel
import ProgrammeStories
import Testing

struct SharingTests {
  @Test(arguments: TestStore.available) func twoConnectionsWriteAtOnceAndNothingIsLost(kind: TestStore) async throws {
    let place = try kind.place()
    var story = Story()
    story.enrol(story.first)
    let first = try place.open()
    try first.add(peopleOf: story)
    try first.record(.init(story.events))
    let told = (0..<2).map { writer in
      var own = Story(seed: UInt64(100 + writer))
      return (0..<60).map { _ in own.make(.sessionMissed, .pair(story.first), "2026-02-02") }
    }
    try await withThrowingTaskGroup { group in
      for events in told {
        group.addTask {
          let ledger = try place.open(.existing)
          for event in events { try ledger.record(.init([event])) }
        }
      }
      try await group.waitForAll()
    }
    #expect(try first.history(of: story.first) == History(story.events + told.joined()))
    #expect(try first.verify() == .init(people: 3, events: 242, findings: []))
  }

  @Test(arguments: TestStore.available) func manyMayCreateTheSameFileAtOnce(kind: TestStore) async throws {
    for _ in 0..<5 {
      let place = try kind.place()
      try await withThrowingTaskGroup { group in
        for _ in 0..<8 { group.addTask { _ = try place.open() } }
        try await group.waitForAll()
      }
      #expect(try place.open(.existing).verify() == .init())
    }
  }

  @Test(arguments: TestStore.available) func aDecisionIsTakenOnceOnly(kind: TestStore) async throws {
    let place = try kind.place()
    var story = Story()
    story.enrol(story.first)
    let setup = try place.open()
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
            try place.open().record(about: pass.subject.people) { history in
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
