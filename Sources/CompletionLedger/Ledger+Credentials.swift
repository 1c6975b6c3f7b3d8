import CurriculumModel
package import ProgrammeModel

extension Ledger {
  /// The signed credential of this identifier, byte for byte as it was issued, or nil.
  package func credential(_ id: CredentialID) throws(LedgerFailure) -> Credential? {
    try reading { session in
      let names = PairNames()
      return try Credential(session.rows(.credentialByID, [.id(id)])) { try names.name(of: $0, in: session) }
    }
  }
}

extension Credential {
  /// The credential in these rows (the columns of `Statement.credentialByID`), its holders in order, or nil where there
  /// are none.
  init?(_ rows: [StoredRow], _ name: (PairKey) throws -> Identifier<Pair>) throws {
    guard let first = rows.first else { return nil }
    self.init(
      id: try first.universalID(1), certificate: Identifier(try first.text(2)),
      pair: try name(try first.universalID(3)), holders: try rows.map { try $0.universalID(0) },
      issuedAt: try first.moment(4), token: try first.text(6))
  }

  /// The arguments of `Statement.insertCredential`.
  func values(under person: PersonKey, place: Int, pair: PairKey) -> [ColumnValue] {
    [
      .id(person), .id(id), .text(certificate.rawValue), .id(pair), .moment(issuedAt), .integer(Int64(place)),
      .text(token),
    ]
  }

  /// Whether the other credential is this one, with further holders.
  func isPart(of whole: Credential) -> Bool {
    Set(holders).isSubset(of: whole.holders)
      && Credential(
        id: id, certificate: certificate, pair: pair, holders: whole.holders, issuedAt: issuedAt, token: token) == whole
  }
}
