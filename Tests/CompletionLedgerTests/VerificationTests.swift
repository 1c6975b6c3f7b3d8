import CurriculumModel
import FoundationEssentials
import GRDB
import ProgrammeModel
import ProgrammeStories
import Testing

@testable import CompletionLedger
@testable import SQLiteRecords

struct VerificationTests {
  private let story: Story
  private let store: SQLiteStore
  private let ledger: Ledger

  init() throws {
    var story = Story()
    story.enrol(story.first)
    story.tell(.sessionHeld(number: 1, minutes: 60), .pair(story.first), "2026-02-02")
    let pass = Event.Subject.person(story.bruno.key, in: "awa-bruno")
    story.tell(.passed(story.run("sm-post"), override: "seen at work"), pass, "2026-02-02")
    let credential = Credential(
      id: CredentialID(randomUsing: &story.generator), certificate: "mentee", pair: "awa-bruno",
      holders: [story.bruno.key], issuedAt: moment("2026-03-03"), token: "a.b.c")
    story.tell(
      .certificateIssued(
        .init(
          certificate: "mentee", credential: credential.id, digest: Credential.digest(of: "a.b.c"), validUntil: nil)),
      pass, "2026-03-03")
    self.story = story
    store = try SQLiteStore.inMemory()
    ledger = Ledger(store)
    try ledger.add(peopleOf: story)
    try ledger.record(.init(story.events, credentials: [credential]))
  }

  @Test func anUntouchedLedgerHasNoFinding() throws {
    #expect(try ledger.verify() == .init(people: 3, events: 6, findings: []))
  }

  /// Every third byte of each stored event, reason, token and pair, another third in each row.
  @Test(arguments: [
    "event.person_key", "event.event_id", "event.position", "event.occurred_at", "event.recorded_at", "event.kind",
    "event.pair_key", "event.payload", "event.hash", "timeline.length", "timeline.head", "remark.text",
    "credential.token", "pair.curriculum", "pair.goals", "pair.junior",
  ])
  func alteringAnyStoredByteIsFound(column: String) throws {
    let parts = column.split(separator: ".").map(String.init)
    let (table, name) = (parts[0], parts[1])
    let key = table == "pair" ? "pair_id" : "person_key"
    let second = ["event": "event_id", "remark": "event_id", "credential": "credential_id"][table] ?? key
    try store.database.writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
    }
    let rows = try store.database.read {
      try Row.fetchAll($0, sql: "SELECT \(key), \(second) AS second, \(name) AS value FROM \(table)")
    }
    var altered = 0
    for (number, row) in rows.enumerated() {
      let variants = Self.variants(of: row["value"])
      for index in variants.indices where variants.count < 4 || index % 3 == number % 3 {
        let update = "UPDATE \(table) SET \(name) = ? WHERE \(key) = ? AND \(second) = ?"
        let values: [DatabaseValue] = [variants[index], row[0], row[1]]
        let isFound = try store.database.inDatabase { database in
          var isFound = true
          try database.inTransaction {
            // What the table itself refuses cannot be stored.
            guard (try? database.execute(sql: update, arguments: .init(values))) != nil else { return .rollback }
            altered += database.changesCount
            do { isFound = try !Ledger.verification(of: SQLiteSession(database)).findings.isEmpty } catch {
              isFound = LedgerFailure(error, path: nil).code == .damaged
            }
            return .rollback
          }
          return isFound
        }
        #expect(isFound, "\(column) \(variants[index])")
      }
    }
    #expect(altered >= rows.count)
    #expect(try ledger.verify().findings == [])
  }

  @Test func missingRowsAreFound() throws {
    let expected: [(String, (Ledger.Verification.Finding) -> Bool)] = [
      ("DELETE FROM remark", { if case .remark = $0 { true } else { false } }),
      ("DELETE FROM credential", { if case .credential = $0 { true } else { false } }),
      ("DELETE FROM pair", { if case .pair = $0 { true } else { false } }),
      ("DELETE FROM event WHERE position = 4", { $0 == .end(story.bruno.key) }),
      ("DELETE FROM event WHERE position = 1", { $0 == .link(story.bruno.key, position: 1) }),
    ]
    for (statement, matches) in expected {
      let copy = try DatabaseQueue()
      try store.database.backup(to: copy)
      try copy.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA foreign_keys = OFF")
        try database.execute(sql: statement)
        #expect(try Ledger.verification(of: SQLiteSession(database)).findings.contains(where: matches), "\(statement)")
      }
    }
  }

  @Test(arguments: TestStore.available) func aMissingHalfIsFoundAndMended(kind: TestStore) throws {
    let held = story.events[1]
    for isSaidAgain in [true, false] {
      let writer = try kind.empty()
      try writer.add(peopleOf: story)
      try writer.record(.init([story.events[0]]))
      // One half as a store would leave it that was stopped between the two people.
      try writer.writing { session in
        _ = try Recording(session, place: nil).append(.init([held]), under: story.awa.key, expecting: nil)
      }
      let found = try writer.verify()
      #expect(found.findings == [.half(story.bruno.key, held.id)])
      if isSaidAgain {
        #expect(try writer.record(.init([held])) == [.recorded])
      } else {
        #expect(try writer.mend(found) == found.findings)
      }
      #expect(try writer.verify() == .init(people: 3, events: 4, findings: []))
    }
  }

  @Test func namesAndReasonsStandOutsideTheChain() throws {
    try store.database.write { database in
      for table in ["remark", "credential", "person"] {
        try database.execute(
          sql: "DELETE FROM \(table) WHERE person_key = ?", arguments: [Data(story.bruno.key.bytes)])
      }
    }
    #expect(try ledger.verify() == .init(people: 3, events: 6, findings: []))
    let pass = try ledger.event(story.events[2].id)
    #expect(pass?.kind.reason == "")
    let payloads = try store.database.read { try String.fetchAll($0, sql: "SELECT payload FROM event") }
    #expect(payloads.allSatisfy { !$0.contains("seen at work") && !$0.contains("Bruno") && !$0.contains("\"bruno\"") })
  }

  /// Values that differ from this one in one place.
  private static func variants(of value: DatabaseValue) -> [DatabaseValue] {
    if let number = Int64.fromDatabaseValue(value) { return [(number + 1).databaseValue, (number - 1).databaseValue] }
    if let text = String.fromDatabaseValue(value), text.utf8.allSatisfy({ $0 < 0x80 && $0 >= 0x20 }) {
      let bytes = Array(text.utf8)
      return bytes.indices.map { index in
        var changed = bytes
        changed[index] = bytes[index] == UInt8(ascii: "0") ? UInt8(ascii: "1") : UInt8(ascii: "0")
        return String(decoding: changed, as: UTF8.self).databaseValue
      } + [(text + " ").databaseValue]
    }
    guard let data = Data.fromDatabaseValue(value) else { return ["x".databaseValue] }
    return data.indices.map { index in
      var changed = data
      changed[index] ^= 1
      return changed.databaseValue
    }
  }
}
