package import Bilingual
package import CurriculumModel
package import ProgrammeModel

/// A few people, their two pairs and what is told of them, for tests: each event gets an identifier by a seed.
package struct Story: Sendable {
  /// The junior of the first pair.
  package let awa: Person
  /// The senior of both pairs.
  package let bruno: Person
  /// The junior of the second pair.
  package let chloe: Person
  /// Awa and Bruno.
  package let first: Pair
  /// Chloé and Bruno.
  package let second: Pair
  /// What was told, in the order of telling.
  package private(set) var events: [Event] = []
  /// Where identifiers come from.
  package var generator: SplitMix64

  /// A story in which nothing is told yet.
  package init(seed: UInt64 = 1) {
    var generator = SplitMix64(seed: seed)
    func person(_ handle: Identifier<Person>, _ name: String) -> Person {
      Person(key: PersonKey(randomUsing: &generator), handle: handle, name: name, language: LanguageTag("fr"))
    }
    awa = person("awa", "Awa Diallo")
    bruno = person("bruno", "Bruno Lefèvre")
    chloe = person("chloe", "Chloé Ngô")
    first = Pair(
      id: "awa-bruno", junior: awa.key, senior: bruno.key, curriculum: "digital-presence", goals: ["mentee", "core"])
    second = Pair(id: "chloe-bruno", junior: chloe.key, senior: bruno.key, curriculum: "digital-presence")
    self.generator = generator
  }

  /// The three people.
  package var people: [Person] { [awa, bruno, chloe] }

  /// What was told, as a history.
  package var history: History { History(events) }

  /// Tells an event; recorded when it happened, where nothing else is said.
  @discardableResult
  package mutating func tell(
    _ kind: Event.Kind, _ subject: Event.Subject, _ occurred: String, recorded: String? = nil
  ) -> Event {
    let event = make(kind, subject, occurred, recorded: recorded)
    events.append(event)
    return event
  }

  /// Makes an event without telling it.
  package mutating func make(
    _ kind: Event.Kind, _ subject: Event.Subject, _ occurred: String, recorded: String? = nil
  ) -> Event {
    let at = moment(occurred)
    return Event(
      id: Event.ID(at: at, using: &generator), occurredAt: at, recordedAt: recorded.map(moment) ?? at,
      subject: subject, attestation: .init(role: .junior, person: awa.key), kind: kind)
  }

  /// Tells that a pair began.
  @discardableResult
  package mutating func enrol(_ pair: Pair, _ occurred: String = "2026-01-05") -> Event {
    tell(.enrolled(curriculum: pair.curriculum, goals: pair.goals), .pair(pair), occurred)
  }

  /// A new run at a module, in version 1.0.0.
  package mutating func run(_ module: Identifier<Module>) -> Run {
    Run(
      module: module, version: SemanticVersion(1, 0, 0), digest: "sha256:\(module)",
      registration: RegistrationID(randomUsing: &generator))
  }
}

/// The moment that a text writes; a test that writes another kind of text is wrong.
package func moment(_ iso: String) -> Moment {
  guard let moment = Moment(iso: iso) else { preconditionFailure("'\(iso)' is not a moment.") }
  return moment
}
