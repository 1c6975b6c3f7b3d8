import Bilingual
import FoundationEssentials
import Glibc

/// Writes a file as a whole: the name shows the old content or the new one, never a half, whenever the power fails.
///
/// - Parameters:
///   - bytes: The new content.
///   - path: The name.
///   - original: A file whose owner and permissions the new one gets.
///   - confirm: Called when all is written and the name still shows the old content; what it throws undoes everything.
func writeAtomically(
  _ bytes: [UInt8], to path: String, like original: stat? = nil, confirm: () throws -> Void = {}
) throws {
  try writingAtomically(to: path, like: original) { write in
    try write(bytes)
    try confirm()
  }
}

/// Writes a file piece by piece, as a whole for everybody else; where the body throws, the old content stays.
///
/// - Parameters:
///   - path: The name.
///   - original: A file whose owner and permissions the new one gets.
///   - body: Is given what writes a piece; the name shows the old content until it returns.
func writingAtomically(
  to path: String, like original: stat? = nil, _ body: (([UInt8]) throws -> Void) throws -> Void
) throws {
  let temporary = "\(path).\(getpid()).part"
  let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
  guard descriptor >= 0 else { throw cannotWrite(path) }
  do {
    try body { bytes in
      guard write(bytes, to: descriptor) else { throw cannotWrite(path) }
    }
    if let original {
      // The owner can be kept only by root; the mode comes after, because a new owner clears parts of it.
      _ = fchown(descriptor, original.st_uid, original.st_gid)
      _ = fchmod(descriptor, original.st_mode & 0o7777)
    }
    guard fsync(descriptor) == 0 else { throw cannotWrite(path) }
  } catch {
    close(descriptor)
    throw undone(temporary, error)
  }
  guard close(descriptor) == 0, rename(temporary, path) == 0 else { throw undone(temporary, cannotWrite(path)) }
  let folder = open(WorkspaceFolder.parent(of: WorkspaceFolder.absolute(path)), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  if folder >= 0 {
    fsync(folder)
    close(folder)
  }
}

private func undone(_ temporary: String, _ failure: any Error) -> any Error {
  unlink(temporary)
  return failure
}

private func write(_ bytes: [UInt8], to descriptor: CInt) -> Bool {
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    if count < 0 && errno == EINTR { continue }
    guard count > 0 else { return false }
    rest = rest.dropFirst(count)
  }
  return true
}

private func cannotWrite(_ path: String) -> CommandFailure {
  let cause = cause(errno)
  return CommandFailure(
    .cannotCreate,
    Wording(en: "\(path) cannot be written (\(cause.en))", fr: "\(path) ne peut être écrit (\(cause.fr))"))
}

/// Why the system refused, in words for what users meet and by number for the rest.
private func cause(_ code: CInt) -> Wording {
  switch code {
  case ENOENT: Wording(en: "its folder does not exist", fr: "son dossier n’existe pas")
  case ENOTDIR: Wording(en: "there is a file in the place of its folder", fr: "un fichier tient lieu de dossier")
  case EISDIR: Wording(en: "it is a folder", fr: "c’est un dossier")
  case EACCES, EPERM: Wording(en: "this is not permitted", fr: "ce n’est pas autorisé")
  case EROFS: Wording(en: "the disk is read-only", fr: "le disque est en lecture seule")
  case ENOSPC, EDQUOT: Wording(en: "the disk is full", fr: "le disque est plein")
  case ENAMETOOLONG: Wording(en: "its name is too long", fr: "son nom est trop long")
  default: Wording(en: "errno \(code)", fr: "errno \(code)")
  }
}
