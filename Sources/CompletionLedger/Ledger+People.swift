package import CurriculumModel
package import ProgrammeModel

extension Ledger {
  /// Adds a person.
  ///
  /// - Throws: `LedgerFailure`, a conflict where the handle or the key is taken.
  package func add(
    _ person: Person, using generator: inout some RandomNumberGenerator
  ) throws(LedgerFailure) {
    try add([person], using: &generator)
  }

  /// Adds people; where a store writes everyone in one transaction, all or nobody.
  ///
  /// - Throws: `LedgerFailure`, a conflict where a handle or a key is taken.
  package func add(
    _ people: [Person], using generator: inout some RandomNumberGenerator
  ) throws(LedgerFailure) {
    let newcomers = people.map { (person: $0, secret: Secret(using: &generator)) }
    try attempting {
      switch store.scope {
      case .everyone:
        try store.write { session in
          for (person, secret) in newcomers {
            try claimHandle(of: person, session)
            try insert(person, secret, session)
          }
        }
      case .onePerson:
        for (person, secret) in newcomers {
          try store.write { try claimHandle(of: person, $0) }
          try store.write { try insert(person, secret, $0) }
        }
      }
    }
  }

  /// The people, in order of handle.
  package func people() throws(LedgerFailure) -> [Person] {
    try reading { try $0.rows(.people, []).map(Person.init).sorted { $0.handle < $1.handle } }
  }

  /// The person of this handle, or nil.
  package func person(handle: Identifier<Person>) throws(LedgerFailure) -> Person? {
    try reading { try $0.row(.personByHandle, [.text(handle.rawValue)]).map(Person.init) }
  }

  /// The person of this key, or nil where the ledger knows none, or none any more.
  package func person(key: PersonKey) throws(LedgerFailure) -> Person? {
    try reading { try $0.row(.personByKey, [.id(key)]).map(Person.init) }
  }

  /// Takes the handle, unless somebody has it; a claim that was not followed by its person can be taken over.
  private func claimHandle(of person: Person, _ session: any StoreSession) throws {
    let handle = ColumnValue.text(person.handle.rawValue)
    if let row = try session.row(.handleHolder, [handle]) {
      let holder: PersonKey = try row.universalID(0)
      guard try session.row(.personByKey, [.id(holder)]) == nil else {
        throw LedgerFailure(.conflict(.handle(person.handle)), path: path)
      }
      try session.run(.releaseHandle, [handle])
    }
    let claimed = try session.run(.claimHandle, [handle, .id(person.key)])
    guard claimed == 1 else { throw LedgerFailure(.conflict(.handle(person.handle)), path: path) }
  }

  private func insert(_ person: Person, _ secret: Secret, _ session: any StoreSession) throws {
    guard try Timeline(of: person.key, in: session) == nil else {
      throw LedgerFailure(.conflict(.person(person.key)), path: path)
    }
    try Timeline.begin(for: person.key, in: session)
    try session.run(
      .insertPerson,
      [
        .id(person.key), .text(person.handle.rawValue), .text(person.name), .text(person.language.rawValue),
        .bytes(secret.bytes),
      ])
  }
}

extension Person {
  /// A person as stored: the columns of `Statement.people`.
  init(_ row: StoredRow) throws {
    self.init(
      key: try row.universalID(0), handle: Identifier(try row.text(1)), name: try row.text(2),
      language: LanguageTag(try row.text(3)))
  }
}

extension Secret {
  /// The secrets of these people, as far as the ledger still has them.
  static func of(_ people: [PersonKey], in session: any StoreSession) throws -> [PersonKey: Secret] {
    var secrets: [PersonKey: Secret] = [:]
    try session.rows(.secrets, [.anyOf(people.map(\.bytes))]) { row in
      secrets[try row.universalID(0)] = Secret(bytes: try row.bytes(1))
    }
    return secrets
  }
}
