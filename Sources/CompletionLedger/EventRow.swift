import Bilingual
import CurriculumModel
import ProgrammeModel

/// The key under which facts of a pair are kept: the pair's name, which people make of their own, stands beside it.
typealias PairKey = UniversalID<Pair>

/// An event as it stands under one person, linked to the one before it.
struct EventRow {
  /// The person under whom it stands.
  let person: PersonKey
  /// The event's identifier.
  let id: Event.ID
  /// The place in the person's chain, from 1.
  let position: Int64
  /// When it happened, as claimed.
  let occurredAt: Moment
  /// When it was recorded.
  let recordedAt: Moment
  /// The name of its kind, as in the payload, for whoever looks through rows.
  let kind: String
  /// The pair in which it happened, as in the payload.
  let pair: PairKey?
  /// What it says, as canonical JSON.
  let payload: String

  /// The row of an event under a person, whose secret the reason is digested with.
  init(_ event: Event, in pair: PairKey?, under person: PersonKey, position: Int64, secret: Secret) {
    let payload = EventPayload(event, pair: pair, reasonDigest: event.kind.reason.map(secret.digest(of:)))
    self.person = person
    id = event.id
    self.position = position
    occurredAt = event.occurredAt
    recordedAt = event.recordedAt
    kind = payload.kind
    self.pair = pair
    self.payload = payload.canonicalText()
  }

  /// The row of the same event under its other person; the event has no reason.
  init(_ other: EventRow, under person: PersonKey, position: Int64) {
    self.person = person
    self.position = position
    (id, occurredAt, recordedAt) = (other.id, other.occurredAt, other.recordedAt)
    (kind, pair, payload) = (other.kind, other.pair, other.payload)
  }

  /// A row as stored: the columns of `Statement.eventsUnder`.
  init(_ row: StoredRow) throws {
    person = try row.universalID(0)
    id = try row.universalID(1)
    position = try row.integer(2)
    occurredAt = try row.moment(3)
    recordedAt = try row.moment(4)
    kind = try row.text(5)
    pair = try row.optionalID(6)
    payload = try row.text(7)
  }

  /// The link that stands in a stored row.
  static func hash(_ row: StoredRow) throws -> ChainHash {
    ChainHash(bytes: try row.bytes(8))
  }

  /// The words of the reason beside a stored row, where they are still there.
  static func remark(_ row: StoredRow) throws -> String? {
    try row.optionalText(9)
  }

  /// The event, with its reason where that is still there.
  func event(remark: String?, named name: (PairKey) throws -> Identifier<Pair>) throws -> Event {
    let payload = try EventPayload(canonicalText: payload)
    return Event(
      id: id, occurredAt: occurredAt, recordedAt: recordedAt, subject: try payload.subject(named: name),
      attestation: try payload.attestation(), kind: try payload.kind(reason: remark))
  }

  /// Whether the other row says the same, whenever and wherever in the chain it was recorded.
  func saysTheSame(as other: EventRow) -> Bool {
    (person, id, occurredAt, payload) == (other.person, other.id, other.occurredAt, other.payload)
  }

  /// The arguments of `Statement.insertEvent`.
  func values(hash: ChainHash) -> [ColumnValue] {
    [
      .id(person), .id(id), .integer(position), .moment(occurredAt), .moment(recordedAt), .text(kind), .id(pair),
      .text(payload), .bytes(hash.bytes),
    ]
  }
}
