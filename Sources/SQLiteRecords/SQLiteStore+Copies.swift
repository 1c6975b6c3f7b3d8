package import CompletionLedger
import FoundationEssentials
import GRDB
import Glibc

extension SQLiteStore {
  /// A store in a new file.
  ///
  /// - Throws: `LedgerFailure` where there is a file of this name.
  package init(newFile path: String) throws(LedgerFailure) {
    guard !FileManager.default.fileExists(atPath: path) else { throw LedgerFailure(.exists, path: path) }
    try self.init(path: path, .creating)
  }

  /// Copies the file as it is at one moment, while others may write.
  ///
  /// The copy appears under its name when it is whole.
  ///
  /// - Throws: `LedgerFailure`: cannot be opened where there is a file of this name.
  package func backUp(to path: String) throws(LedgerFailure) {
    do {
      try attempting(path) {
        guard !FileManager.default.fileExists(atPath: path) else { throw LedgerFailure(.exists, path: path) }
        let temporary = "\(path).\(getpid()).part"
        defer { for suffix in ["", "-wal", "-shm", "-journal"] { unsafe unlink(temporary + suffix) } }
        do {
          let copy = try DatabaseQueue(path: temporary)
          try database.backup(to: copy)
          try copy.close()
        }
        guard Self.sync(temporary), unsafe rename(temporary, path) == 0 else {
          throw LedgerFailure(.inputOutput, path: path)
        }
      }
    } catch { throw LedgerFailure(error, path: path) }
  }

  /// Puts the content of a copy in the place of what this file holds, in one step for whoever else uses it.
  ///
  /// - Throws: `LedgerFailure` where the copy is no ledger or damaged; nothing is changed then.
  package func restore(from path: String) throws(LedgerFailure) {
    do {
      let copy = try SQLiteStore(path: path, .existing)
      guard try copy.damage().isEmpty else { throw LedgerFailure(.damaged, path: path) }
      try attempting(place) {
        try copy.database.backup(to: database)
        try database.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
      }
    } catch { throw LedgerFailure(error, path: path) }
  }

  private static func sync(_ path: String) -> Bool {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    let isThere = fsync(descriptor) == 0
    return close(descriptor) == 0 && isThere
  }
}
