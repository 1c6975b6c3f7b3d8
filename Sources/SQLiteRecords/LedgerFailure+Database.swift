import CompletionLedger
import GRDB

extension LedgerFailure {
  /// The failure that an error of a file's database amounts to.
  init(_ error: DatabaseError, path: String?) {
    let cause = Cause(code: "SQLite \(error.extendedResultCode.rawValue)", message: error.message ?? "")
    self.init(Self.code(of: error), path: path, cause: cause)
  }

  private static func code(of error: DatabaseError) -> Code {
    // No room for the index of the log: on a full disk this fails first.
    if error.extendedResultCode == .SQLITE_IOERR_SHMSIZE { return .full }
    return switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
    case .SQLITE_NOTADB: .notALedger
    case .SQLITE_CORRUPT: .damaged
    case .SQLITE_CANTOPEN: .cannotOpen
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: .readOnly
    case .SQLITE_FULL: .full
    case .SQLITE_IOERR: .inputOutput
    default: .unexpected
    }
  }
}

/// Does something with a database, and makes its errors failures of the ledger.
func attempting<Result>(_ path: String?, _ body: () throws -> Result) throws -> Result {
  do { return try body() } catch let error as DatabaseError { throw LedgerFailure(error, path: path) }
}
