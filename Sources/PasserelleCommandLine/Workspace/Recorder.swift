import Bilingual
import CompletionLedger
import Crypto
import CurriculumModel
import ProgrammeModel

/// Makes events and records them, judged by what is recorded already.
struct Recorder {
  let workspace: OpenWorkspace
  let ledger: Ledger
  let now: Moment
  /// The identifier that a script gives its command, so that saying it twice is saying it once.
  let baseID: Event.ID?

  /// An event; `index` is its place among those of one command.
  func event(
    _ index: Int, at occurred: Moment, _ subject: Event.Subject, _ attestation: Event.Attestation, _ kind: Event.Kind
  ) -> Event {
    Event(
      id: identifier(index), occurredAt: occurred, recordedAt: now, subject: subject, attestation: attestation,
      kind: kind)
  }

  /// Records events that follow from the history, all or nothing.
  ///
  /// - Returns: The events and whether each was recorded or stood there already.
  @discardableResult
  func record(
    about people: [PersonKey], credentials: [Credential] = [], _ make: (History) throws -> [Event]
  ) throws -> [(event: Event, outcome: Ledger.Outcome)] {
    var events: [Event] = []
    let outcomes: [Ledger.Outcome]
    do {
      outcomes = try ledger.record(about: people) { history in
        // Said again under the same identifier, a command meets its own events; it is made as if it did not, and
        // the ledger says whether it is the same.
        let own = ownIdentifiers
        let before = own.isEmpty ? history : History(history.events.filter { !own.contains($0.id) })
        events = try make(before)
        try refuseOtherContent(than: history.events.filter { own.contains($0.id) }, in: history, events)
        _ = try before.admitting(events, in: workspace.library)
        return Ledger.Entry(events, credentials: credentials)
      }
    } catch let refusal as RecordingRefusal {
      throw CommandFailure(refusal, in: workspace) { key in (try? ledger.person(key: key)?.name) ?? key.description }
    }
    return zip(events, outcomes).map { (event: $0.0, outcome: $0.1) }
  }

  /// The number from which to count events that come after all that these people's history tells of the same
  /// millisecond, so that what was said later stays later.
  func firstNumber(after history: History) -> Int {
    guard baseID == nil else { return 0 }
    return history.events.compactMap { $0.recordedAt == now ? $0.id.number(at: now) : nil }.max().map { $0 + 1 } ?? 0
  }

  /// The run that an attempt at a module belongs to: the one under way, otherwise a new one.
  func run(at module: Module, continuing registration: RegistrationID?, index: Int) -> Run {
    var generator = SystemRandomNumberGenerator()
    let new = RegistrationID(bytes: identifier(index).bytes) ?? RegistrationID(at: now, using: &generator)
    return Run(
      module: module.id, version: module.version, digest: workspace.digest(of: module.id),
      registration: registration ?? new)
  }

  /// The event that this command recorded when it was given the same identifier before.
  var standing: Event? {
    get throws(LedgerFailure) {
      guard let baseID else { return nil }
      return try ledger.event(baseID)
    }
  }

  /// Refuses to say something else under an identifier that was used before.
  private func refuseOtherContent(
    than standing: [Event], in history: History, _ events: [Event]
  ) throws(LedgerFailure) {
    guard let baseID, !standing.isEmpty else { return }
    let isSame =
      standing.count == events.count && events.allSatisfy { history[$0.id]?.saysTheSame(as: $0) ?? false }
    guard isSame else { throw LedgerFailure(.conflict(.event(baseID)), path: ledger.path) }
  }

  /// The identifiers that the command's events may have, where a script gave one.
  private var ownIdentifiers: Set<Event.ID> {
    baseID == nil ? [] : Set((0..<Self.mostEvents).map(identifier))
  }

  /// More events than this no command makes.
  private static let mostEvents = 64

  /// The identifier of one of the command's events: random, or derived from the one that the script gives.
  private func identifier(_ index: Int) -> Event.ID {
    guard let baseID else {
      var generator = SystemRandomNumberGenerator()
      return Event.ID(at: now, number: index, using: &generator)
    }
    guard index > 0 else { return baseID }
    var bytes = Array(
      SHA256.hash(data: baseID.bytes + [UInt8(truncatingIfNeeded: index >> 8), UInt8(truncatingIfNeeded: index)])
        .prefix(16))
    // RFC 9562's version 8, custom: the time of the first stays in front, then the place among the events.
    bytes.replaceSubrange(0..<6, with: baseID.bytes.prefix(6))
    bytes[6] = 0x80 | UInt8(truncatingIfNeeded: index >> 8) & 0x0F
    bytes[7] = UInt8(truncatingIfNeeded: index)
    bytes[8] = bytes[8] & 0x3F | 0x80
    return Event.ID(bytes: bytes) ?? baseID
  }
}
