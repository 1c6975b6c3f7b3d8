import Bilingual
import ProgrammeModel

/// A value in a column, as every store can hold it.
package enum ColumnValue: Hashable, Sendable {
  /// Nothing.
  case null
  /// A whole number.
  case integer(Int64)
  /// Characters.
  case text(String)
  /// Bytes.
  case bytes([UInt8])
  /// Any of these byte strings, for a statement that compares a column with `= ANY(…)`.
  case anyOf([[UInt8]])

  /// The bytes of an identifier, or nothing.
  static func id<Entity>(_ id: UniversalID<Entity>?) -> ColumnValue {
    id.map { .bytes($0.bytes) } ?? .null
  }

  /// The milliseconds of a moment.
  static func moment(_ moment: Moment) -> ColumnValue {
    .integer(moment.milliseconds)
  }

  /// Characters, or nothing.
  static func optional(_ text: String?) -> ColumnValue {
    text.map { .text($0) } ?? .null
  }
}

/// A row holds what we never wrote: the store is damaged.
struct UnreadableRow: Error {}

/// A row as a statement returns it, its columns in the statement's order.
package struct StoredRow: Sendable {
  /// The values.
  package let values: [ColumnValue]

  /// A row of these values.
  package init(_ values: [ColumnValue]) {
    self.values = values
  }

  /// The number in a column.
  func integer(_ column: Int) throws -> Int64 {
    guard case .integer(let value) = values[column] else { throw UnreadableRow() }
    return value
  }

  /// The characters in a column.
  func text(_ column: Int) throws -> String {
    guard case .text(let value) = values[column] else { throw UnreadableRow() }
    return value
  }

  /// The characters in a column, or nil where it holds nothing.
  func optionalText(_ column: Int) throws -> String? {
    if case .null = values[column] { return nil }
    return try text(column)
  }

  /// The bytes in a column.
  func bytes(_ column: Int) throws -> [UInt8] {
    guard case .bytes(let value) = values[column] else { throw UnreadableRow() }
    return value
  }

  /// The identifier in a column of sixteen bytes.
  func universalID<Entity>(_ column: Int) throws -> UniversalID<Entity> {
    guard let id = UniversalID<Entity>(bytes: try bytes(column)) else { throw UnreadableRow() }
    return id
  }

  /// The identifier in a column of sixteen bytes, or nil where it holds nothing.
  func optionalID<Entity>(_ column: Int) throws -> UniversalID<Entity>? {
    if case .null = values[column] { return nil }
    return try universalID(column)
  }

  /// The moment in a column of milliseconds.
  func moment(_ column: Int) throws -> Moment {
    Moment(milliseconds: try integer(column))
  }
}
