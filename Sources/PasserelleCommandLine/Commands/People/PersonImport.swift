import ArgumentParser
import Bilingual
import CompletionLedger
import CurriculumModel
import Diagnostics
import DomainWords
import ProgrammeModel
import RecordExchange

/// `person import FILE`: the people of a table.
struct PersonImport: ParsableCommand {
  static var configuration: CommandConfiguration {
    about(
      "import", en: "Add the people of a CSV file; importing twice is importing once.",
      fr: "Ajouter les personnes d’un fichier CSV\u{202F}; importer deux fois, c’est importer une fois.")
  }

  @Argument(
    help: help(
      en: "The table: columns id and name, and as wished language, wants, haves and reports-to.",
      fr: "Le tableau\u{A0}: colonnes identifiant et nom, et au besoin langue, souhaits, apports et rattachement.",
      value: .file))
  var file: String

  @OptionGroup var workspace: LedgerOptions
  @OptionGroup var clock: ClockOptions
  @OptionGroup var printing: PrintingOptions

  func run() throws {
    let open = try OpenWorkspace(workspace)
    var report = ImportReport(file: file)
    let reading = readPeople(try tableRecords(InputFile(path: file))) { open.fault(of: $0) }
    noteIgnored(reading.ignoredColumns)
    try report.refuse(reading.faults + Self.repeated(reading.lines), printing.format)
    let ledger = try open.ledger(.creating)
    var generator = SystemRandomNumberGenerator()
    let standing = Dictionary(uniqueKeysWithValues: try ledger.people().map { ($0.handle, $0) })
    let usual = open.library.programme.languages(for: LanguageTag(spokenLanguage.rawValue)).first
    let people = Dictionary(
      uniqueKeysWithValues: reading.lines.map { line in
        (
          line.handle,
          Person(
            key: standing[line.handle]?.key ?? PersonKey(randomUsing: &generator), handle: line.handle, name: line.name,
            language: line.language ?? standing[line.handle]?.language ?? usual ?? LanguageTag("fr"))
        )
      })
    let known = standing.merging(people) { old, _ in old }
    try report.refuse(faults(reading.lines, people, known), printing.format)
    var events: [Event] = []
    for line in reading.lines {
      guard let person = people[line.handle] else { continue }
      let profile = Profile(wants: line.wants, haves: line.haves, superior: line.superior.flatMap { known[$0]?.key })
      let isNew = standing[line.handle] == nil
      let told = isNew ? nil : try ledger.profile(of: person.key, under: ModuleTerms(of: open.library))
      let isTold = (told ?? Profile()) == profile
      if isNew { report.added += 1 } else if isTold { report.known += 1 } else { report.changed += 1 }
      guard !isTold else { continue }
      events.append(
        Event(
          id: Event.ID(at: clock.moment, using: &generator), occurredAt: clock.moment, recordedAt: clock.moment,
          subject: .person(person.key, in: nil), attestation: .init(role: .lead, ground: .documented),
          kind: .described(profile)))
    }
    try ledger.add(
      reading.lines.filter { standing[$0.handle] == nil }.compactMap { people[$0.handle] }, using: &generator)
    try ledger.record(.init(events))
    try report.print(printing.format, .people)
  }

  /// Lines with a handle that stands on an earlier one.
  private static func repeated(_ lines: [PersonLine]) -> [ImportFault] {
    var first: [Identifier<Person>: Int] = [:]
    return lines.compactMap { line in
      guard let before = first[line.handle] else {
        first[line.handle] = line.line
        return nil
      }
      return ImportFault(
        line: line.line,
        Wording(
          en: "‘\(line.handle)’ stands on line \(before) already",
          fr: "«\u{A0}\(line.handle)\u{A0}» figure déjà à la ligne \(before)"))
    }
  }

  /// What contradicts the ledger or the table itself.
  private func faults(
    _ lines: [PersonLine], _ people: [Identifier<Person>: Person], _ known: [Identifier<Person>: Person]
  ) -> [ImportFault] {
    let superiors = Dictionary(lines.map { ($0.handle, $0.superior) }) { first, _ in first }.compactMapValues(\.self)
    return lines.compactMap { line in
      if let other = known[line.handle], let person = people[line.handle], other.name != person.name {
        return ImportFault(
          line: line.line,
          Wording(
            en: "‘\(line.handle)’ is \(other.name) already", fr: "«\u{A0}\(line.handle)\u{A0}» est déjà \(other.name)"),
          remedy: Wording(en: "choose another id", fr: "choisir un autre identifiant"))
      }
      guard let superior = line.superior else { return nil }
      guard known[superior] != nil else {
        let near = nearest(to: superior.rawValue, among: known.keys.map(\.rawValue))
        return ImportFault(
          line: line.line,
          Wording(
            en: "there is no person ‘\(superior)’ to report to",
            fr: "il n’y a pas de personne «\u{A0}\(superior)\u{A0}» à qui être rattaché"),
          remedy: near.isEmpty ? nil : didYouMean(near))
      }
      var above = superior
      for _ in superiors where above != line.handle { above = superiors[above] ?? above }
      guard above == line.handle else { return nil }
      return ImportFault(
        line: line.line,
        Wording(
          en: "‘\(line.handle)’ reports to itself, through others or not",
          fr: "«\u{A0}\(line.handle)\u{A0}» dépend de soi-même, directement ou non"))
    }
  }
}

/// Says which columns a table has in vain.
func noteIgnored(_ columns: [String]) {
  guard !columns.isEmpty else { return }
  let names = spokenLanguage.list(columns.map { spokenLanguage.quote($0) })
  Conversation.note(
    said(en: "nothing is taken from the columns \(names)", fr: "rien n’est repris des colonnes \(names)"))
}

extension OpenWorkspace {
  /// What is wrong with a competence, or nil.
  func fault(of held: LevelledCompetence) -> RecordFault? {
    do {
      let known = library.frameworks[held.competence.framework]
      // A framework with levels asks for one: without, the first would be meant.
      _ = try competence((known?.levels ?? 0) > 0 && held.level == 0 ? "\(held)=0" : held.description)
      return nil
    } catch {
      guard let failure = error as? CommandFailure else { return nil }
      return RecordFault(failure.summary, remedy: failure.remedies.first)
    }
  }
}

extension Ledger {
  /// What a person wants and can give, as last told; nil where nobody told.
  func profile(of person: PersonKey, under terms: ModuleTerms) throws -> Profile? {
    try history(of: [person]).progress(asOf: Moment(milliseconds: .max), under: terms).person(person).profile
  }
}
