import CurriculumModel
import ProgrammeModel

extension Ledger {
  /// What has been copied so far.
  package struct Copying: Equatable, Sendable {
    /// People whose chains stand in the other ledger.
    package internal(set) var people = 0
    /// All people.
    package internal(set) var total = 0
    /// Events that were written there; one of a pair counts under both.
    package internal(set) var events = 0
  }

  /// Copies everything into another ledger, row by row, so that every chain is the same there; person by person.
  ///
  /// What stands there already is passed over: stopped in between, it can be said again.
  ///
  /// - Parameter told: Hears how far it is.
  /// - Throws: `LedgerFailure`, a conflict where something else stands there.
  @discardableResult
  package func copy(to target: Ledger, _ told: (Copying) -> Void = { _ in }) throws(LedgerFailure) -> Copying {
    let (keys, pairs) = try reading { session in
      (try session.rows(.timelineKeys, []).map { try $0.universalID(0) as PersonKey }, try session.rows(.pairRows, []))
    }
    var copying = Copying(people: 0, total: keys.count, events: 0)
    for batch in stride(from: 0, to: pairs.count, by: Self.batchSize) {
      try target.writing { session in
        for row in pairs[batch..<min(batch + Self.batchSize, pairs.count)] { try target.takePair(row, session) }
      }
    }
    // Where a transaction may touch everyone, a sync of the disk for each would take longer than the rest.
    let size = target.store.scope == .everyone ? Self.batchSize : 1
    for batch in stride(from: 0, to: keys.count, by: size) {
      let folders = try reading { session in
        try keys[batch..<min(batch + size, keys.count)].map { try PersonRows(of: $0, in: session) }
      }
      if size == 1 {
        for folder in folders { try target.writing { try target.takeHandle(of: folder, $0) } }
      }
      copying.events += try target.writing { session in
        try folders.reduce(0) { events, folder in
          if size > 1 { try target.takeHandle(of: folder, session) }
          return try events + target.take(folder, session)
        }
      }
      copying.people += folders.count
      told(copying)
    }
    return copying
  }

  private static let batchSize = 200

  private func takePair(_ row: StoredRow, _ session: any StoreSession) throws {
    try session.run(.insertPair, row.values)
    guard case .text(let name) = row.values[0] else { throw UnreadableRow() }
    let standing = try session.row(.pairKey, [.text(name)])
    guard standing?.values[0] == row.values[1] else { throw LedgerFailure(.conflict(.pair(.init(name))), path: path) }
    try session.run(.setPair, [row.values[0]] + row.values.dropFirst(2))
  }

  private func takeHandle(of folder: PersonRows, _ session: any StoreSession) throws {
    guard let row = folder.person else { return }
    let (handle, key) = (row.values[1], row.values[0])
    try session.run(.claimHandle, [handle, key])
    guard try session.row(.handleHolder, [handle])?.values[0] == key else {
      throw LedgerFailure(.conflict(.handle(.init(try row.text(1)))), path: path)
    }
  }

  /// Writes what is not there of a person's rows, and says how many events that were.
  private func take(_ folder: PersonRows, _ session: any StoreSession) throws -> Int {
    let key = folder.key
    let isNew = try session.row(.timeline, [.id(key)]) == nil
    if isNew {
      try Timeline.begin(for: key, in: session)
      if let person = folder.person { try session.run(.insertPerson, person.values) }
    }
    let standing = try session.rows(.eventsUnder, [.id(key)])
    guard standing.count <= folder.events.count,
      try zip(standing, folder.events).allSatisfy({ try EventRow.hash($0) == EventRow.hash($1) })
    else { throw LedgerFailure(.conflict(.person(key)), path: path) }
    let missing = folder.events.dropFirst(standing.count)
    try session.insert(missing.map { Array($0.values.dropLast()) }, by: .insertEvent)
    let remarks = missing.filter { $0.values[9] != .null }.map { [$0.values[0], $0.values[1], $0.values[9]] }
    try session.insert(remarks, by: .insertRemark)
    let credentials = try Set(session.rows(.credentialsUnder, [.id(key)]).map { $0.values[1] })
    for row in folder.credentials where !credentials.contains(row.values[1]) {
      try session.run(.insertCredential, row.values)
    }
    if !missing.isEmpty {
      try session.run(.advanceTimeline, [.id(key), .integer(folder.length), .bytes(folder.head)])
    }
    return missing.count
  }
}

/// The rows that stand under a person.
private struct PersonRows {
  let key: PersonKey
  let length: Int64
  let head: [UInt8]
  /// The person with the secret; nil where the person is erased.
  let person: StoredRow?
  let events: [StoredRow]
  let credentials: [StoredRow]

  init(of key: PersonKey, in session: any StoreSession) throws {
    self.key = key
    guard let timeline = try session.row(.timeline, [.id(key)]) else { throw UnreadableRow() }
    length = try timeline.integer(0)
    head = try timeline.bytes(1)
    let secret = try Secret.of([key], in: session)[key]
    person = try session.row(.personByKey, [.id(key)]).flatMap { row in
      secret.map { StoredRow(row.values + [.bytes($0.bytes)]) }
    }
    events = try session.rows(.eventsUnder, [.id(key)])
    credentials = try session.rows(.credentialsUnder, [.id(key)])
  }
}
