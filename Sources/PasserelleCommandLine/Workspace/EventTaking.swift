import Bilingual
import CompletionLedger
import CurriculumModel
import ProgrammeModel
import RecordExchange

/// Takes the events of a file, block after block, and notes what cannot be taken.
struct EventTaking {
  /// What cannot be taken so far.
  var faults: [ImportFault] = []
  /// Beginnings of pairs that say nothing new.
  private(set) var known = 0
  private let surroundings: EventReading.Surroundings
  private let library: Library
  /// A reason, and the passes that it is the reason of.
  private let overriding: (reason: String, events: Set<Event.ID>)?
  private var reading: EventReading
  private var block: [(line: Int, fields: EventFields)] = []
  /// The lines of what is told here of pairs for the first time.
  private var told: [Identifier<Pair>: [Event.ID: Int]] = [:]

  /// More faults than these nobody reads.
  private static let mostFaults = 1000
  /// So many lines are asked about at once.
  private static let blockSize = 2000

  /// Takes nothing yet.
  init(
    _ surroundings: EventReading.Surroundings, library: Library, overriding: (String, Set<Event.ID>)?
  ) {
    self.surroundings = surroundings
    self.library = library
    self.overriding = overriding
    reading = EventReading(surroundings)
  }

  /// Takes a line.
  mutating func take(
    _ line: Int, _ fields: Result<EventFields, RecordFault>, _ importer: inout Importer
  ) throws {
    switch fields {
    case .success(let fields): block.append((line, fields))
    case .failure(let fault): note(fault, line)
    }
    if block.count == Self.blockSize { try finish(&importer) }
  }

  /// Takes what has come and was not taken yet.
  mutating func finish(_ importer: inout Importer) throws {
    let standing = try importer.events(block.compactMap { try? $0.fields.identifier() })
    for (line, fields) in block {
      do {
        let known = standing[try fields.identifier()]
        let event = overridden(try reading.event(fields, standing: known))
        if let known {
          guard known.saysTheSame(as: event) else { throw RecordFault.otherContent(event.id) }
        } else if try saysNothingNew(event, fields, importer) {
          self.known += 1
          continue
        }
        // Where something is wrong, nothing is written in the end.
        guard faults.isEmpty else { continue }
        try importer.add(event)
        if known == nil, fields[.recorded] == nil, let pair = event.subject.pair {
          told[pair, default: [:]][event.id] = line
        }
      } catch let fault as RecordFault { note(fault, line) }
    }
    block.removeAll(keepingCapacity: true)
  }

  /// What is told here for the first time and is refused by what is known, each with its line: what happened in a pair
  /// after it ended, and passes whose conditions did not hold.
  ///
  /// Where something else is wrong nothing is found, because what is lacking may stand on the line that is wrong.
  mutating func refusals(
    _ importer: inout Importer
  ) throws -> [(line: Int, event: Event.ID, refusal: RecordingRefusal)] {
    guard faults.isEmpty else { return [] }
    var all: [(line: Int, event: Event.ID, refusal: RecordingRefusal)] = []
    for (id, lines) in told.sorted(by: { $0.key < $1.key }) {
      guard let pair = reading.pair(id) else { continue }
      let history = try importer.history(of: [pair.junior, pair.senior])
      for found in history.outOfOrder(Set(lines.keys), in: library) {
        guard let line = lines[found.event] else { continue }
        all.append((line, found.event, .conditionsUnmet(found.module, lacking: found.lacking)))
      }
      for found in history.happenedAfterTheEnd(of: id) {
        guard let line = lines[found.event] else { continue }
        all.append((line, found.event, .pairEnded(id, at: found.ended)))
      }
    }
    return all
  }

  /// Whether an event says that a pair begins that began before with the same people, curriculum and goals.
  ///
  /// A beginning before the known one is news: the earliest counts.
  private func saysNothingNew(_ event: Event, _ fields: EventFields, _ importer: Importer) throws -> Bool {
    guard case .enrolled(let curriculum, let goals) = event.kind,
      case .pair(let id, let junior, let senior) = event.subject, let standing = surroundings.pair(id)
    else { return false }
    let told = Pair(id: id, junior: junior, senior: senior, curriculum: curriculum, goals: goals)
    guard told == standing else {
      let isOurs = fields[.recorded] != nil
      guard isOurs, (junior, senior) == (standing.junior, standing.senior) else { throw RecordFault.pairExists(id) }
      return false
    }
    let began = try importer.standingHistory(of: [junior])
      .progress(asOf: Moment(milliseconds: .max), under: ModuleTerms([:])).pair(id).began
    return began.map { $0 <= event.occurredAt } ?? false
  }

  private func overridden(_ event: Event) -> Event {
    guard let overriding, overriding.events.contains(event.id), case .passed(let run, override: nil) = event.kind
    else { return event }
    return Event(
      id: event.id, occurredAt: event.occurredAt, recordedAt: event.recordedAt, subject: event.subject,
      attestation: event.attestation, kind: .passed(run, override: overriding.reason))
  }

  private mutating func note(_ fault: RecordFault, _ line: Int) {
    if faults.count < Self.mostFaults { faults.append(fault.at(line: line)) }
  }
}
