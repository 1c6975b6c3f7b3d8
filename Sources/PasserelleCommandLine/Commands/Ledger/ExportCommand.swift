import ArgumentParser
import Bilingual
import CompletionLedger
import CurriculumModel
import ProgrammeModel
import RecordExchange

/// `export`: what is recorded, as a CSV file or as xAPI statements.
struct ExportCommand: ParsableCommand {
  /// What an export is written as.
  enum Form: String, CaseIterable, ExpressibleByArgument {
    /// A table, with people under what one types for them.
    case csv
    /// Statements, one on a line, with people under their keys.
    case xapi
  }

  static var configuration: CommandConfiguration {
    about(
      "export", en: "Write what is recorded as a CSV file or as xAPI statements; ‘import’ takes both.",
      fr: "Écrire ce qui est consigné en CSV ou en déclarations xAPI\u{202F}; «\u{A0}import\u{A0}» reprend les deux.")
  }

  @Option(help: help(en: "csv or xapi.", fr: "csv ou xapi.", value: .form))
  var format: Form = .csv

  @Option(help: help(en: "This pair’s events alone.", fr: "Les événements de ce binôme seulement.", value: .pair))
  var pair: String?

  @OptionGroup var product: OutputOptions
  @OptionGroup var workspace: LedgerOptions
  @OptionGroup var progress: ProgressOption

  func run() throws {
    let open = try OpenWorkspace(workspace)
    let ledger = try open.ledger(.existing)
    let page = open.library.programme.issuer.url.absoluteAddress
    let pair = try pair.map { try ledger.knownPair($0) }
    if let output = product.output {
      try writingAtomically(to: output) { write in try export(ledger, pair, page, write) }
    } else {
      var buffer: [UInt8] = []
      try export(ledger, pair, page) { bytes in
        buffer += bytes
        guard buffer.count >= 1 << 16 else { return }
        Conversation.write(buffer)
        buffer = []
      }
      Conversation.write(buffer)
    }
  }

  private func export(
    _ ledger: Ledger, _ pair: Pair?, _ page: String?, _ write: ([UInt8]) throws -> Void
  ) throws {
    let people = try ledger.people()
    let handles = Dictionary(uniqueKeysWithValues: people.map { ($0.key, $0.handle.rawValue) })
    if format == .csv { try write(Array(EventTable.heading.utf8)) }
    // A pair's beginning stands before everything that happens in it, whoever comes first in the alphabet.
    try told(of: people, ledger, pair) { if $0.isEnrolment { try write(line($0, handles, page)) } }
    try told(of: people, ledger, pair) { if !$0.isEnrolment { try write(line($0, handles, page)) } }
  }

  private func line(_ event: Event, _ handles: [PersonKey: String], _ page: String?) throws -> [UInt8] {
    switch format {
    case .csv: Array(EventTable.line(event) { handles[$0] ?? $0.description }.utf8)
    case .xapi: Array((try StatementFile.line(event, homePage: page) + "\n").utf8)
    }
  }

  /// Each event once, person after person, so that one person's are in memory at a time.
  private func told(of people: [Person], _ ledger: Ledger, _ pair: Pair?, _ body: (Event) throws -> Void) throws {
    let known = Set(people.map(\.key))
    var line = ProgressLine(progress)
    for (place, person) in people.enumerated() {
      if let pair, pair.place(of: person.key) == nil { continue }
      for event in try ledger.history(of: [person.key]).events
      where event.subject.people.first(where: known.contains) == person.key {
        if pair == nil || event.subject.pair == pair?.id { try body(event) }
      }
      line.show(place + 1, of: people.count, said(en: "of people", fr: "des personnes"))
    }
    line.clear()
  }
}

extension String {
  /// The address, where it says everything by itself; nil for one that needs another to begin at.
  fileprivate var absoluteAddress: String? {
    wholeMatch(of: /[A-Za-z][A-Za-z0-9+.\-]*:\S+/) == nil ? nil : self
  }
}

extension Event {
  fileprivate var isEnrolment: Bool {
    if case .enrolled = kind { true } else { false }
  }
}
