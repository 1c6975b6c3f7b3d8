package import Bilingual
import Diagnostics

/// A column of a table, under a name in either language.
package protocol TableColumn: Hashable, CaseIterable, Sendable {
  /// The name in the first line.
  var name: Wording { get }
  /// Whether a table must have it.
  var isRequired: Bool { get }
  /// Whether white space around its text is part of it.
  var keepsSpace: Bool { get }
}

extension TableColumn {
  package var keepsSpace: Bool { false }
}

/// The first line of a table: which field is which column.
struct TableHeading<Column: TableColumn> {
  private let places: [Column: Int]
  /// The names of columns that are passed over.
  let ignored: [String]
  private let width: Int

  /// The heading in the first record.
  ///
  /// - Throws: Where a column is missing or stands there twice.
  init(_ fields: [String]) throws(RecordFault) {
    var places: [Column: Int] = [:]
    var ignored: [String] = []
    for (place, field) in fields.map({ String($0.trimmed) }).enumerated() where !field.isEmpty {
      let name = field.lowercased()
      guard let column = Column.allCases.first(where: { $0.name.en == name || $0.name.fr == name }) else {
        ignored.append(field)
        continue
      }
      guard places.updateValue(place, forKey: column) == nil else {
        throw RecordFault(
          Wording(
            en: "the column ‘\(field)’ stands there twice", fr: "la colonne «\u{A0}\(field)\u{A0}» figure deux fois"))
      }
    }
    self.places = places
    self.ignored = ignored
    width = fields.count
    let missing = Column.allCases.filter { $0.isRequired && places[$0] == nil }
    guard let first = missing.first else { return }
    let near = nearest(to: first.name.en, among: ignored) + nearest(to: first.name.fr, among: ignored)
    throw RecordFault(
      Wording { language in
        let names = language.list(missing.map { language.quote($0.name[language]) })
        return language == .en
          ? "the first line names no column \(names)" : "la première ligne ne nomme pas de colonne \(names)"
      },
      remedy: near.first.map { name in
        Wording(
          en: "is it the column ‘\(name)’?", fr: "est-ce la colonne «\u{A0}\(name)\u{A0}»\u{202F}?")
      }
        ?? Wording { language in
          let names = language.list(Column.allCases.map { $0.name[language] })
          return language == .en ? "the columns are \(names)" : "les colonnes sont \(names)"
        })
  }

  /// The fields of a record by column; a column that the table does not have is empty.
  ///
  /// - Throws: Where the record has more fields than the first.
  func cells(_ fields: [String]) throws(RecordFault) -> [Column: String] {
    guard fields.count <= width || fields.dropFirst(width).allSatisfy(\.isEmpty) else {
      throw RecordFault(
        Wording(
          en: "the line has \(fields.count) fields, the first line \(width)",
          fr: "la ligne a \(fields.count) champs, la première \(width)"),
        remedy: Wording(
          en: "put a field that has the separator in it in quotation marks",
          fr: "mettre entre guillemets un champ qui contient le séparateur"))
    }
    var cells: [Column: String] = [:]
    for (column, place) in places where place < fields.count {
      let text = column.keepsSpace ? fields[place] : String(fields[place].trimmed)
      if !text.isEmpty { cells[column] = text }
    }
    return cells
  }
}
