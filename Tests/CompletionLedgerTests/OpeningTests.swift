import CurriculumModel
import Foundation
import GRDB
import ProgrammeModel
import ProgrammeStories
import Testing

@testable import CompletionLedger
@testable import SQLiteRecords

struct OpeningTests {
  private let workplace: Workplace

  init() throws {
    workplace = try Workplace()
  }

  @Test func thePragmasAreReallyInForce() throws {
    let path = workplace.path()
    for _ in 0..<2 {
      let store = try SQLiteStore(path: path, .creating)
      func pragma(_ name: String) throws -> String? {
        try store.database.write { try String.fetchOne($0, sql: "PRAGMA \(name)") }
      }
      #expect(try pragma("journal_mode") == "wal")
      #expect(try pragma("synchronous") == "2")
      #expect(try pragma("foreign_keys") == "1")
      #expect(try pragma("busy_timeout") == "5000")
      #expect(try pragma("secure_delete") == "1")
      #expect(try pragma("application_id") == "\(0x5061_736C)")
      #expect(try pragma("user_version") == "1")
    }
  }

  @Test func whatIsWrittenIsThereAfterwards() throws {
    var story = Story()
    story.enrol(story.first)
    do {
      let ledger = try Ledger(path: workplace.path())
      try ledger.add(peopleOf: story)
      try ledger.record(.init(story.events))
    }
    let ledger = try Ledger(path: workplace.path(), .existing)
    #expect(try ledger.history(of: story.first) == story.history)
    let both = [story.history, try ledger.history(of: story.second)]
    #expect(try ledger.histories(of: [story.first, story.second]) == both)
    #expect(try ledger.verify() == .init(people: 3, events: 2, findings: []))
  }

  @Test func constraintsHoldEvenAgainstUs() throws {
    let store = try SQLiteStore.inMemory()
    for statement in [
      "INSERT INTO timeline VALUES (x'00', 0, zeroblob(32))",
      "INSERT INTO person VALUES (zeroblob(16), 'a', 'A', 'fr', zeroblob(32))",
      "INSERT INTO pair VALUES ('p', zeroblob(16), zeroblob(16), zeroblob(16), 'c', '')",
      "INSERT INTO pair VALUES ('p', zeroblob(16), zeroblob(16), NULL, 'c', '')",
      "INSERT INTO event VALUES (zeroblob(16), zeroblob(16), 1, 0, 0, 'k', NULL, '{}', zeroblob(32))",
    ] {
      let failure = #expect(throws: DatabaseError.self) {
        try store.database.write { try $0.execute(sql: statement) }
      }
      #expect(failure?.resultCode == .SQLITE_CONSTRAINT)
    }
  }

  @Test func aMissingOrEmptyFileIsNotMadeWhereItMustExist() throws {
    check(.notFound) { try Ledger(path: workplace.path(), .existing) }
    #expect(!FileManager.default.fileExists(atPath: workplace.path()))
    try Data().write(to: URL(filePath: workplace.path()))
    check(.notALedger) { try Ledger(path: workplace.path(), .existing) }
    _ = try Ledger(path: workplace.path(), .creating)
  }

  @Test func whereNoFileCanBeItIsSaid() throws {
    check(.cannotOpen) { try Ledger(path: workplace.folder) }
    check(.cannotOpen) { try Ledger(path: workplace.path("no/such/folder.sqlite")) }
    try Data("x".utf8).write(to: URL(filePath: workplace.path("file")))
    check(.cannotOpen) { try Ledger(path: workplace.path("file/ledger.sqlite")) }
    check(.cannotOpen) { try Ledger(path: "/proc/ledger.sqlite") }
  }

  @Test(.enabled(if: geteuid() != 0, "root may write everywhere"))
  func aReadOnlyFolderIsSaid() throws {
    let path = workplace.path()
    _ = try Ledger(path: path)
    let manager = FileManager.default
    try manager.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
    try manager.setAttributes([.posixPermissions: 0o555], ofItemAtPath: workplace.folder)
    defer { try? manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: workplace.folder) }
    let failure = #expect(throws: LedgerFailure.self) { try Ledger(path: path) }
    #expect([.readOnly, .cannotOpen].contains(failure?.code))
    check(.cannotOpen) { try Ledger(path: workplace.path("new.sqlite")) }
  }

  @Test func aFileThatIsNoLedgerIsLeftUntouched() throws {
    let text = Data(String(repeating: "Bonjour. ", count: 500).utf8)
    try text.write(to: URL(filePath: workplace.path("text")))
    check(.notALedger) { try Ledger(path: workplace.path("text")) }
    #expect(try Data(contentsOf: URL(filePath: workplace.path("text"))) == text)

    let other = workplace.path("other.sqlite")
    try DatabaseQueue(path: other).write { try $0.execute(sql: "CREATE TABLE recipe (name TEXT)") }
    let before = try Data(contentsOf: URL(filePath: other))
    check(.notALedger) { try Ledger(path: other) }
    #expect(try Data(contentsOf: URL(filePath: other)) == before)
  }

  @Test func aNewerLedgerIsLeftUntouched() throws {
    let path = workplace.path()
    try SQLiteStore(path: path, .creating).database.write { try $0.execute(sql: "PRAGMA user_version = 7") }
    check(.newer(found: 7, known: 1)) { try Ledger(path: path) }
    let version = try DatabaseQueue(path: path).read { try Int.fetchOne($0, sql: "PRAGMA user_version") }
    #expect(version == 7)
  }

  @Test func aTruncatedLedgerIsSaidToBeDamaged() throws {
    let path = try filledLedger()
    let whole = try Data(contentsOf: URL(filePath: path))
    for size in stride(from: 512, to: whole.count, by: 4096) {
      try whole.prefix(size).write(to: URL(filePath: path))
      let failure = #expect(throws: LedgerFailure.self) {
        let ledger = try Ledger(path: path, .existing)
        _ = try ledger.people().map { try ledger.history(of: [$0.key]) }
      }
      #expect([.damaged, .notALedger].contains(failure?.code), "\(size) bytes: \(String(describing: failure))")
    }
  }

  @Test func noScrambledPageMakesUsCrash() throws {
    let path = try filledLedger()
    let whole = try Data(contentsOf: URL(filePath: path))
    var generator = SplitMix64(seed: 12)
    for _ in 0..<200 {
      var bytes = whole
      for _ in 0..<8 { bytes[Int.random(in: 100..<bytes.count, using: &generator)] = generator.next() }
      try bytes.write(to: URL(filePath: path))
      do throws(LedgerFailure) {
        let ledger = try Ledger(path: path, .existing)
        _ = try ledger.verify()
        for person in try ledger.people() { _ = try ledger.history(of: [person.key]) }
      } catch {
        #expect([.damaged, .notALedger].contains(error.code), "\(error)")
      }
    }
  }

  @Test func aFullDiskIsSaidAndNothingIsHalfWritten() throws {
    var story = Story()
    story.enrol(story.first)
    let store = try SQLiteStore(path: workplace.path(), .creating)
    let ledger = Ledger(store)
    try ledger.add(peopleOf: story)
    try store.database.write { database in
      let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
      try database.execute(sql: "PRAGMA max_page_count = \(pages)")
    }
    for _ in 0..<100 {
      story.tell(.withdrawn(reason: String(repeating: "x", count: 500)), .pair(story.first), "2026-02-02")
    }
    check(.full) { try ledger.record(.init(story.events)) }
    #expect(try ledger.verify() == .init(people: 3, events: 0, findings: []))
  }

  @Test func whoeverWaitsTooLongIsToldToTryAgain() throws {
    let store = try SQLiteStore(path: workplace.path(), .creating)
    let ledger = Ledger(store)
    let impatient = try Ledger(path: workplace.path(), patience: .milliseconds(20))
    var generator = SplitMix64(seed: 3)
    let story = Story()
    try store.database.writeWithoutTransaction { database in
      try database.execute(sql: "BEGIN IMMEDIATE")
      check(.busy) { try impatient.add(story.awa, using: &generator) }
      // Who only opens and reads is not held up.
      #expect(try Ledger(path: workplace.path(), patience: .zero).people() == [])
      try database.execute(sql: "ROLLBACK")
    }
    try impatient.add(story.awa, using: &generator)
    #expect(try ledger.people() == [story.awa])
  }

  private func filledLedger() throws -> String {
    var story = Story()
    story.enrol(story.first)
    for _ in 0..<60 { story.tell(.sessionHeld(number: nil, minutes: 60), .pair(story.first), "2026-02-02") }
    let store = try SQLiteStore(path: workplace.path(), .creating)
    let ledger = Ledger(store)
    try ledger.add(peopleOf: story)
    try ledger.record(.init(story.events))
    try store.database.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    return workplace.path()
  }

  private func check(
    _ expected: LedgerFailure.Code, at location: SourceLocation = #_sourceLocation, _ body: () throws -> some Any
  ) {
    let failure = #expect(throws: LedgerFailure.self, sourceLocation: location) { try body() }
    #expect(failure?.code == expected, sourceLocation: location)
    #expect(failure?.remedies.isEmpty == false, sourceLocation: location)
  }
}
