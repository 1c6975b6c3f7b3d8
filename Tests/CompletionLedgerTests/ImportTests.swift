import Bilingual
import CompletionLedger
import CurriculumModel
import ProgrammeModel
import ProgrammeStories
import Testing

/// Many events in one transaction.
struct ImportTests {
  private var story = Story()
  private let events: [Event]

  init() {
    var story = Story()
    story.enrol(story.first)
    story.enrol(story.second)
    for _ in 0..<2_600 {
      story.tell(.sessionMissed, .pair(story.first), "2026-02-02")
      let bruno = Event.Subject.person(story.bruno.key, in: "chloe-bruno")
      story.tell(.passed(story.run("m"), override: "seen"), bruno, "2026-02-03")
    }
    (self.story, events) = (story, story.events)
  }

  @Test(arguments: TestStore.available) func aThousandAreAsManyTimesOne(kind: TestStore) throws {
    let ledger = try kind.empty()
    try ledger.add(peopleOf: story)
    // Some are there already, others come twice.
    try ledger.record(.init(Array(events[5..<9])))
    let tally = try ledger.importing { importer in for event in events + events.prefix(7) { try importer.add(event) } }
    #expect((tally.recorded, tally.known) == (events.count - 4, 4 + 7))
    #expect(try ledger.history(of: [story.bruno.key, story.awa.key, story.chloe.key]) == History(events))
    #expect(try ledger.verify().findings == [])
    #expect(try ledger.pairs() == [story.first, story.second])
    let again = try ledger.importing { importer in for event in events { try importer.add(event) } }
    #expect((again.recorded, again.known) == (0, events.count))
  }

  @Test(arguments: TestStore.available) func nothingIsHalfImported(kind: TestStore) throws {
    struct BadLine: Error {}
    let ledger = try kind.empty()
    try ledger.add(peopleOf: story)
    let before = try ledger.verify()
    #expect(throws: BadLine.self) {
      try ledger.importing { importer in
        for event in events { try importer.add(event) }
        throw BadLine()
      }
    }
    let first = events[2]
    let other = Event(
      id: first.id, occurredAt: moment("2020-01-01"), recordedAt: first.recordedAt, subject: first.subject,
      attestation: first.attestation, kind: first.kind)
    let failure = #expect(throws: LedgerFailure.self) {
      try ledger.importing { importer in for event in events + [other] { try importer.add(event) } }
    }
    #expect(failure?.code == .conflict(.event(first.id)))
    #expect(try ledger.verify() == before)
  }
}
