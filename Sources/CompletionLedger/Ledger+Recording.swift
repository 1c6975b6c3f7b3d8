package import ProgrammeModel

extension Ledger {
  /// What is to be written together.
  package struct Entry: Sendable {
    /// The events.
    package let events: [Event]
    /// The credentials that some of them issue.
    package let credentials: [Credential]
    /// The events about each person, in order: an entry may begin a hundred thousand pairs.
    let eventsByPerson: [PersonKey: [Event]]
    /// The events about each subject, in order.
    let eventsBySubject: [Event.Subject: [Event]]

    /// An entry from its parts.
    package init(_ events: [Event], credentials: [Credential] = []) {
      self.events = events
      self.credentials = credentials
      eventsBySubject = Dictionary(grouping: events, by: \.subject)
      var eventsByPerson: [PersonKey: [Event]] = [:]
      for event in events {
        for person in event.subject.people { eventsByPerson[person, default: []].append(event) }
      }
      self.eventsByPerson = eventsByPerson
    }

    /// The people under whom something is to stand: first those about whom alone something is told, because a
    /// decision about them may have to be taken again, and by key among themselves.
    var people: [PersonKey] {
      let alone = Set(events.compactMap { $0.subject.people.count == 1 ? $0.subject.people[0] : nil })
      let all = alone.union(events.flatMap(\.subject.people)).union(credentials.flatMap(\.holders))
      return alone.sorted() + all.subtracting(alone).sorted()
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
  /// one person of its pair only is completed. An enrolment makes its pair known. In a store whose transactions touch
  /// one person, people are written one after the other: stopped in between, saying the same again completes it.
  ///
  /// - Returns: The outcome of each event, in order.
  /// - Throws: `LedgerFailure`, a conflict where an event or a credential stands there with other content, where a
  ///   pair's identifier is taken, or where a person is unknown.
  @discardableResult
  package func record(_ entry: Entry) throws(LedgerFailure) -> [Outcome] {
    try attempting { try write(entry, expecting: [:]) }
  }

  /// Records what a decision makes of the history of these people, with nobody writing in between.
  ///
  /// The decision may be taken again. In a store whose transactions touch one person, nobody has written about the
  /// first person of the entry since the decision; about the second somebody may have. Conditions are monotone, so
  /// that what came in between can take nothing from the decision but what a void takes from any.
  ///
  /// - Throws: `LedgerFailure`, or the error of the decision as it is; nothing is written then.
  @discardableResult
  package func record(
    about people: [PersonKey], deciding: (History) throws -> Entry
  ) throws -> [Outcome] {
    var refusal: (any Error)?
    func decide(_ history: History) throws -> Entry {
      do { return try deciding(history) } catch {
        refusal = error
        throw error
      }
    }
    do {
      switch store.scope {
      case .everyone:
        return try store.write { session in
          try Self.write(decide(Self.fetchHistory(of: people, session)), Recording(session, place: path))
        }
      case .onePerson:
        return try decideAndWrite(about: people, decide)
      }
    } catch { throw refusal ?? LedgerFailure(error, path: path) }
  }

  /// All that is recorded of these people, each event once.
  package func history(of people: [PersonKey]) throws(LedgerFailure) -> History {
    try reading { try Self.fetchHistory(of: people, $0) }
  }

  /// All that is recorded of the two people of a pair, in this pair and in others.
  package func history(of pair: Pair) throws(LedgerFailure) -> History {
    try history(of: [pair.junior, pair.senior])
  }

  /// The history of each of these pairs, in their order, read at one moment.
  ///
  /// Cheaper than one by one: opening a database for reading makes it prepare its statements anew.
  package func histories(of pairs: [Pair]) throws(LedgerFailure) -> [History] {
    try reading { session in try pairs.map { try Self.fetchHistory(of: [$0.junior, $0.senior], session) } }
  }

  /// The event of this identifier, or nil.
  package func event(_ id: Event.ID) throws(LedgerFailure) -> Event? {
    try reading { try Self.fetchEvents([id], $0)[id] }
  }

  /// What stands under these identifiers.
  static func fetchEvents(_ ids: [Event.ID], _ session: any StoreSession) throws -> [Event.ID: Event] {
    var events: [Event.ID: Event] = [:]
    let names = PairNames()
    try session.rows(.eventByID, [.anyOf(ids.map(\.bytes))]) { row in
      let row = (event: try EventRow(row), remark: try EventRow.remark(row))
      guard events[row.event.id] == nil else { return }
      events[row.event.id] = try row.event.event(remark: row.remark) { try names.name(of: $0, in: session) }
    }
    return events
  }

  /// All that stands under these people.
  static func fetchHistory(of people: [PersonKey], _ session: any StoreSession) throws -> History {
    var events: [Event] = []
    let names = PairNames()
    for person in Set(people).sorted() {
      try session.rows(.eventsUnder, [.id(person)]) { row in
        events.append(
          try EventRow(row).event(remark: EventRow.remark(row)) { try names.name(of: $0, in: session) })
      }
    }
    return History(events)
  }

  private func decideAndWrite(
    about people: [PersonKey], _ decide: (History) throws -> Entry
  ) throws -> [Outcome] {
    for attempt in 1... {
      let (history, lengths) = try store.read { session in
        var lengths: [PersonKey: Int64] = [:]
        for person in people { lengths[person] = try Timeline(of: person, in: session)?.length }
        return (try Self.fetchHistory(of: people, session), lengths)
      }
      do {
        return try write(decide(history), expecting: lengths)
      } catch is MovedOn {
        if attempt >= Self.mostAttempts { throw LedgerFailure(.busy, path: path) }
      }
    }
    throw LedgerFailure(.busy, path: path)
  }

  /// So often is a decision taken again before we say that others are quicker.
  private static let mostAttempts = 50

  private func write(_ entry: Entry, expecting lengths: [PersonKey: Int64]) throws -> [Outcome] {
    switch store.scope {
    case .everyone: return try store.write { try Self.write(entry, Recording($0, place: path)) }
    case .onePerson:
      if try !store.read({ try Recording($0, place: path).knowsPairs(of: entry) }) {
        for event in entry.events { try store.write { try Recording($0, place: path).claimPair(of: event) } }
      }
      try store.read { try Recording($0, place: path).check(entry) }
      var recorded: Set<Event.ID> = []
      for (place, person) in entry.people.enumerated() {
        let expected = place == 0 ? lengths[person] : nil
        recorded.formUnion(
          try store.write { try Recording($0, place: path).append(entry, under: person, expecting: expected) })
      }
      for event in entry.events where recorded.contains(event.id) && event.changesPair {
        try store.write { try Recording($0, place: path).reflectPair(of: event) }
      }
      return entry.events.map { recorded.contains($0.id) ? .recorded : .known }
    }
  }

  private static func write(_ entry: Entry, _ recording: Recording) throws -> [Outcome] {
    for event in entry.events { try recording.claimPair(of: event) }
    try recording.check(entry)
    var recorded: Set<Event.ID> = []
    for person in entry.people { recorded.formUnion(try recording.append(entry, under: person, expecting: nil)) }
    for event in entry.events where recorded.contains(event.id) && event.changesPair {
      try recording.reflectPair(of: event)
    }
    return entry.events.map { recorded.contains($0.id) ? .recorded : .known }
  }
}

/// Somebody wrote about a person while a decision was taken.
struct MovedOn: Error {}

extension Event {
  /// Whether what is known of a pair may follow from the event.
  var changesPair: Bool {
    guard case .pair = subject else { return false }
    switch kind {
    case .enrolled, .voided: return true
    default: return false
    }
  }
}
