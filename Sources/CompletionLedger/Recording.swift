import Bilingual
import CurriculumModel
import ProgrammeModel

/// Writes events and credentials in a transaction.
///
/// A single event should wait for little but the disk, so what was asked for once in the transaction is kept.
final class Recording {
  private let session: any StoreSession
  private let place: String?
  private let names = PairNames()
  private var secrets: [PersonKey: Secret] = [:]

  /// A recording in this transaction, in a store of this name.
  init(_ session: any StoreSession, place: String?) {
    self.session = session
    self.place = place
  }

  /// Whether the pairs of all events have their keys.
  func knowsPairs(of entry: Ledger.Entry) throws -> Bool {
    return try entry.events.allSatisfy { event in
      try event.subject.pair.map { try names.key(of: $0, in: session) != nil } ?? true
    }
  }

  /// Gives the pair of an event a key, where it has none.
  func claimPair(of event: Event) throws {
    guard let pair = event.subject.pair else { return }
    _ = try names.claim(pair, firstNamedBy: event.id, in: session)
  }

  /// Refuses what contradicts other people's rows: what is under one person is looked at when it is written.
  func check(_ entry: Ledger.Entry) throws {
    let subjects = Dictionary(entry.events.map { ($0.id, $0.subject.people) }) { first, _ in first }
    try session.rows(.eventByID, [.anyOf(entry.events.map(\.id.bytes))]) { row in
      let id: Event.ID = try row.universalID(1)
      if try subjects[id]?.contains(row.universalID(0)) == false { throw failure(.event(id)) }
    }
    for person in entry.people where try secret(of: person) == nil { throw failure(.unknownPerson(person)) }
    for event in entry.events where event.changesPair { try checkPair(of: event, in: entry) }
    for credential in entry.credentials { try check(credential) }
  }

  /// Appends what stands under a person not yet: events, the words of their reasons, credentials.
  ///
  /// - Returns: The events that were not there.
  /// - Throws: `MovedOn` where the chain is not as long as expected, and a conflict where something stands there with
  ///   other content.
  func append(
    _ entry: Ledger.Entry, under person: PersonKey, expecting expected: Int64?
  ) throws -> [Event.ID] {
    guard var timeline = try Timeline.hold([person], in: session)[person], let secret = try secret(of: person) else {
      throw failure(.unknownPerson(person))
    }
    if let expected, expected != timeline.length { throw MovedOn() }
    var recorded: [Event.ID] = []
    for event in entry.eventsByPerson[person] ?? [] {
      let pair = try event.subject.pair.map { try names.claim($0, firstNamedBy: event.id, in: session) }
      let row = EventRow(event, in: pair, under: person, position: timeline.length + 1, secret: secret)
      let before = timeline
      // Most events are new: we try, and look only where one stands there already.
      if try session.run(.insertNewEvent, row.values(hash: timeline.append(row))) == 0 {
        timeline = before
        guard try standing(event.id, under: person)?.saysTheSame(as: row) == true else {
          throw failure(.event(event.id))
        }
        continue
      }
      if let reason = event.kind.reason {
        try session.run(.insertRemark, [.id(person), .id(event.id), .text(reason)])
      }
      recorded.append(event.id)
    }
    if !recorded.isEmpty { try timeline.save(in: session) }
    for credential in entry.credentials { try write(credential, under: person) }
    return recorded
  }

  /// Makes the pair's row say what its history does, after an enrolment or a void.
  func reflectPair(of event: Event) throws {
    guard case .pair(let id, let junior, _) = event.subject else { return }
    let agreed = try Ledger.fetchHistory(of: [junior], session).agreed(in: id)
    // Whoever may not write pairs may still void a session.
    if try session.row(.pair, [.text(id.rawValue)]).map(Pair.init) == agreed { return }
    try session.run(.setPair, Self.columns(of: agreed, named: id))
  }

  /// The arguments of `Statement.setPair`.
  static func columns(of pair: Pair?, named id: Identifier<Pair>) -> [ColumnValue] {
    [
      .text(id.rawValue), .id(pair?.junior), .id(pair?.senior), .optional(pair?.curriculum.rawValue),
      .optional(pair?.goals.map(\.rawValue).joined(separator: " ")),
    ]
  }

  private func secret(of person: PersonKey) throws -> Secret? {
    if let known = secrets[person] { return known }
    let secret = try Secret.of([person], in: session)[person]
    secrets[person] = secret
    return secret
  }

  private func standing(_ id: Event.ID, under person: PersonKey) throws -> EventRow? {
    try session.rows(.eventByID, [.anyOf([id.bytes])]).map(EventRow.init).first { $0.person == person }
  }

  private func checkPair(of event: Event, in entry: Ledger.Entry) throws {
    guard case .enrolled = event.kind, case .pair(let id, let junior, let senior) = event.subject else { return }
    if let standing = try session.row(.pair, [.text(id.rawValue)]).map(Pair.init),
      (standing.junior, standing.senior) != (junior, senior)
    {
      throw failure(.pair(id))
    }
    let history = try Ledger.fetchHistory(of: [junior], session)
    if history[event.id] != nil { return }
    let after = history.adding(entry.eventsBySubject[event.subject] ?? [])
    if after.everything.disregarded[event.id] == .enrolledBefore { throw failure(.pair(id)) }
  }

  private func check(_ credential: Credential) throws {
    let rows = try session.rows(.credentialByID, [.id(credential.id)])
    guard let standing = try Credential(rows, { try names.name(of: $0, in: session) }) else { return }
    // A half may be missing, where a store writes people one after the other.
    guard standing == credential || standing.isPart(of: credential) else {
      throw failure(.credential(credential.id))
    }
  }

  private func write(_ credential: Credential, under person: PersonKey) throws {
    guard let place = credential.holders.firstIndex(of: person) else { return }
    let standing = try session.rows(.credentialsUnder, [.id(person)])
    if try standing.contains(where: { try $0.universalID(1) == credential.id }) { return }
    let pair = try names.claim(credential.pair, firstNamedBy: credential.id, in: session)
    try session.run(.insertCredential, credential.values(under: person, place: place, pair: pair))
  }

  private func failure(_ conflict: LedgerFailure.Conflict) -> LedgerFailure {
    LedgerFailure(.conflict(conflict), path: place)
  }
}

extension History {
  /// How things stand by all that is recorded, of modules nothing being known.
  var everything: Progress {
    progress(asOf: Moment(milliseconds: .max), under: ModuleTerms([:]))
  }

  /// What was agreed when the pair began, or nil where it did not begin.
  func agreed(in pair: Identifier<Pair>) -> Pair? {
    everything.pair(pair).agreed
  }
}
