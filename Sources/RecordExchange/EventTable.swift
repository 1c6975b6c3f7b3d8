package import ProgrammeModel

/// Events as a CSV file: a line for each, and a column for each fact.
package enum EventTable {
  /// The first line.
  package static var heading: String { tableLine(RecordField.allCases.map(\.rawValue)) }

  /// The line of an event, with people under the names that `name` gives them.
  package static func line(_ event: Event, name: (PersonKey) -> String) -> String {
    let fields = EventFields(event, name: name)
    return tableLine(RecordField.allCases.map { fields[$0] ?? "" })
  }
}

/// Reads the fields of events from the records of a CSV file, one after the other.
package struct EventTableReader {
  private var heading: TableHeading<RecordField>?

  /// A reader before the first record.
  package init() {}

  /// Whether the first line was read.
  package var hasHeading: Bool { heading != nil }

  /// The names of columns that are passed over.
  package var ignoredColumns: [String] { heading?.ignored ?? [] }

  /// The fields that a record holds; nil for the first, which names the columns.
  package mutating func fields(_ record: TableScanner.Record) throws(RecordFault) -> EventFields? {
    let texts = try record.fields.get()
    guard let heading else {
      heading = try TableHeading(texts)
      return nil
    }
    return EventFields(try heading.cells(texts))
  }
}
