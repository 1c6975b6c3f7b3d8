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
    unlink(temporary)
    throw cannotWrite(path)
  }
}

private func cannotWrite(_ path: String) -> CommandFailure {
  let cause = String(cString: strerror(errno))
  return CommandFailure(
    .cannotCreate, Wording(en: "\(path) cannot be written (\(cause))", fr: "\(path) ne peut être écrit (\(cause))"))
}
