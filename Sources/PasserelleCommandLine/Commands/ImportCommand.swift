import ArgumentParser
import Bilingual
import CompletionLedger
import CurriculumModel
import DomainWords
import ProgrammeModel
import RecordExchange

/// `import FILE`: events from a CSV file or from xAPI statements.
struct ImportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    about(
      "import", en: "Record the events of a CSV file or of xAPI statements; importing twice is importing once.",
      fr:
        "Consigner les événements d’un fichier CSV ou de déclarations xAPI\u{202F}; importer deux fois, c’est importer une fois."
    )
  }

  @Argument(
    help: help(
      en: "The file, as ‘export’ writes it or by hand; ‘-’ is standard input.",
      fr:
        "Le fichier, tel que «\u{A0}export\u{A0}» l’écrit ou fait à la main\u{202F}; «\u{A0}-\u{A0}» est l’entrée standard.",
      value: .file))
  var file: String

  @OptionGroup var workspace: LedgerOptions
  @OptionGroup var clock: ClockOptions
  @OptionGroup var printing: PrintingOptions
  @OptionGroup var progress: ProgressOption

  func run() throws {
    let open = try OpenWorkspace(workspace)
    let ledger = try open.ledger(.existing)
    let source = try EventSource(InputFile(path: file), progress)
    var report = ImportReport(file: file)
    // Everything is looked at before anything is written, so that a bad line at the end leaves nothing behind.
    var faults: [ImportFault] = []
    var digests: [Event.ID: Int] = [:]
    var reading = EventReading(try ledger.surroundings(in: open, at: clock.moment))
    try source.read(said(en: "looked at", fr: "examinés")) { line, fields in
      do {
        let event = try reading.event(try fields.get())
        let standing = try ledger.event(event.id)
        let digest = event.contentDigest
        let twin = digests.updateValue(digest, forKey: event.id)
        if standing.map({ !$0.saysTheSame(as: event) }) ?? (twin.map { $0 != digest } ?? false) {
          throw RecordFault(
            Wording(
              en: "event \(event.id) is recorded already with other content",
              fr: "l’événement \(event.id) est déjà consigné avec un autre contenu"),
            remedy: Wording(
              en: "give it another identifier, or void the one that is wrong",
              fr: "lui donner un autre identifiant, ou annuler celui qui est faux"))
        }
        if standing != nil || twin != nil { report.known += 1 } else { report.added += 1 }
      } catch let fault as RecordFault {
        if faults.count < Self.mostFaults { faults.append(fault.at(line: line)) }
      }
    }
    noteIgnored(source.ignoredColumns)
    try report.refuse(faults, printing.format)
    try record(source, ledger, EventReading(try ledger.surroundings(in: open, at: clock.moment)))
    try report.print(printing.format, .events)
  }

  private func record(_ source: EventSource, _ ledger: Ledger, _ start: EventReading) throws {
    var reading = start
    var batch: [Event] = []
    try source.read(said(en: "recorded", fr: "consignés")) { _, fields in
      batch.append(try reading.event(try fields.get()))
      if batch.count == Self.batch {
        try ledger.record(.init(batch))
        batch = []
      }
    }
    try ledger.record(.init(batch))
  }

  /// More faults than these nobody reads.
  private static let mostFaults = 1000
  /// Events that are written at a time.
  private static let batch = 5000
}

extension Event {
  /// A number that is the same for the same content, as long as this run lasts.
  fileprivate var contentDigest: Int {
    var hasher = Hasher()
    hasher.combine(occurredAt)
    hasher.combine(subject)
    hasher.combine(attestation)
    hasher.combine(kind)
    return hasher.finalize()
  }
}

extension Ledger {
  /// What an import must know beside its file.
  func surroundings(in open: OpenWorkspace, at now: Moment) throws -> EventReading.Surroundings {
    let people = try people()
    let byHandle = Dictionary(uniqueKeysWithValues: people.map { ($0.handle.rawValue, $0.key) })
    let keys = Set(people.map(\.key))
    let pairs = Dictionary(uniqueKeysWithValues: try pairs().map { ($0.id, $0) })
    return EventReading.Surroundings(
      person: { text in byHandle[text] ?? PersonKey(text).flatMap { keys.contains($0) ? $0 : nil } },
      pair: { pairs[$0] },
      text: { id in
        open.library.modules[id].map { ($0.version, open.digest(of: id)) }
      },
      standing: { try event($0) }, modules: open.library.modules.keys.map(\.rawValue),
      handles: people.map(\.handle.rawValue), now: now)
  }
}
