import Bilingual
import FoundationEssentials
import Glibc

/// Writes a file as a whole: the name shows the old content or the new one, never a half.
func writeAtomically(_ bytes: [UInt8], to path: String) throws {
  let temporary = "\(path).\(getpid()).part"
  let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
  guard descriptor >= 0 else { throw cannotWrite(path) }
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if count < 0 && errno == EINTR { continue }
    guard count > 0 else { break }
    rest = rest.dropFirst(count)
  }
  let isWhole = rest.isEmpty && fsync(descriptor) == 0
  guard close(descriptor) == 0, isWhole, rename(temporary, path) == 0 else {
    let failure = cannotWrite(path)
    unlink(temporary)
    throw failure
  }
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
