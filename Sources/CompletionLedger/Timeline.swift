import ProgrammeModel

/// Where a person's chain ends; it stays when the person's name is erased.
struct Timeline {
  /// The person.
  let person: PersonKey
  /// How many events stand under the person.
  private(set) var length: Int64
  /// The last link.
  private(set) var head: ChainHash

  /// The end of a person's chain, or nil where the ledger does not know the person.
  init?(of person: PersonKey, in session: any StoreSession) throws {
    guard let row = try session.row(.timeline, [.id(person)]) else { return nil }
    try self.init(person, length: row.integer(0), head: row.bytes(1))
  }

  private init(_ person: PersonKey, length: Int64, head: [UInt8]) throws {
    guard (0..<Int64.max).contains(length) else { throw UnreadableRow() }
    self.person = person
    self.length = length
    self.head = ChainHash(bytes: head)
  }

  /// The ends of these people's chains, with nobody else appending until the transaction ends.
  static func hold(_ people: [PersonKey], in session: any StoreSession) throws -> [PersonKey: Timeline] {
    var held: [PersonKey: Timeline] = [:]
    try session.rows(.holdTimelines, [.anyOf(people.map(\.bytes))]) { row in
      let person: PersonKey = try row.universalID(0)
      held[person] = try Timeline(person, length: row.integer(1), head: row.bytes(2))
    }
    return held
  }

  /// Begins a chain.
  static func begin(for person: PersonKey, in session: any StoreSession) throws {
    try session.run(.beginTimeline, [.id(person), .integer(0), .bytes(ChainHash.genesis.bytes)])
  }

  /// Links a row to the end, and says with which link; it must be the next one.
  mutating func append(_ row: EventRow) -> ChainHash {
    (length, head) = (row.position, ChainHash(after: head, row))
    return head
  }

  /// Remembers the end.
  func save(in session: any StoreSession) throws {
    try session.run(.advanceTimeline, [.id(person), .integer(length), .bytes(head.bytes)])
  }
}
