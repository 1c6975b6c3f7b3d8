import Bilingual
import CurriculumModel
import FoundationEssentials
import GRDB
package import ProgrammeModel

extension Ledger {
  /// The signed credential of this identifier, byte for byte as it was issued, or nil.
  package func credential(_ id: CredentialID) throws(LedgerFailure) -> Credential? {
    try reading { try Self.fetchCredential(id, $0) }
  }

  /// Writes a credential under each person whom it names.
  func write(_ credential: Credential, _ database: Database) throws {
    if let standing = try Self.fetchCredential(credential.id, database) {
      guard standing == credential else {
        throw LedgerFailure(.conflict(.credential(credential.id)), path: path)
      }
      return
    }
    for (place, holder) in credential.holders.enumerated() {
      guard try Timeline(of: holder, in: database) != nil else {
        throw LedgerFailure(.conflict(.unknownPerson(holder)), path: path)
      }
      try database.execute(
        sql: """
          INSERT INTO credential (person_key, credential_id, certificate, pair_id, issued_at, place, token)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          holder.blob, credential.id.blob, credential.certificate.rawValue, credential.pair.rawValue,
          credential.issuedAt.milliseconds, place, credential.token,
        ])
    }
  }

  /// The credential of this identifier with its holders in order, or nil.
  static func fetchCredential(_ id: CredentialID, _ database: Database) throws -> Credential? {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT person_key, certificate, pair_id, issued_at, token FROM credential
        WHERE credential_id = ? ORDER BY place
        """,
      arguments: [id.blob])
    guard let first = rows.first else { return nil }
    return Credential(
      id: id, certificate: Identifier(try first.value("certificate")), pair: Identifier(try first.value("pair_id")),
      holders: try rows.map { try $0.universalID("person_key") }, issuedAt: try first.moment("issued_at"),
      token: try first.value("token"))
  }
}
