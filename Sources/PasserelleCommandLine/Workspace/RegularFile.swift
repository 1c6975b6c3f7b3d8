import Bilingual
import Glibc
import Markup
import Validators

/// The bytes of a regular file, all from one moment; nothing else is read from, and no pipe is waited for.
///
/// A file of more bytes than any document may have is left unread.
func readRegularFile(at path: String) -> Result<[UInt8], WorkspaceFile.Refusal> {
  let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
  guard descriptor >= 0 else {
    let reason = errno
    // Some devices and sockets cannot even be opened.
    let isDevice = [ENXIO, ENODEV, EOPNOTSUPP].contains(reason)
    return .failure(isDevice ? .notAFile : .notReadable(reason: systemReason(reason)))
  }
  defer { close(descriptor) }
  for _ in 0..<3 {
    var before = stat()
    var after = stat()
    guard fstat(descriptor, &before) == 0, before.st_mode & S_IFMT == S_IFREG else { return .failure(.notAFile) }
    // UTF-16 takes two bytes where UTF-8 takes one.
    guard before.st_size <= 2 * MarkupLimits.bytes else { return .failure(.tooLarge(bytes: Int(before.st_size))) }
    guard let bytes = readAll(descriptor, expecting: Int(before.st_size)) else {
      return .failure(.notReadable(reason: systemReason(errno)))
    }
    guard fstat(descriptor, &after) == 0 else { continue }
    let isSame =
      bytes.count == after.st_size && before.st_mtim.tv_sec == after.st_mtim.tv_sec
      && before.st_mtim.tv_nsec == after.st_mtim.tv_nsec
    if isSame { return .success(bytes) }
  }
  return .failure(.changing)
}

/// The bytes of a file that the user names; what is no regular file is never read from.
func readDocumentFile(at path: String, shownAs shown: String) throws -> WorkspaceFile {
  guard access(path, F_OK) == 0 else {
    throw CommandFailure(
      errno == ENOENT ? .noInput : .inputOutput,
      Wording(en: "there is no file \(shown)", fr: "il n’y a pas de fichier \(shown)"))
  }
  let reading = readRegularFile(at: path)
  switch reading {
  case .failure(.notAFile):
    throw CommandFailure(
      .noInput, Wording(en: "\(shown) is no regular file", fr: "\(shown) n’est pas un fichier ordinaire"))
  case .failure(.notReadable(let reason)):
    throw CommandFailure(
      .inputOutput,
      Wording(en: "\(shown) cannot be read: \(reason)", fr: "\(shown) est illisible\u{A0}: \(reason)"))
  case .failure(.tooLarge), .failure(.changing), .success:
    return WorkspaceFile(path: shown, reading: reading)
  }
}

/// One byte more than expected is asked for, so that a file that grew is noticed; nil where the system fails.
private func readAll(_ descriptor: Int32, expecting size: Int) -> [UInt8]? {
  var failed = false
  let bytes = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
    while count < buffer.count, let start = buffer.baseAddress {
      let read = pread(descriptor, start + count, buffer.count - count, count)
      if read < 0, errno == EINTR { continue }
      failed = read < 0
      if read <= 0 { return }
      count += read
    }
  }
  return failed ? nil : bytes
}

/// The system's own words for an error number.
private func systemReason(_ number: Int32) -> String { String(cString: strerror(number)) }
