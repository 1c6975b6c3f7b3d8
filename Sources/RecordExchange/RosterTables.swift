package import Bilingual
package import CurriculumModel
import Diagnostics
package import ProgrammeModel

/// A line of a table of people.
package struct PersonLine: Equatable, Sendable {
  /// The line, from 1.
  package let line: Int
  /// What people type for the person.
  package let handle: Identifier<Person>
  /// The name.
  package let name: String
  /// The language, where one is given.
  package let language: LanguageTag?
  /// The competences that the person wants to learn.
  package let wants: [LevelledCompetence]
  /// The competences that the person can give.
  package let haves: [LevelledCompetence]
  /// To whom the person reports, by handle.
  package let superior: Identifier<Person>?
}

/// A line of a table of pairs.
package struct PairLine: Equatable, Sendable {
  /// The line, from 1.
  package let line: Int
  /// The pair's identifier.
  package let id: Identifier<Pair>
  /// The junior, by handle.
  package let junior: Identifier<Person>
  /// The senior, by handle.
  package let senior: Identifier<Person>
  /// The curriculum, where one is given.
  package let curriculum: Identifier<Curriculum>?
  /// The goals, in order.
  package let goals: [Identifier<Pair.Goal>]
  /// When the pair began, where it is given.
  package let began: Moment?
}

/// A table read whole, with everything in it that cannot be taken.
package struct TableReading<Line: Sendable>: Sendable {
  /// The lines that can be taken.
  package internal(set) var lines: [Line] = []
  /// What cannot, in order of line.
  package internal(set) var faults: [ImportFault] = []
  /// The names of columns that were passed over.
  package internal(set) var ignoredColumns: [String] = []
}

/// The columns of a table of people.
enum PersonColumn: TableColumn {
  case id, name, language, wants, haves, superior

  var name: Wording {
    switch self {
    case .id: Wording(en: "id", fr: "identifiant")
    case .name: Wording(en: "name", fr: "nom")
    case .language: Wording(en: "language", fr: "langue")
    case .wants: Wording(en: "wants", fr: "souhaits")
    case .haves: Wording(en: "haves", fr: "apports")
    case .superior: Wording(en: "reports-to", fr: "rattachement")
    }
  }

  var isRequired: Bool { self == .id || self == .name }
}

/// The columns of a table of pairs.
enum PairColumn: TableColumn {
  case id, junior, senior, curriculum, goals, began

  var name: Wording {
    switch self {
    case .id: Wording(en: "id", fr: "identifiant")
    case .junior: Wording(same: "junior")
    case .senior: Wording(same: "senior")
    case .curriculum: Wording(en: "curriculum", fr: "parcours")
    case .goals: Wording(en: "goals", fr: "buts")
    case .began: Wording(en: "began", fr: "début")
    }
  }

  var isRequired: Bool { self == .id || self == .junior || self == .senior }
}

/// The people of a table; `check` says what is wrong with a competence, nil where nothing is.
package func readPeople(
  _ records: [TableScanner.Record], check: (LevelledCompetence) -> RecordFault?
) -> TableReading<PersonLine> {
  read(records) { (cells: [PersonColumn: String], line) throws(RecordFault) in
    func competences(_ column: PersonColumn) throws(RecordFault) -> [LevelledCompetence] {
      var all: [LevelledCompetence] = []
      for word in words(cells[column]) {
        guard let competence = LevelledCompetence(word) else {
          throw RecordFault(
            Wording(en: "‘\(word)’ names no competence", fr: "«\u{A0}\(word)\u{A0}» ne nomme aucune compétence"),
            remedy: Wording(
              en: "write such as ‘digcomp-3.0:2.2=3’", fr: "écrire par exemple «\u{A0}digcomp-3.0:2.2=3\u{A0}»"))
        }
        if let fault = check(competence) { throw fault }
        all.append(competence)
      }
      return all
    }
    let handle: Identifier<Person> = try identifier(cells[.id], PersonColumn.id)
    let name = words(cells[.name]).joined(separator: " ")
    guard !name.isEmpty else {
      throw RecordFault(Wording(en: "the name is missing", fr: "il manque le nom"))
    }
    if let tag = cells[.language], tag.wholeMatch(of: /[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*/) == nil {
      throw RecordFault(
        Wording(
          en: "‘\(tag)’ is no language", fr: "«\u{A0}\(tag)\u{A0}» n’est pas une langue"),
        remedy: Wording(en: "write such as ‘fr’", fr: "écrire par exemple «\u{A0}fr\u{A0}»"))
    }
    return PersonLine(
      line: line, handle: handle, name: name, language: cells[.language].map { LanguageTag($0) },
      wants: try competences(.wants), haves: try competences(.haves),
      superior: cells[.superior].map { Identifier($0) })
  }
}

/// The pairs of a table.
package func readPairs(_ records: [TableScanner.Record]) -> TableReading<PairLine> {
  read(records) { (cells: [PairColumn: String], line) throws(RecordFault) in
    let id: Identifier<Pair> = try identifier(cells[.id], PairColumn.id)
    let junior: Identifier<Person> = try identifier(cells[.junior], PairColumn.junior)
    let senior: Identifier<Person> = try identifier(cells[.senior], PairColumn.senior)
    guard junior != senior else {
      throw RecordFault(Wording(en: "a pair is two people", fr: "un binôme, ce sont deux personnes"))
    }
    var began: Moment?
    if let text = cells[.began] {
      began = Moment(iso: text)
      if began == nil { throw notADay(text) }
    }
    return PairLine(
      line: line, id: id, junior: junior, senior: senior, curriculum: cells[.curriculum].map { Identifier($0) },
      goals: words(cells[.goals]).map { Identifier($0) }, began: began)
  }
}

/// What is wrong with a text that should be a day.
func notADay(_ text: String) -> RecordFault {
  RecordFault(
    Wording(en: "‘\(text)’ is no day", fr: "«\u{A0}\(text)\u{A0}» n’est pas un jour"),
    remedy: Wording(en: "write such as 2026-11-23", fr: "écrire par exemple 2026-11-23"))
}

private func words(_ text: String?) -> [String] {
  (text ?? "").split(whereSeparator: \.isWhitespace).map(String.init)
}

private func identifier<Entity>(
  _ text: String?, _ column: some TableColumn
) throws(RecordFault) -> Identifier<Entity> {
  guard let text else {
    throw RecordFault(
      Wording { language in
        let name = language.quote(column.name[language])
        return language == .en ? "\(name) is missing" : "il manque \(name)"
      })
  }
  guard isIdentifier(text) else {
    throw RecordFault(
      Wording(
        en: "‘\(text)’ cannot be an identifier: lower-case letters, digits and hyphens",
        fr:
          "«\u{A0}\(text)\u{A0}» ne peut servir d’identifiant\u{A0}: minuscules sans accent, chiffres et traits d’union"
      ))
  }
  return Identifier(text)
}

/// Whether a text can be an identifier, by the grammar's pattern.
package func isIdentifier(_ text: String) -> Bool {
  text.utf8.count <= 64 && text.wholeMatch(of: /[a-z0-9]+([.\-][a-z0-9]+)*/) != nil
}

private func read<Column: TableColumn, Line>(
  _ records: [TableScanner.Record], _ make: ([Column: String], Int) throws(RecordFault) -> Line
) -> TableReading<Line> {
  var reading = TableReading<Line>()
  var heading: TableHeading<Column>?
  for record in records {
    do throws(RecordFault) {
      let fields = try record.fields.get()
      if let heading {
        reading.lines.append(try make(heading.cells(fields), record.line))
      } else {
        heading = try TableHeading(fields)
        reading.ignoredColumns = heading?.ignored ?? []
      }
    } catch {
      reading.faults.append(error.at(line: record.line))
      // Without a heading, every line would be wrong.
      if heading == nil { return reading }
    }
  }
  if heading == nil {
    reading.faults.append(ImportFault(line: 1, Wording(en: "the table is empty", fr: "le tableau est vide")))
  }
  return reading
}
