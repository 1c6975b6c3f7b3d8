import Bilingual
import CurriculumModel
import FoundationEssentials
import GRDB
import ProgrammeModel

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
  let pair: String?
  /// What it says, as canonical JSON.
  let payload: String

  /// The columns that `init(_:)` reads.
  static let columns =
    "person_key, event_id, position, occurred_at, recorded_at, kind, pair_id, payload, hash"

  /// The row of an event under a person, whose secret the reason is digested with.
  init(_ event: Event, under person: PersonKey, position: Int64, secret: Secret) throws {
    let payload = EventPayload(event, reasonDigest: event.kind.reason.map(secret.digest(of:)))
    self.person = person
    id = event.id
    self.position = position
    occurredAt = event.occurredAt
    recordedAt = event.recordedAt
    kind = payload.kind
    pair = event.subject.pair?.rawValue
    self.payload = try payload.canonicalText()
  }

  /// A row as stored.
  init(_ row: Row) throws {
    person = try row.universalID("person_key")
    id = try row.universalID("event_id")
    position = try row.value("position")
    occurredAt = try row.moment("occurred_at")
    recordedAt = try row.moment("recorded_at")
    kind = try row.value("kind")
    pair = try row.value("pair_id")
    payload = try row.value("payload")
  }

  /// The event, with its reason where that is still there.
  func event(remark: String?) throws -> Event {
    let payload = try EventPayload(canonicalText: payload)
    return Event(
      id: id, occurredAt: occurredAt, recordedAt: recordedAt, subject: try payload.subject(),
      attestation: try payload.attestation(), kind: try payload.kind(reason: remark))
  }

  /// Whether the other row says the same, whenever and wherever in the chain it was recorded.
  func saysTheSame(as other: EventRow) -> Bool {
    (person, id, occurredAt, payload) == (other.person, other.id, other.occurredAt, other.payload)
  }

  /// Writes the row.
  func insert(into database: Database, hash: ChainHash) throws {
    let statement = try database.cachedStatement(
      sql: "INSERT INTO event (\(Self.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
    try statement.execute(arguments: [
      person.blob, id.blob, position, occurredAt.milliseconds, recordedAt.milliseconds, kind, pair, payload,
      Data(hash.bytes),
    ])
  }
}
