import Bilingual
import CompletionLedger
import CurriculumModel
import FoundationEssentials
import ProgrammeModel
import Stationery

/// What `person export` prints: everything that the ledger keeps of one person.
struct PersonFileRecord: Encodable {
  let person: PersonRecord
  /// The key under which facts stand.
  let key: String
  let pairs: [PairMember]
  let events: [EventMember]
  let credentials: [CredentialMember]

  /// A pair of the person's.
  struct PairMember: Encodable {
    let id: String
    /// `junior` or `senior`.
    let place: String
    let curriculum: String
    let goals: [String]
  }

  /// An event under the person.
  struct EventMember: Encodable {
    let id: String
    let position: Int
    let occurredAt: String
    let recordedAt: String
    @OrNull var pair: String?
    /// The words of its reason.
    @OrNull var reason: String?
    /// What it says, by the names of the ledger.
    let content: [String: JSONMember]
  }

  /// A credential that names the person.
  struct CredentialMember: Encodable {
    let id: String
    let certificate: String
    let pair: String
    let issuedAt: String
    let token: String
  }

  init(_ file: PersonFile) throws {
    person = PersonRecord(file.person)
    key = file.person.key.description
    pairs = file.pairs.map { pair in
      PairMember(
        id: pair.id.rawValue, place: pair.junior == file.person.key ? "junior" : "senior",
        curriculum: pair.curriculum.rawValue, goals: pair.goals.map(\.rawValue))
    }
    events = try file.events.map { event in
      EventMember(
        id: event.id.description, position: event.position, occurredAt: event.occurredAt.iso,
        recordedAt: event.recordedAt.iso, pair: event.pair?.rawValue, reason: event.reason,
        content: try JSONDecoder().decode([String: JSONMember].self, from: Data(event.payload.utf8)))
    }
    credentials = file.credentials.map { credential in
      CredentialMember(
        id: credential.id.description, certificate: credential.certificate.rawValue, pair: credential.pair.rawValue,
        issuedAt: credential.issuedAt.iso, token: credential.token)
    }
  }
}
