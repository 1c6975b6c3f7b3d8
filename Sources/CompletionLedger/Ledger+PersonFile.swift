package import Bilingual
package import CurriculumModel
package import ProgrammeModel

/// Everything that a ledger keeps of one person.
package struct PersonFile: Sendable {
  /// The person.
  package let person: Person
  /// The pairs, in order of identifier.
  package let pairs: [Pair]
  /// The events, in the order of the chain.
  package let events: [StoredEvent]
  /// The credentials that name the person.
  package let credentials: [Credential]

  /// An event as it stands under the person.
  package struct StoredEvent: Sendable {
    /// The identifier.
    package let id: Event.ID
    /// The place in the chain, from 1.
    package let position: Int
    /// When it happened.
    package let occurredAt: Moment
    /// When it was recorded.
    package let recordedAt: Moment
    /// The pair in which it happened.
    package let pair: Identifier<Pair>?
    /// What it says, as JSON.
    package let payload: String
    /// The words of its reason.
    package let reason: String?
  }
}

extension Ledger {
  /// Everything that the ledger keeps of a person but the secret that digests are made with.
  package func file(of person: Person) throws(LedgerFailure) -> PersonFile {
    try reading { session in
      let names = PairNames()
      let events = try session.rows(.eventsUnder, [.id(person.key)]).map { row in
        let stored = try EventRow(row)
        return PersonFile.StoredEvent(
          id: stored.id, position: Int(stored.position), occurredAt: stored.occurredAt, recordedAt: stored.recordedAt,
          pair: try stored.pair.map { try names.name(of: $0, in: session) }, payload: stored.payload,
          reason: try EventRow.remark(row))
      }
      let credentials = try session.rows(.credentialsUnder, [.id(person.key)]).compactMap { row in
        try Credential([row]) { try names.name(of: $0, in: session) }
      }
      return PersonFile(
        person: person, pairs: try Self.fetchPairs(.pairsOf, [.id(person.key)], session), events: events,
        credentials: credentials)
    }
  }
}
