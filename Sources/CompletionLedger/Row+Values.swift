import Bilingual
import FoundationEssentials
import GRDB
import ProgrammeModel

/// A row holds what we never wrote: the file is damaged.
struct UnreadableRow: Error {}

extension Row {
  /// The value of a column, decoded without ever trapping.
  func value<Value: DatabaseValueConvertible>(_ column: String) throws -> Value {
    try decode(Value.self, forColumn: column)
  }

  /// The identifier in a column of sixteen bytes.
  func universalID<Entity>(_ column: String) throws -> UniversalID<Entity> {
    let data: Data = try value(column)
    guard let id = UniversalID<Entity>(bytes: data) else { throw UnreadableRow() }
    return id
  }

  /// The moment in a column of milliseconds.
  func moment(_ column: String) throws -> Moment {
    Moment(milliseconds: try value(column))
  }
}

extension UniversalID {
  /// The bytes as a blob.
  var blob: Data { Data(bytes) }
}
