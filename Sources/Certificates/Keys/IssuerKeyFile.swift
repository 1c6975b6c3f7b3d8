#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The file an issuer's private keys are kept in: PEM documents that only its owner can read, or the same sealed
/// under a passphrase.
package struct IssuerKeyFile: Hashable, Sendable {
  /// The largest key file that is read, in bytes; three keys need about 3,000.
  static let sizeLimit = 16_384

  /// Where the file is.
  package let path: String

  /// A key file at a path; nothing is read or written yet.
  package init(path: String) {
    self.path = path
  }

  /// The power of two of scrypt's rounds that keys are sealed with.
  package static let cost: UInt8 = 17

  /// Writes keys into a new file, sealed where a passphrase is given.
  ///
  /// The file is made with mode 0600 in the same call that refuses one that is there already, so it is at no
  /// moment readable by others and no key is ever overwritten; file and folder are on the disk when the call
  /// returns. A file that could not be written whole is removed.
  package func create(
    _ keys: IssuerKeys, under passphrase: [UInt8]? = nil, cost: UInt8 = cost
  ) throws(IssuerKeyFileError) {
    try createFile(try text(of: keys, passphrase, cost), to: path)
  }

  /// Puts other keys in the place of those in the file, in one step: there is never none, and never half of them.
  package func replace(
    with keys: IssuerKeys, under passphrase: [UInt8]? = nil, cost: UInt8 = cost
  ) throws(IssuerKeyFileError) {
    let new = path + ".new"
    try createFile(try text(of: keys, passphrase, cost), to: new)
    guard unsafe rename(new, path) == 0 else {
      let failure = errno
      unsafe unlink(new)
      throw IssuerKeyFileError(.cannotWrite, path, errno: failure)
    }
    synchronizeFolder()
  }

  private func text(
    of keys: IssuerKeys, _ passphrase: [UInt8]?, _ cost: UInt8
  ) throws(IssuerKeyFileError) -> String {
    guard let passphrase else { return keys.pem }
    var generator = SystemRandomNumberGenerator()
    do {
      return try SealedKeys.seal(keys.pem, under: passphrase, cost: cost, using: &generator)
    } catch {
      throw IssuerKeyFileError(.cannotWrite, path, errno: ENOMEM)
    }
  }

  private func createFile(_ text: String, to path: String) throws(IssuerKeyFileError) {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw IssuerKeyFileError(errno == EEXIST ? .exists : .cannotWrite, path, errno: errno)
    }
    let failure = Self.writeAll(Array(text.utf8), to: descriptor)
    let closed = close(descriptor)
    if let failure = failure ?? (closed == 0 ? nil : errno) {
      unsafe unlink(path)
      throw IssuerKeyFileError(.cannotWrite, path, errno: failure)
    }
    synchronizeFolder()
  }

  /// Reads the keys.
  ///
  /// A file that its group or others may read, write or execute is refused unread: the keys may be known.
  ///
  /// - Parameter passphrase: asked for where the keys are sealed; nil where there is none to be had.
  package func load(
    passphrase: () throws(IssuerKeyFileError) -> [UInt8]? = { () throws(IssuerKeyFileError) in nil }
  ) throws(IssuerKeyFileError) -> IssuerKeys {
    let text = try content()
    guard SealedKeys.isSealed(text) else { return try keys(text) }
    guard let passphrase = try passphrase() else { throw IssuerKeyFileError(.sealed, path) }
    guard let opened = SealedKeys.open(text, with: passphrase) else { throw IssuerKeyFileError(.wrongPassphrase, path) }
    return try keys(opened)
  }

  /// Whether the keys are sealed under a passphrase.
  package func isSealed() throws(IssuerKeyFileError) -> Bool {
    SealedKeys.isSealed(try content())
  }

  private func keys(_ pem: String) throws(IssuerKeyFileError) -> IssuerKeys {
    guard let keys = IssuerKeys(pem: pem) else { throw IssuerKeyFileError(.damaged, path) }
    return keys
  }

  /// The file's text, sealed or not: what a backup copies.
  package func content() throws(IssuerKeyFileError) -> String {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw IssuerKeyFileError(errno == ENOENT ? .missing : .cannotRead, path, errno: errno)
    }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw IssuerKeyFileError(.cannotRead, path, errno: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw IssuerKeyFileError(.damaged, path) }
    guard status.st_mode & 0o077 == 0 else { throw IssuerKeyFileError(.openToOthers, path) }
    guard let content = Self.readAll(from: descriptor) else {
      throw IssuerKeyFileError(.cannotRead, path, errno: errno)
    }
    guard content.count <= Self.sizeLimit, let text = String(validating: content, as: UTF8.self) else {
      throw IssuerKeyFileError(.damaged, path)
    }
    return text
  }

  /// The error number of the call that failed, or nil.
  private static func writeAll(_ bytes: [UInt8], to descriptor: CInt) -> CInt? {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes[written...].withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return errno }
      written += count
    }
    return fsync(descriptor) == 0 ? nil : errno
  }

  /// At most one byte more than the limit, or nil with `errno` set.
  private static func readAll(from descriptor: CInt) -> [UInt8]? {
    var content: [UInt8] = []
    while content.count <= sizeLimit {
      var chunk = [UInt8](repeating: 0, count: sizeLimit + 1 - content.count)
      let count = unsafe chunk.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { return nil }
      if count == 0 { break }
      content += chunk.prefix(count)
    }
    return content
  }

  /// Makes the new name durable; a file system that cannot say so keeps the file all the same.
  private func synchronizeFolder() {
    let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
