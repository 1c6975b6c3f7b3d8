package import Bilingual

/// What is known to have happened, each event once, in order of happening.
///
/// Every state is a fold of it, asked for as of a moment; the order in which events were learnt of never matters.
package struct History: Equatable, Sendable {
  /// The events, in order of happening.
  package let events: [Event]

  /// A history of these events, in whatever order; of several with one identifier, the first recorded stays.
  package init(_ events: some Sequence<Event>) {
    let told = Array(events)
    var seen: Set<Event.ID> = []
    seen.reserveCapacity(told.count)
    // An event is a large value, so its place is moved about in its stead.
    let places = told.indices.map { Place(told[$0], $0) }.sorted().filter { seen.insert($0.id).inserted }
    self.events = places.map { told[$0.index] }
  }

  /// The history with further events.
  package func adding(_ more: some Sequence<Event>) -> History {
    History(events + Array(more))
  }

  /// The event of this identifier.
  package subscript(id: Event.ID) -> Event? {
    events.first { $0.id == id }
  }

  /// How things stood at a moment, by what was recorded up to another (by all that is recorded, where it is nil).
  ///
  /// A void strikes its target out as of every moment: what it voids never happened. O(n log n) for n events.
  package func progress(asOf moment: Moment, knownAt known: Moment? = nil, under terms: ModuleTerms) -> Progress {
    var fold = ProgressFold(moment: moment, terms: terms)
    let recorded = known.map { known in events.filter { $0.recordedAt <= known } } ?? events
    let voids = Voids(in: recorded)
    fold.disregarded = voids.disregarded
    for event in recorded where event.occurredAt <= moment && !voids.strikes(event) { fold.take(event) }
    return fold.progress()
  }
}

/// Where an event stands in a sequence, in the order of events.
private struct Place: Comparable {
  let occurredAt: Moment
  let recordedAt: Moment
  let id: Event.ID
  let index: Int

  init(_ event: Event, _ index: Int) {
    (occurredAt, recordedAt, id) = (event.occurredAt, event.recordedAt, event.id)
    self.index = index
  }

  static func < (a: Place, b: Place) -> Bool {
    (a.occurredAt, a.recordedAt, a.id, a.index) < (b.occurredAt, b.recordedAt, b.id, b.index)
  }
}

/// Which events others void.
struct Voids {
  /// The events that do not count, and why.
  private(set) var disregarded: [Event.ID: Progress.Disregard] = [:]

  /// The voids among these events; each counts only about the people of its target, and none reaches another void.
  init(in events: [Event]) {
    let voids = events.filter { if case .voided = $0.kind { true } else { false } }
    // Most histories have none, and need no index.
    guard !voids.isEmpty else { return }
    let index = Dictionary(events.indices.map { (events[$0].id, $0) }) { first, _ in first }
    for void in voids {
      guard case .voided(let target, _, _) = void.kind, let event = index[target].map({ events[$0] }) else { continue }
      if case .voided = event.kind {
        disregarded[void.id] = .voidOfVoid
      } else if event.subject != void.subject {
        disregarded[void.id] = .voidOfOthers
      } else if disregarded[target] == nil {
        disregarded[target] = .voided(by: void.id)
      }
    }
  }

  /// Whether the event does not count, or says nothing itself because it is a void.
  func strikes(_ event: Event) -> Bool {
    if case .voided = event.kind { return true }
    return disregarded[event.id] != nil
  }
}
