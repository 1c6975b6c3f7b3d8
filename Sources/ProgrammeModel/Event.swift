package import Bilingual
package import CurriculumModel

/// Something that happened, as somebody says: written once and never changed.
package struct Event: Hashable, Sendable, Identifiable {
  /// The identifier of an event (version 7), made by whoever writes it: saying the same twice is saying it once.
  package typealias ID = UniversalID<Event>

  /// The identifier.
  package let id: ID
  /// When it happened, as claimed.
  package let occurredAt: Moment
  /// When it was recorded.
  package let recordedAt: Moment
  /// Whom it is about.
  package let subject: Subject
  /// Who says so.
  package let attestation: Attestation
  /// What happened.
  package let kind: Kind

  /// An event from its parts.
  package init(
    id: ID, occurredAt: Moment, recordedAt: Moment, subject: Subject, attestation: Attestation, kind: Kind
  ) {
    self.id = id
    self.occurredAt = occurredAt
    self.recordedAt = recordedAt
    self.subject = subject
    self.attestation = attestation
    self.kind = kind
  }

  /// Whether the other event says the same under the same identifier, whenever it was recorded.
  package func saysTheSame(as other: Event) -> Bool {
    (id, occurredAt, subject, attestation, kind)
      == (other.id, other.occurredAt, other.subject, other.attestation, other.kind)
  }
}

extension Event: Comparable {
  /// Order of happening; of what happened at once, order of recording, then of identifier.
  package static func < (a: Event, b: Event) -> Bool {
    (a.occurredAt, a.recordedAt, a.id) < (b.occurredAt, b.recordedAt, b.id)
  }
}

extension Event {
  /// Whom an event is about.
  package enum Subject: Hashable, Sendable {
    /// One person: what is passed or recognised, by itself or in a pair.
    case person(PersonKey, in: Identifier<Pair>?)
    /// A pair as such; the event stands under both people.
    case pair(Identifier<Pair>, junior: PersonKey, senior: PersonKey)

    /// A pair as such.
    package static func pair(_ pair: Pair) -> Subject {
      .pair(pair.id, junior: pair.junior, senior: pair.senior)
    }

    /// The people, the junior first.
    package var people: [PersonKey] {
      switch self {
      case .person(let person, _): [person]
      case .pair(_, let junior, let senior): [junior, senior]
      }
    }

    /// The pair, where it happened in one.
    package var pair: Identifier<Pair>? {
      switch self {
      case .person(_, let pair): pair
      case .pair(let pair, _, _): pair
      }
    }
  }

  /// Who says that an event happened, and on what ground.
  package struct Attestation: Hashable, Sendable {
    /// In which role somebody says so.
    package enum Role: String, CaseIterable, Sendable {
      /// As the junior of the pair.
      case junior
      /// As the senior of the pair.
      case senior
      /// As the two of the pair together.
      case both
      /// As who leads the programme.
      case lead
    }

    /// On what ground.
    package enum Ground: String, CaseIterable, Sendable {
      /// Seen by whoever says so.
      case observed
      /// Told by the person concerned.
      case stated
      /// Read in a document.
      case documented
    }

    /// In which role.
    package let role: Role
    /// On what ground.
    package let ground: Ground
    /// Who, where it is known.
    package let person: PersonKey?

    /// An attestation from its parts.
    package init(role: Role, ground: Ground = .observed, person: PersonKey? = nil) {
      self.role = role
      self.ground = ground
      self.person = person
    }
  }
}
