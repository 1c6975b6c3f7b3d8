import FoundationEssentials
import GRDB
import ProgrammeModel

/// Where a person's chain ends; it stays when the person's name is erased.
struct Timeline {
  /// The person.
  let person: PersonKey
  /// How many events stand under the person.
  var length: Int64
  /// The last link.
  var head: ChainHash

  /// The end of a person's chain, or nil where the ledger does not know the person.
  init?(of person: PersonKey, in database: Database) throws {
    let statement = try database.cachedStatement(sql: "SELECT length, head FROM timeline WHERE person_key = ?")
    guard let row = try Row.fetchOne(statement, arguments: [person.blob]) else { return nil }
    self.person = person
    length = try row.value("length")
    guard (0..<Int64.max).contains(length) else { throw UnreadableRow() }
    head = ChainHash(bytes: Array(try row.value("head") as Data))
  }

  /// Begins a chain.
  static func begin(for person: PersonKey, in database: Database) throws {
    try database.execute(
      sql: "INSERT INTO timeline (person_key, length, head) VALUES (?, 0, ?)",
      arguments: [person.blob, Data(ChainHash.genesis.bytes)])
  }

  /// Appends an event and remembers the new end.
  mutating func append(_ row: EventRow, in database: Database) throws {
    let hash = ChainHash(after: head, row)
    try row.insert(into: database, hash: hash)
    (length, head) = (row.position, hash)
    let statement = try database.cachedStatement(
      sql: "UPDATE timeline SET length = ?, head = ? WHERE person_key = ?")
    try statement.execute(arguments: [length, Data(head.bytes), person.blob])
  }
}
