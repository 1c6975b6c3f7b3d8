/// What people did, append-only, in a store that several processes may use at once.
///
/// An acknowledged event survives a power cut. What a row means is known here; how it is kept, to the store alone.
package struct Ledger: Sendable {
  /// What to do about a store that is not there.
  package enum Opening: Sendable {
    /// Create it.
    case creating
    /// Fail.
    case existing
  }

  /// Where the rows are.
  package let store: any RecordStore

  /// A ledger in this store, whose schema is the newest.
  package init(_ store: any RecordStore) {
    self.store = store
  }

  /// What people call the store: a path or an address; nil for one in memory.
  package var path: String? { store.place }

  /// Reads at one point in time.
  func reading<Result>(_ body: (any StoreSession) throws -> Result) throws(LedgerFailure) -> Result {
    try attempting { try store.read(body) }
  }

  /// Writes in one transaction, all or nothing.
  func writing<Result>(_ body: (any StoreSession) throws -> Result) throws(LedgerFailure) -> Result {
    try attempting { try store.write(body) }
  }

  /// Does something with the store, and makes every error a failure of the ledger.
  func attempting<Result>(_ body: () throws -> Result) throws(LedgerFailure) -> Result {
    do { return try body() } catch { throw LedgerFailure(error, path: path) }
  }
}

extension LedgerFailure {
  /// The failure that an error amounts to; a failure stays what it is.
  package init(_ error: any Error, path: String?) {
    switch error {
    case let failure as LedgerFailure: self = failure
    case is UnreadableRow: self.init(.damaged, path: path)
    default: self.init(.unexpected, path: path, cause: Cause(code: "", message: "\(error)"))
    }
  }
}
