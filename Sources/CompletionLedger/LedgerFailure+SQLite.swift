import GRDB

extension LedgerFailure {
  /// The failure that an error of a file's database amounts to; a failure stays what it is.
  init(_ error: any Error, path: String?) {
    switch error {
    case let failure as LedgerFailure:
      self = failure
    case let error as DatabaseError:
      let cause = Cause(code: Int(error.extendedResultCode.rawValue), message: error.message ?? "")
      self.init(Self.code(of: error), path: path, cause: cause)
    case is UnreadableRow, is RowDecodingError, is DecodingError:
      self.init(.damaged, path: path, cause: Cause(code: -1, message: "\(error)"))
    default:
      self.init(.unexpected, path: path, cause: Cause(code: -1, message: "\(error)"))
    }
  }

  private static func code(of error: DatabaseError) -> Code {
    switch error.resultCode {
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
