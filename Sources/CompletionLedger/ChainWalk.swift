import CurriculumModel
import ProgrammeModel

/// Follows chains, and compares what else is stored with them.
struct ChainWalk {
  /// What has been seen.
  private(set) var verification = Ledger.Verification()
  private let session: any StoreSession
  private let names = PairNames()
  private var secrets: [PersonKey: Secret?] = [:]
  private var partners: [Identifier<Pair>: [PersonKey]] = [:]

  /// A walk in this transaction that has seen nothing yet.
  init(_ session: any StoreSession) {
    self.session = session
  }

  /// Follows the chain of a person, up to the first link that is not as it was written.
  mutating func follow(_ person: PersonKey) throws {
    verification.people += 1
    var head = ChainHash.genesis
    var position: Int64 = 0
    var events: [Event] = []
    for row in try session.rows(.eventsUnder, [.id(person)]) {
      position += 1
      verification.events += 1
      let stored = try EventRow(row)
      head = ChainHash(after: head, stored)
      guard stored.position == position, try head == EventRow.hash(row) else {
        verification.findings.append(.link(person, position: Int(position)))
        return
      }
      let event = try stored.event(remark: nil) { try names.name(of: $0, in: session) }
      events.append(event)
      try compareRemark(row, stored, event, under: person)
      try compare(event, under: person)
    }
    guard let timeline = try Timeline(of: person, in: session), timeline.length == position, timeline.head == head
    else {
      verification.findings.append(.end(person))
      return
    }
    try comparePairs(of: events)
  }

  /// The reason's words against their digest, as long as nobody concerned is erased.
  private mutating func compareRemark(
    _ row: StoredRow, _ stored: EventRow, _ event: Event, under person: PersonKey
  ) throws {
    guard let secret = try secret(of: person) else { return }
    let text = try EventRow.remark(row)
    let digest = try EventPayload(canonicalText: stored.payload).reason
    if text.map(secret.digest(of:)) == digest { return }
    if text == nil, try concernsTheErased(event) { return }
    verification.findings.append(.remark(person, stored.id))
  }

  /// The other half of an event, and the credential that it issues.
  private mutating func compare(_ event: Event, under person: PersonKey) throws {
    for other in event.subject.people where other != person {
      if try session.row(.eventIsUnder, [.id(other), .id(event.id)]) == nil {
        verification.findings.append(.half(other, event.id))
      }
    }
    guard case .certificateIssued(let award) = event.kind, try secret(of: person) != nil else { return }
    let stored = try session.rows(.credentialsUnder, [.id(person)]).filter {
      try $0.universalID(1) == award.credential
    }
    if try stored.map({ Credential.digest(of: try $0.text(6)) }) == [award.digest] { return }
    if stored.isEmpty, try concernsTheErased(event) { return }
    verification.findings.append(.credential(person, award.credential))
  }

  private mutating func comparePairs(of events: [Event]) throws {
    let progress = History(events).everything
    for id in Set(events.compactMap(\.subject.pair)).sorted() {
      let stored = try session.row(.pair, [.text(id.rawValue)]).map(Pair.init)
      let finding = Ledger.Verification.Finding.pair(id)
      if stored != progress.pair(id).agreed, !verification.findings.contains(finding) {
        verification.findings.append(finding)
      }
    }
  }

  /// Whether somebody is erased whom the event, or its pair, is about.
  private mutating func concernsTheErased(_ event: Event) throws -> Bool {
    for person in try event.subject.people + partners(in: event.subject.pair) where try secret(of: person) == nil {
      return true
    }
    return false
  }

  private mutating func partners(in pair: Identifier<Pair>?) throws -> [PersonKey] {
    guard let pair else { return [] }
    if let known = partners[pair] { return known }
    let found = try session.row(.pair, [.text(pair.rawValue)]).map(Pair.init).map { [$0.junior, $0.senior] } ?? []
    partners[pair] = found
    return found
  }

  private mutating func secret(of person: PersonKey) throws -> Secret? {
    if let known = secrets[person] { return known }
    let found = try Secret.of([person], in: session)[person]
    secrets[person] = .some(found)
    return found
  }
}
