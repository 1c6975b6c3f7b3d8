import CurriculumModel
package import ProgrammeModel

extension Ledger {
  /// What erasing a person takes away, and what stays.
  package struct Erasure: Equatable, Sendable {
    /// Events that stay under the key, telling nothing of the name.
    package internal(set) var events = 0
    /// Reasons in somebody's words that go: the person's, and the partner's in their pairs, which may name the person.
    package internal(set) var remarks = 0
    /// Signed credentials that go, because they hold the name.
    package internal(set) var credentials = 0
    /// Pairs whose names, which people make of their own, are replaced.
    package internal(set) var pairs = 0
  }

  /// What erasing this person would take away; nothing is changed.
  package func erasure(of person: PersonKey) throws(LedgerFailure) -> Erasure {
    try reading { try ErasurePlan(of: person, in: $0).summary }
  }

  /// Erases a person: name, handle, secret, reasons and credentials.
  ///
  /// Facts and the chain stay, under the key.
  ///
  /// Stopped in between, it can be said again: the name goes last. Afterwards the store takes away what deleted rows
  /// leave behind in its files; where others read for so long that it cannot, `clear()` does so later.
  ///
  /// - Throws: `LedgerFailure`, a conflict where the person is unknown or erased already.
  @discardableResult
  package func erase(_ person: PersonKey) throws(LedgerFailure) -> Erasure {
    guard let standing = try self.person(key: person) else {
      throw LedgerFailure(.conflict(.unknownPerson(person)), path: path)
    }
    return try attempting {
      let plan = try store.read { try ErasurePlan(of: person, in: $0) }
      switch store.scope {
      case .everyone: try store.write { session in for step in plan.steps(standing) { try step(session) } }
      case .onePerson: for step in plan.steps(standing) { try store.write(step) }
      }
      try clear()
      return plan.summary
    }
  }

  /// Takes away what erased rows leave behind in files.
  ///
  /// - Throws: `LedgerFailure`: left behind where others were reading for too long.
  package func clear() throws(LedgerFailure) {
    do { try store.compact() } catch {
      let failure = LedgerFailure(error, path: path)
      throw failure.code == .busy ? LedgerFailure(.leftBehind, path: path, cause: failure.cause) : failure
    }
  }
}

/// The rows that hold something of a person's name, or may.
private struct ErasurePlan {
  private(set) var summary = Ledger.Erasure()
  private let person: PersonKey
  private var remarks: [(PersonKey, Event.ID)] = []
  private var credentials: [(PersonKey, CredentialID)] = []
  private var renamings: [(old: [ColumnValue], new: String)] = []

  init(of person: PersonKey, in session: any StoreSession) throws {
    self.person = person
    let pairs = try session.rows(.pairRows, []).filter { row in
      try row.optionalID(2) == person || row.optionalID(3) == person
    }
    let keys = try Set(pairs.map { try $0.universalID(1) as PairKey })
    let partners = try Set(pairs.flatMap { [try $0.universalID(2) as PersonKey, try $0.universalID(3)] })
    for owner in partners.union([person]).sorted() {
      for row in try session.rows(.eventsUnder, [.id(owner)]) {
        let isInPair = try (row.optionalID(6) as PairKey?).map(keys.contains) ?? false
        if owner == person { summary.events += 1 }
        guard try EventRow.remark(row) != nil, owner == person || isInPair else { continue }
        remarks.append((owner, try row.universalID(1)))
      }
    }
    for row in try session.rows(.credentialsUnder, [.id(person)]) {
      for copy in try session.rows(.credentialByID, [.id(row.universalID(1) as CredentialID)]) {
        credentials.append((try copy.universalID(0), try copy.universalID(1)))
      }
    }
    renamings = try pairs.map { row in
      (row.values, "erased-" + (try row.universalID(1) as PairKey).description.replacing("-", with: "").prefix(16))
    }
    summary.remarks = Set(remarks.map(\.1)).count
    summary.credentials = Set(credentials.map(\.1)).count
    summary.pairs = renamings.count
  }

  /// What is done, each for one person or one pair, the name last.
  func steps(_ standing: Person) -> [(any StoreSession) throws -> Void] {
    var steps: [(any StoreSession) throws -> Void] = []
    for owner in Set(remarks.map(\.0)).union(credentials.map(\.0)).sorted() {
      steps.append { session in
        for (_, id) in remarks.filter({ $0.0 == owner }) { try session.run(.eraseRemark, [.id(owner), .id(id)]) }
        for (_, id) in credentials.filter({ $0.0 == owner }) {
          try session.run(.eraseCredential, [.id(owner), .id(id)])
        }
      }
    }
    for (old, new) in renamings where old[0] != .text(new) {
      steps.append { try $0.run(.insertPair, [.text(new)] + old.dropFirst()) }
      steps.append { try $0.run(.deletePair, [old[0]]) }
    }
    steps.append { try $0.run(.releaseHandle, [.text(standing.handle.rawValue)]) }
    steps.append { try $0.run(.erasePerson, [.id(person)]) }
    return steps
  }
}
