import ArgumentParser
import Bilingual
import CompletionLedger
import CurriculumModel
import Diagnostics
import DomainWords
import ProgrammeModel
import RecordExchange

/// `pair import FILE`: the pairs of a table.
struct PairImport: ParsableCommand {
  static var configuration: CommandConfiguration {
    about(
      "import", en: "Begin the pairs of a CSV file; importing twice is importing once.",
      fr: "Former les binômes d’un fichier CSV\u{202F}; importer deux fois, c’est importer une fois.")
  }

  @Argument(
    help: help(
      en: "The table: columns id, junior and senior, and as wished curriculum, goals and began.",
      fr: "Le tableau\u{A0}: colonnes identifiant, junior et senior, et au besoin parcours, buts et début.",
      value: .file))
  var file: String

  @OptionGroup var workspace: LedgerOptions
  @OptionGroup var clock: ClockOptions
  @OptionGroup var printing: PrintingOptions

  func run() throws {
    let open = try OpenWorkspace(workspace)
    var report = ImportReport(file: file)
    let reading = readPairs(try tableRecords(InputFile(path: file)))
    noteIgnored(reading.ignoredColumns)
    let ledger = try open.ledger(.existing)
    let people = Dictionary(uniqueKeysWithValues: try ledger.people().map { ($0.handle, $0.key) })
    let standing = Dictionary(uniqueKeysWithValues: try ledger.pairs().map { ($0.id, $0) })
    var faults = reading.faults
    var events: [Event] = []
    var seen: [Identifier<Pair>: Int] = [:]
    var generator = SystemRandomNumberGenerator()
    for line in reading.lines {
      do {
        if let before = seen.updateValue(line.line, forKey: line.id) {
          throw RecordFault(
            Wording(
              en: "‘\(line.id)’ stands on line \(before) already",
              fr: "«\u{A0}\(line.id)\u{A0}» figure déjà à la ligne \(before)"))
        }
        let pair = try pair(line, open, people)
        if let other = standing[line.id] {
          guard other == pair else {
            throw RecordFault.pairExists(line.id)
          }
          report.known += 1
          continue
        }
        report.added += 1
        let began = line.began ?? clock.moment
        guard began <= clock.moment else {
          throw RecordFault(
            Wording(en: "\(began.day.words.en) is still to come", fr: "le \(began.day.words.fr) n’est pas encore passé")
          )
        }
        events.append(
          Event(
            id: Event.ID(at: began, using: &generator), occurredAt: began, recordedAt: clock.moment,
            subject: .pair(pair), attestation: .init(role: .lead),
            kind: .enrolled(curriculum: pair.curriculum, goals: pair.goals)))
      } catch let fault as RecordFault { faults.append(fault.at(line: line.line)) }
    }
    try report.refuse(faults, printing.format)
    try ledger.record(.init(events))
    try report.print(printing.format, .pairs)
  }

  private func pair(
    _ line: PairLine, _ open: OpenWorkspace, _ people: [Identifier<Person>: PersonKey]
  ) throws -> Pair {
    func person(_ handle: Identifier<Person>) throws -> PersonKey {
      if let key = people[handle] { return key }
      let near = nearest(to: handle.rawValue, among: people.keys.map(\.rawValue))
      throw RecordFault(
        Wording(
          en: "there is no person \(Language.en.quote(handle.rawValue))",
          fr: "il n’y a pas de personne \(Language.fr.quote(handle.rawValue))"),
        remedy: near.isEmpty
          ? Wording(
            en: "add people first, with ‘person import’",
            fr: "ajouter d’abord les personnes, avec «\u{A0}person import\u{A0}»")
          : didYouMean(near))
    }
    do {
      for goal in line.goals { _ = try open.goal(goal.rawValue) }
      let curriculum = try open.curriculum(line.curriculum?.rawValue, for: line.goals.map(\.rawValue))
      return Pair(
        id: line.id, junior: try person(line.junior), senior: try person(line.senior), curriculum: curriculum.id,
        goals: line.goals)
    } catch let failure as CommandFailure { throw RecordFault(failure.summary, remedy: failure.remedies.first) }
  }
}

/// `pair end PAIR`: a pair ends, and what was passed in it stays passed.
struct PairEnd: ParsableCommand {
  static var configuration: CommandConfiguration {
    about(
      "end", en: "End a pair, early or at its end; what was passed stays passed.",
      fr: "Mettre fin à un binôme, tôt ou à son terme\u{202F}; ce qui est validé le reste.")
  }

  @Argument(help: help(en: "The pair.", fr: "Le binôme.", value: .pair))
  var pair: String

  @Option(help: help(en: "Why, in a few words.", fr: "Pourquoi, en quelques mots.", value: .reason))
  var reason: String?

  @OptionGroup var recording: RecordingOptions

  func run() throws {
    let recorder = try recording.recorder()
    let pair = try recorder.ledger.knownPair(pair)
    let occurred = try recording.occurred(recorder)
    let recorded = try recorder.record(about: [pair.junior, pair.senior]) { _ in
      [
        recorder.event(
          0, at: occurred, .pair(pair), Event.Attestation(role: .lead), .withdrawn(reason: reason))
      ]
    }
    try recording.report(recorded, by: recorder)
  }
}
