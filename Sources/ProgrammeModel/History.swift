package import Bilingual

/// What is known to have happened, each event once, in order of happening.
///
/// Every state is a fold of it, asked for as of a moment; the order in which events were learnt of never matters.
package struct History: Equatable, Sendable {
  /// The events, in order of happening.
  package let events: [Event]

  /// A history of these events, in whatever order; of several with one identifier, the first recorded stays.
  package init(_ events: some Sequence<Event>) {
    var byID: [Event.ID: Event] = [:]
    for event in events {
      if let known = byID[event.id], known < event { continue }
      byID[event.id] = event
    }
    self.events = byID.values.sorted()
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
    let recorded = events.filter { event in known.map { event.recordedAt <= $0 } ?? true }
    let voids = Voids(in: recorded)
    fold.disregarded = voids.disregarded
    for event in recorded where event.occurredAt <= moment && !voids.strikes(event) { fold.take(event) }
    return fold.progress()
  }
}

/// Which events others void.
struct Voids {
  /// The events that do not count, and why.
  private(set) var disregarded: [Event.ID: Progress.Disregard] = [:]

  /// The voids among these events; each counts only about the people of its target, and none reaches another void.
  init(in events: [Event]) {
    let byID = Dictionary(events.map { ($0.id, $0) }) { first, _ in first }
    for void in events {
      guard case .voided(let target, _, _) = void.kind, let event = byID[target] else { continue }
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
