import FoundationEssentials
import GRDB
package import ProgrammeModel

extension Ledger {
  /// What is to be written together.
  package struct Entry: Sendable {
    /// The events.
    package var events: [Event]
    /// The credentials that some of them issue.
    package var credentials: [Credential]

    /// An entry from its parts.
    package init(_ events: [Event], credentials: [Credential] = []) {
      self.events = events
      self.credentials = credentials
    }
  }

  /// What became of an event.
  package enum Outcome: Hashable, Sendable {
    /// It was written.
    case recorded
    /// It stood there already with the same content, and nothing was changed.
    case known
  }

  /// Records events and the credentials that they issue, all or nothing.
  ///
  /// An event that stands there with the same content is passed over, whenever it was recorded; one that stands under
  /// one person of its pair only is completed. An enrolment makes its pair known.
  ///
  /// - Returns: The outcome of each event, in order.
  /// - Throws: `LedgerFailure`, a conflict where an event or a credential stands there with other content, where a
  ///   pair's identifier is taken, or where a person is unknown.
  @discardableResult
  package func record(_ entry: Entry) throws(LedgerFailure) -> [Outcome] {
    try writing { try write(entry, $0) }
  }

  /// Records what a decision makes of the history of these people, with nobody writing in between.
  ///
  /// - Throws: `LedgerFailure`, or the error of the decision as it is; nothing is written then.
  @discardableResult
  package func record(
    about people: [PersonKey], deciding: (History) throws -> Entry
  ) throws -> [Outcome] {
    var refusal: (any Error)?
    do throws(LedgerFailure) {
      return try writing { database in
        let history = try Self.fetchHistory(of: people, database)
        let entry: Entry
        do { entry = try deciding(history) } catch {
          refusal = error
          throw error
        }
        return try write(entry, database)
      }
    } catch { throw refusal ?? error }
  }

  /// All that is recorded of these people, each event once.
  package func history(of people: [PersonKey]) throws(LedgerFailure) -> History {
    try reading { try Self.fetchHistory(of: people, $0) }
  }

  /// All that is recorded of the two people of a pair, in this pair and in others.
  package func history(of pair: Pair) throws(LedgerFailure) -> History {
    try history(of: [pair.junior, pair.senior])
  }

  /// The event of this identifier, or nil.
  package func event(_ id: Event.ID) throws(LedgerFailure) -> Event? {
    try reading { try Self.fetchEvents($0, where: "event_id = ?", [id.blob]).first }
  }

  private func write(_ entry: Entry, _ database: Database) throws -> [Outcome] {
    let outcomes = try entry.events.map { try write($0, database) }
    for credential in entry.credentials { try write(credential, database) }
    return outcomes
  }

  private func write(_ event: Event, _ database: Database) throws -> Outcome {
    let statement = try database.cachedStatement(sql: "SELECT \(EventRow.columns) FROM event WHERE event_id = ?")
    let standing = try Row.fetchAll(statement, arguments: [event.id.blob]).map(EventRow.init)
    guard standing.allSatisfy({ event.subject.people.contains($0.person) }) else {
      throw LedgerFailure(.conflict(.event(event.id)), path: path)
    }
    var outcome = Outcome.known
    for person in event.subject.people {
      guard var timeline = try Timeline(of: person, in: database),
        let secret = try Self.secret(of: person, database)
      else { throw LedgerFailure(.conflict(.unknownPerson(person)), path: path) }
      let row = try EventRow(event, under: person, position: timeline.length + 1, secret: secret)
      if let known = standing.first(where: { $0.person == person }) {
        guard known.saysTheSame(as: row) else { throw LedgerFailure(.conflict(.event(event.id)), path: path) }
        continue
      }
      try timeline.append(row, in: database)
      if let reason = event.kind.reason { try Self.write(remark: reason, row, database) }
      outcome = .recorded
    }
    if outcome == .recorded { try reflectPair(of: event, database) }
    return outcome
  }

  private static func write(remark: String, _ row: EventRow, _ database: Database) throws {
    try database.execute(
      sql: "INSERT INTO remark (person_key, event_id, text) VALUES (?, ?, ?)",
      arguments: [row.person.blob, row.id.blob, remark])
  }

  /// The secret of a person, or nil where the ledger knows none, or none any more.
  static func secret(of person: PersonKey, _ database: Database) throws -> Secret? {
    let statement = try database.cachedStatement(sql: "SELECT secret FROM person WHERE person_key = ?")
    guard let row = try Row.fetchOne(statement, arguments: [person.blob]) else { return nil }
    return Secret(bytes: Array(try row.value("secret") as Data))
  }

  /// All that stands under these people.
  static func fetchHistory(of people: [PersonKey], _ database: Database) throws -> History {
    var events: [Event] = []
    for person in Set(people).sorted() {
      events += try fetchEvents(database, where: "person_key = ?", [person.blob])
    }
    return History(events)
  }

  private static func fetchEvents(
    _ database: Database, where condition: String, _ arguments: StatementArguments
  ) throws -> [Event] {
    let statement = try database.cachedStatement(
      sql: """
        SELECT \(EventRow.columns), text FROM event LEFT JOIN remark USING (person_key, event_id)
        WHERE \(condition) ORDER BY person_key, event_id
        """)
    var events: [Event] = []
    let rows = try Row.fetchCursor(statement, arguments: arguments)
    while let row = try rows.next() { events.append(try EventRow(row).event(remark: try row.value("text"))) }
    return events
  }
}
