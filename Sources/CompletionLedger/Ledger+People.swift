package import CurriculumModel
import FoundationEssentials
import GRDB
package import ProgrammeModel

extension Ledger {
  /// Adds a person.
  ///
  /// - Throws: `LedgerFailure`, a conflict where the handle or the key is taken.
  package func add(
    _ person: Person, using generator: inout some RandomNumberGenerator
  ) throws(LedgerFailure) {
    let secret = Secret(using: &generator)
    try writing { database in
      if try Self.fetchPeople(database, where: "handle = ?", [person.handle.rawValue]).first != nil {
        throw LedgerFailure(.conflict(.handle(person.handle)), path: path)
      }
      if try Timeline(of: person.key, in: database) != nil {
        throw LedgerFailure(.conflict(.person(person.key)), path: path)
      }
      try Timeline.begin(for: person.key, in: database)
      try database.execute(
        sql: "INSERT INTO person (person_key, handle, name, language, secret) VALUES (?, ?, ?, ?, ?)",
        arguments: [
          person.key.blob, person.handle.rawValue, person.name, person.language.rawValue, Data(secret.bytes),
        ])
    }
  }

  /// The people, in order of handle.
  package func people() throws(LedgerFailure) -> [Person] {
    try reading { try Self.fetchPeople($0, where: "TRUE", []) }
  }

  /// The person of this handle, or nil.
  package func person(handle: Identifier<Person>) throws(LedgerFailure) -> Person? {
    try reading { try Self.fetchPeople($0, where: "handle = ?", [handle.rawValue]).first }
  }

  /// The person of this key, or nil where the ledger knows none, or none any more.
  package func person(key: PersonKey) throws(LedgerFailure) -> Person? {
    try reading { try Self.fetchPeople($0, where: "person_key = ?", [key.blob]).first }
  }

  private static func fetchPeople(
    _ database: Database, where condition: String, _ arguments: StatementArguments
  ) throws -> [Person] {
    try Row.fetchAll(
      database,
      sql: "SELECT person_key, handle, name, language FROM person WHERE \(condition) ORDER BY handle",
      arguments: arguments
    ).map { row in
      Person(
        key: try row.universalID("person_key"), handle: Identifier(try row.value("handle")),
        name: try row.value("name"), language: LanguageTag(try row.value("language") as String))
    }
  }
}
