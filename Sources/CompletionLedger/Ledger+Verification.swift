import Bilingual
package import CurriculumModel
import FoundationEssentials
import GRDB
package import ProgrammeModel

extension Ledger {
  /// What looking at every stored event has shown.
  package struct Verification: Equatable, Sendable {
    /// How many people's chains were followed.
    package internal(set) var people: Int
    /// How many events stand in them; one of a pair counts under both.
    package internal(set) var events: Int
    /// What is not as it was written, in order of person; empty where all is.
    package internal(set) var findings: [Finding]

    /// What has been seen so far.
    package init(people: Int = 0, events: Int = 0, findings: [Finding] = []) {
      self.people = people
      self.events = events
      self.findings = findings
    }

    /// Something that is not as it was written.
    package enum Finding: Hashable, Sendable {
      /// SQLite finds the file itself damaged.
      case file(String)
      /// A person's event at this place, from 1, is missing or not what was written.
      case link(PersonKey, position: Int)
      /// Events at the end of a person's chain are missing, or too many.
      case end(PersonKey)
      /// The words of an event's reason are missing or not what was written.
      case remark(PersonKey, Event.ID)
      /// An event about two people stands under this one not at all; recording it again mends that.
      case half(PersonKey, Event.ID)
      /// The pair is not what its enrolment says.
      case pair(Identifier<Pair>)
      /// A credential is missing under a person, or not what was issued.
      case credential(PersonKey, CredentialID)
    }
  }

  /// Follows every person's chain, and compares what else is stored with it.
  ///
  /// O(n log n) for n events. Names and handles are outside the chain, so that they can be erased.
  package func verify() throws(LedgerFailure) -> Verification {
    try reading { try Self.verification(of: $0) }
  }

  /// What following every chain of this database shows.
  static func verification(of database: Database) throws -> Verification {
    var verification = Verification()
    let complaints = try String.fetchAll(database, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
    verification.findings = complaints.map { .file($0) }
    let keys = try Row.fetchAll(database, sql: "SELECT person_key FROM timeline ORDER BY person_key")
    for key in keys {
      try verify(try key.universalID("person_key"), database, &verification)
    }
    return verification
  }

  private static func verify(
    _ person: PersonKey, _ database: Database, _ verification: inout Verification
  ) throws {
    verification.people += 1
    var head = ChainHash.genesis
    var position: Int64 = 0
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT \(EventRow.columns), text FROM event LEFT JOIN remark USING (person_key, event_id)
        WHERE person_key = ? ORDER BY position
        """,
      arguments: [person.blob])
    let secret = try secret(of: person, database)
    var pairs: Set<Identifier<Pair>> = []
    while let row = try rows.next() {
      position += 1
      verification.events += 1
      let stored = try EventRow(row)
      head = ChainHash(after: head, stored)
      guard stored.position == position, head.bytes == Array(try row.value("hash") as Data) else {
        verification.findings.append(.link(person, position: Int(position)))
        return
      }
      let event = try stored.event(remark: nil)
      try verify(row, stored, person, secret, &verification)
      try verify(event, under: person, database, &verification)
      if let pair = event.subject.pair { pairs.insert(pair) }
    }
    guard let timeline = try Timeline(of: person, in: database),
      timeline.length == position, timeline.head == head
    else {
      verification.findings.append(.end(person))
      return
    }
    try verify(pairs, of: person, database, &verification)
  }

  /// The reason's words against their digest, as long as the person is not erased.
  private static func verify(
    _ row: Row, _ stored: EventRow, _ person: PersonKey, _ secret: Secret?, _ verification: inout Verification
  ) throws {
    guard let secret else { return }
    let text: String? = try row.value("text")
    let digest = try EventPayload(canonicalText: stored.payload).reason
    if text.map(secret.digest(of:)) != digest { verification.findings.append(.remark(person, stored.id)) }
  }

  /// The other half of an event, and the credential that it issues.
  private static func verify(
    _ event: Event, under person: PersonKey, _ database: Database, _ verification: inout Verification
  ) throws {
    for other in event.subject.people where other != person {
      let count = try Int.fetchOne(
        database, sql: "SELECT count(*) FROM event WHERE person_key = ? AND event_id = ?",
        arguments: [other.blob, event.id.blob])
      if count == 0 { verification.findings.append(.half(other, event.id)) }
    }
    guard case .certificateIssued(let award) = event.kind, try secret(of: person, database) != nil else { return }
    let stored = try String.fetchAll(
      database, sql: "SELECT token FROM credential WHERE person_key = ? AND credential_id = ?",
      arguments: [person.blob, award.credential.blob])
    if stored.map(Credential.digest(of:)) != [award.digest] {
      verification.findings.append(.credential(person, award.credential))
    }
  }

  private static func verify(
    _ pairs: Set<Identifier<Pair>>, of person: PersonKey, _ database: Database,
    _ verification: inout Verification
  ) throws {
    let progress = try fetchHistory(of: [person], database)
      .progress(asOf: Moment(milliseconds: .max), under: ModuleTerms([:]))
    for id in pairs.sorted() {
      let stored = try fetchPairs(database, where: "pair_id = ?", [id.rawValue]).first
      let finding = Verification.Finding.pair(id)
      if stored != progress.pair(id).agreed, !verification.findings.contains(finding) {
        verification.findings.append(finding)
      }
    }
  }
}
