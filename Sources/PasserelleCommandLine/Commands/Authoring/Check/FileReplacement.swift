import Bilingual
import FoundationEssentials
import Glibc

/// The bytes of a file put in the place of those that were read from it, as a whole or not at all.
struct FileReplacement {
  /// The path as the user knows it.
  let path: String
  /// What must stand there still.
  let before: [UInt8]
  /// What is to stand there.
  let after: [UInt8]

  /// Replaces the bytes and keeps owner and permissions; a symbolic link stays one, and its target changes.
  ///
  /// Refused where the file is read-only or has changed since it was read: then nothing is written.
  func write() throws {
    let target = WorkspaceFolder.absolute(path)
    var status = stat()
    guard stat(target, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { throw changed }
    guard status.st_mode & 0o222 != 0, access(target, W_OK) == 0 else {
      throw CommandFailure(
        .cannotCreate, Wording(en: "\(path) is read-only", fr: "\(path) est en lecture seule"),
        remedies: [
          Wording(
            en: "allow writing, or mend it by hand", fr: "autoriser l’écriture, ou le corriger à la main")
        ])
    }
    try writeAtomically(after, to: target, like: status) {
      guard let now = FileManager.default.contents(atPath: target), Array(now) == before else { throw changed }
    }
  }

  private var changed: CommandFailure {
    CommandFailure(
      .conflict,
      Wording(
        en: "\(path) has changed since it was checked, and was left as it is",
        fr: "\(path) a changé depuis sa vérification, et a été laissé tel quel"),
      remedies: [Wording(en: "run the command again", fr: "relancer la commande")])
  }
}
