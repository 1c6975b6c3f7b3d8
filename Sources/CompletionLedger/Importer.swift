import CurriculumModel
package import ProgrammeModel

extension Ledger {
  /// Records many events in one transaction, all or nothing, in little memory.
  ///
  /// The one exception where transactions touch one person only: nothing may be half imported, and engines that
  /// distribute rows have `COPY` for that. While others write to the same people, one waits for the other.
  ///
  /// - Parameter body: Adds event after event. What it throws ends the import, and nothing is written.
  /// - Returns: How many events were written, and how many stood there already.
  package func importing(_ body: (inout Importer) throws -> Void) throws -> Importer.Tally {
    do {
      return try store.writeOnce { session in
        var importer = Importer(session, place: path)
        try body(&importer)
        return try importer.finish()
      }
    } catch let error as UnreadableRow {
      throw LedgerFailure(error, path: path)
    }
  }
}

/// Takes events one after the other and writes them in batches.
///
/// Ends of chains are held and kept in memory until the last event, about 200 bytes for each person of whom something
/// is told; of events no more than a batch.
package struct Importer {
  /// How many events there were.
  package struct Tally: Equatable, Sendable {
    /// Events that were written.
    package var recorded = 0
    /// Events that stood there already with the same content.
    package var known = 0

    /// No event yet.
    package init() {}
  }

  private let session: any StoreSession
  private let place: String?
  private var tally = Tally()
  private var batch: [Event] = []
  private var inBatch: Set<Event.ID> = []
  private let names = PairNames()
  private var timelines: [PersonKey: Timeline] = [:]
  private var secrets: [PersonKey: Secret] = [:]
  private var touched: Set<PersonKey> = []
  private var newcomers: Set<PersonKey> = []
  private var changes: [Identifier<Pair>: PairChange] = [:]

  /// How the row of a pair follows from what is imported.
  private enum PairChange {
    /// It is as its one enrolment says, because nothing was told of its people before.
    case begun(Pair)
    /// It is as the history says, in which this event stands.
    case told(Event)
  }

  /// What the table of events is ordered by.
  private struct RowKey: Comparable {
    let person: PersonKey
    let event: Event.ID

    static func < (a: RowKey, b: RowKey) -> Bool { (a.person, a.event) < (b.person, b.event) }
  }

  /// So many events are written at a time.
  private static let batchSize = 20_000

  /// An importer in this transaction.
  init(_ session: any StoreSession, place: String?) {
    self.session = session
    self.place = place
    batch.reserveCapacity(Self.batchSize)
  }

  /// Takes an event.
  ///
  /// - Throws: `LedgerFailure`, a conflict where one of the batch stands there with other content or a person is
  ///   unknown.
  package mutating func add(_ event: Event) throws {
    // Said twice in a batch, it is found as one that stands there.
    if !inBatch.insert(event.id).inserted {
      try flush()
      inBatch.insert(event.id)
    }
    batch.append(event)
    if batch.count == Self.batchSize { try flush() }
  }

  /// What stands under these identifiers, as far as it is written.
  package func events(_ ids: [Event.ID]) throws -> [Event.ID: Event] {
    try Ledger.fetchEvents(ids, session)
  }

  /// What stands under these people, as far as it is written.
  package func standingHistory(of people: [PersonKey]) throws -> History {
    try Ledger.fetchHistory(of: people, session)
  }

  /// What stands under these people, with all that was taken about them so far.
  package mutating func history(of people: [PersonKey]) throws -> History {
    if batch.contains(where: { $0.subject.people.contains(where: people.contains) }) { try flush() }
    return try standingHistory(of: people)
  }

  /// Writes what is left, and the ends of chains.
  mutating func finish() throws -> Tally {
    try flush()
    for person in touched.sorted() { try timelines[person]?.save(in: session) }
    for (id, change) in changes.sorted(by: { $0.key < $1.key }) {
      switch change {
      case .begun(let pair): try session.run(.setPair, Recording.columns(of: pair, named: id))
      case .told(let event): try Recording(session, place: place).reflectPair(of: event)
      }
    }
    return tally
  }

  private mutating func flush() throws {
    guard !batch.isEmpty else { return }
    try meet(Set(batch.flatMap(\.subject.people)))
    let standing = try standingRows()
    var events: [(key: RowKey, values: [ColumnValue])] = []
    var remarks: [[ColumnValue]] = []
    for event in batch {
      var isNew = false
      let pair = try event.subject.pair.map { try names.claim($0, firstNamedBy: event.id, in: session) }
      let subject = event.subject.people
      guard standing[event.id]?.keys.allSatisfy(subject.contains) ?? true else { throw conflict(.event(event.id)) }
      var first: EventRow?
      for person in subject {
        guard let secret = secrets[person], let length = timelines[person]?.length else {
          throw conflict(.unknownPerson(person))
        }
        let row =
          first.map { EventRow($0, under: person, position: length + 1) }
          ?? EventRow(event, in: pair, under: person, position: length + 1, secret: secret)
        // Only a reason's digest differs from person to person.
        if event.kind.reason == nil { first = row }
        if let known = standing[event.id]?[person] {
          guard known.saysTheSame(as: row) else { throw conflict(.event(event.id)) }
          continue
        }
        guard let hash = timelines[person]?.append(row) else { throw conflict(.unknownPerson(person)) }
        events.append((RowKey(person: person, event: event.id), row.values(hash: hash)))
        if let reason = event.kind.reason { remarks.append([.id(person), .id(event.id), .text(reason)]) }
        touched.insert(person)
        isNew = true
      }
      if isNew { tally.recorded += 1 } else { tally.known += 1 }
      if isNew, event.changesPair { try note(event) }
    }
    // By key, so that rows which stand side by side are written together.
    try session.insert(events.sorted { $0.key < $1.key }.map(\.values), by: .insertEvent)
    if !remarks.isEmpty { try session.insert(remarks, by: .insertRemark) }
    batch.removeAll(keepingCapacity: true)
    inBatch.removeAll(keepingCapacity: true)
  }

  /// Holds the ends of chains that are not held yet.
  private mutating func meet(_ people: Set<PersonKey>) throws {
    let strangers = people.filter { timelines[$0] == nil }.sorted()
    guard !strangers.isEmpty else { return }
    let held = try Timeline.hold(strangers, in: session)
    newcomers.formUnion(held.values.lazy.filter { $0.length == 0 }.map(\.person))
    timelines.merge(held) { $1 }
    secrets.merge(try Secret.of(strangers, in: session)) { $1 }
  }

  /// What stands there of the batch.
  private func standingRows() throws -> [Event.ID: [PersonKey: EventRow]] {
    var standing: [Event.ID: [PersonKey: EventRow]] = [:]
    try session.rows(.eventByID, [.anyOf(batch.map(\.id.bytes))]) { row in
      let known = try EventRow(row)
      standing[known.id, default: [:]][known.person] = known
    }
    return standing
  }

  private mutating func note(_ event: Event) throws {
    guard case .pair(let id, let junior, let senior) = event.subject else { return }
    guard case .enrolled(let curriculum, let goals) = event.kind else {
      changes[id] = .told(event)
      return
    }
    if let standing = try session.row(.pair, [.text(id.rawValue)]).map(Pair.init),
      (standing.junior, standing.senior) != (junior, senior)
    {
      throw conflict(.pair(id))
    }
    if case .begun(let begun) = changes[id], (begun.junior, begun.senior) != (junior, senior) {
      throw conflict(.pair(id))
    }
    if changes[id] == nil, newcomers.contains(junior), newcomers.contains(senior) {
      changes[id] = .begun(Pair(id: id, junior: junior, senior: senior, curriculum: curriculum, goals: goals))
    } else {
      changes[id] = .told(event)
    }
  }

  private func conflict(_ conflict: LedgerFailure.Conflict) -> LedgerFailure {
    LedgerFailure(.conflict(conflict), path: place)
  }
}
