import Bilingual
import CompletionLedger
import CurriculumModel
import ProgrammeModel
import RecordExchange

/// The import of a file's events: one transaction, in which the file is read, judged and written, or nothing is.
///
/// A pass that people tell here for the first time is judged as `record` judges it; one that a file of ours holds, which
/// says when it was recorded, was judged where it was recorded, by the library of that day.
struct EventImport {
  /// What came of it.
  struct Outcome {
    /// Events that were written.
    var added = 0
    /// Events that were known already.
    var known = 0
    /// Passes out of order that count because somebody said why.
    var overridden = 0
    /// What cannot be taken; then nothing was written.
    var faults: [ImportFault] = []
  }

  let workspace: OpenWorkspace
  let ledger: Ledger
  let source: EventSource
  let now: Moment
  /// Why passes count whose conditions do not hold, where the file gives no reason.
  let override: String?

  /// Imports the events.
  func run() throws -> Outcome {
    let surroundings = try surroundings()
    do { return try attempt(surroundings, overriding: []) } catch let passes as PassesOutOfOrder {
      return try attempt(surroundings, overriding: passes.events)
    }
  }

  private func attempt(
    _ surroundings: EventReading.Surroundings, overriding: Set<Event.ID>
  ) throws -> Outcome {
    var taking = EventTaking(
      surroundings, library: workspace.library, overriding: override.map { reason in (reason, overriding) })
    var outcome = Outcome(overridden: overriding.count)
    do {
      let tally = try ledger.importing { importer in
        try source.read(said(en: "read", fr: "lus")) { line, fields in try taking.take(line, fields, &importer) }
        try taking.finish(&importer)
        let refusals = try taking.refusals(&importer)
        let passes = refusals.filter { if case .conditionsUnmet = $0.refusal { true } else { false } }
        if override != nil, !passes.isEmpty { throw PassesOutOfOrder(events: Set(passes.map(\.event))) }
        taking.faults += refusals.map { words(for: $0.refusal).at(line: $0.line) }
        if !taking.faults.isEmpty { throw Refused() }
      }
      (outcome.added, outcome.known) = (tally.recorded, tally.known + taking.known)
    } catch is Refused {
      outcome.faults = taking.faults
    } catch let failure as LedgerFailure {
      guard case .conflict(.event(let id)) = failure.code, let fault = try twin(of: id) else { throw failure }
      outcome.faults = taking.faults + [fault]
    }
    return outcome
  }

  /// The last line that says something else under an identifier than a line before it.
  private func twin(of id: Event.ID) throws -> ImportFault? {
    var lines: [Int] = []
    try source.read(said(en: "read", fr: "lus")) { line, fields in
      if case .success(let fields) = fields, (try? fields.identifier()) == id { lines.append(line) }
    }
    guard let first = lines.first, let last = lines.last, first != last else { return nil }
    return RecordFault(
      Wording(
        en: "event \(id) stands on line \(first) already, with other content",
        fr: "l’événement \(id) figure déjà à la ligne \(first), avec un autre contenu"),
      remedy: Wording(en: "give it another identifier", fr: "lui donner un autre identifiant")
    ).at(line: last)
  }

  private func words(for refusal: RecordingRefusal) -> RecordFault {
    let failure = CommandFailure(refusal, in: workspace) { $0.description }
    guard case .conditionsUnmet = refusal else { return RecordFault(failure.summary, remedy: failure.remedies.first) }
    let remedies = failure.remedies.dropLast()
    return RecordFault(
      failure.summary,
      remedy: Wording { language in
        let lacking = remedies.map { $0[language] }.joined(separator: language == .en ? "; " : "\u{202F}; ")
        return language == .en
          ? "\(lacking); if it is true all the same, say why in ‘reason’, or for the whole file with --override \"REASON\""
          : "\(lacking)\u{202F}; si c’est vrai malgré tout, dire pourquoi dans «\u{A0}reason\u{A0}», ou pour tout le fichier avec --override \"RAISON\""
      })
  }

  private func surroundings() throws -> EventReading.Surroundings {
    let people = try ledger.people()
    let byHandle = Dictionary(uniqueKeysWithValues: people.map { ($0.handle.rawValue, $0.key) })
    let keys = Set(people.map(\.key))
    let pairs = Dictionary(uniqueKeysWithValues: try ledger.pairs().map { ($0.id, $0) })
    return EventReading.Surroundings(
      person: { text in byHandle[text] ?? PersonKey(text).flatMap { keys.contains($0) ? $0 : nil } },
      pair: { pairs[$0] },
      text: { id in
        workspace.library.modules[id].map { ($0.version, workspace.digest(of: id)) }
      },
      modules: workspace.library.modules.keys.map(\.rawValue), handles: people.map(\.handle.rawValue), now: now)
  }
}

/// Something in the file cannot be taken.
private struct Refused: Error {}

/// These passes want a reason, and there is one.
private struct PassesOutOfOrder: Error {
  let events: Set<Event.ID>
}
