package import Bilingual
package import CurriculumModel

extension History {
  /// A pass out of order, and the facts that its pair lacked.
  package struct OutOfOrder: Equatable, Sendable {
    /// The event.
    package let event: Event.ID
    /// The module, by the identifier of today.
    package let module: Identifier<Module>
    /// What was lacking.
    package let lacking: [Fact]
  }

  /// The passes among these events whose conditions did not hold when they happened, in order of happening.
  ///
  /// What happened at one moment, such as on one day of a table, may open each other's conditions in whatever order
  /// makes most of it hold; no pass opens its own. A pass that is out of order counts for those after it, so that one
  /// mistake is found once. Nothing is asked of a pass in no pair, one that says why it is true all the same, or one
  /// that was voided.
  ///
  /// `unmet` names the facts that a pair with these attainments lacks to begin a module. O(k · n log n) for k passes
  /// among n events, where no two happened at one moment.
  package func outOfOrder(
    _ suspects: Set<Event.ID>, under terms: ModuleTerms, unmet: (Identifier<Module>, Attainments) -> [Fact]
  ) -> [OutOfOrder] {
    let voids = Voids(in: events)
    let passes = events.filter { event in
      guard suspects.contains(event.id), !voids.strikes(event), event.subject.pair != nil else { return false }
      return if case .passed(_, override: nil) = event.kind { true } else { false }
    }
    var found: [OutOfOrder] = []
    var rest = passes[...]
    while let first = rest.first {
      let together = rest.prefix { $0.occurredAt == first.occurredAt }
      rest = rest.dropFirst(together.count)
      found += lacking(of: together, under: terms, unmet)
    }
    return found
  }

  /// The passes among these events that the library's conditions did not allow when they happened.
  package func outOfOrder(_ suspects: Set<Event.ID>, in library: Library) -> [OutOfOrder] {
    outOfOrder(suspects, under: ModuleTerms(of: library), unmet: library.unmet(for:given:))
  }

  /// What happened in a pair after it ended, in order of happening; what is told of people only, as they judge
  /// themselves, may come later.
  package func happenedAfterTheEnd(of pair: Identifier<Pair>) -> [(event: Event.ID, ended: Moment)] {
    guard let ended = progress(asOf: Moment(milliseconds: .max), under: ModuleTerms([:])).pair(pair).ended else {
      return []
    }
    let ending = events.first { event in
      if case .withdrawn = event.kind { event.subject.pair == pair && event.occurredAt == ended } else { false }
    }
    return events.filter { event in
      guard event.subject.pair == pair, event.occurredAt >= ended, event.id != ending?.id else { return false }
      return switch event.kind {
      case .sessionHeld, .sessionMissed, .agreed, .wished, .wishWithdrawn, .withdrawn: true
      case .completed, .passed, .failed, .recognised: true
      default: false
      }
    }.map { ($0.id, ended) }
  }

  /// Those of the passes, all of one moment, that nothing opens.
  private func lacking(
    of passes: ArraySlice<Event>, under terms: ModuleTerms, _ unmet: (Identifier<Module>, Attainments) -> [Fact]
  ) -> [OutOfOrder] {
    var waiting = Array(passes)
    let ids = Set(passes.map(\.id))
    var admitted = History(events.filter { !ids.contains($0.id) })
    while let moment = waiting.first?.occurredAt {
      let progress = admitted.progress(asOf: moment, under: terms)
      let judged = waiting.map { event in (event: event, judgement: judgement(event, progress, terms, unmet)) }
      let ready = judged.filter { $0.judgement?.lacking.isEmpty ?? true }.map(\.event)
      guard !ready.isEmpty else { return judged.compactMap(\.judgement) }
      admitted = admitted.adding(ready)
      let readyIDs = Set(ready.map(\.id))
      waiting.removeAll { readyIDs.contains($0.id) }
    }
    return []
  }

  /// What a pass lacks, nil where nothing can be asked because its pair never began.
  private func judgement(
    _ event: Event, _ progress: Progress, _ terms: ModuleTerms, _ unmet: (Identifier<Module>, Attainments) -> [Fact]
  ) -> OutOfOrder? {
    guard let run = event.kind.run, let id = event.subject.pair,
      let pair = progress.pair(id).agreed ?? agreed(in: id, under: terms)
    else { return nil }
    let module = terms.current(run.module)
    return OutOfOrder(event: event.id, module: module, lacking: unmet(module, progress.attainments(of: pair)))
  }

  /// The pair, which may have begun after what is told of it.
  private func agreed(in id: Identifier<Pair>, under terms: ModuleTerms) -> Pair? {
    progress(asOf: Moment(milliseconds: .max), under: terms).pair(id).agreed
  }
}
