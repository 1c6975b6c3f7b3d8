package import Bilingual

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The file an issuer's private key is kept in: one PEM document that only its owner can read.
package struct IssuerKeyFile: Hashable, Sendable {
  /// The largest key file that is read, in bytes; a P-256 key needs 241.
  static let sizeLimit = 16_384

  /// Where the file is.
  package let path: String

  /// A key file at a path; nothing is read or written yet.
  package init(path: String) {
    self.path = path
  }

  /// Writes a key into a new file.
  ///
  /// The file is made with mode 0600 in the same call that refuses one that is there already, so it is at no
  /// moment readable by others and no key is ever overwritten; file and folder are on the disk when the call
  /// returns. A file that could not be written whole is removed.
  package func create(_ key: IssuerKey) throws(IssuerKeyFileError) {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw IssuerKeyFileError(errno == EEXIST ? .exists : .cannotWrite, path, errno: errno)
    }
    let failure = Self.writeAll(Array(key.pem.utf8), to: descriptor)
    let closed = close(descriptor)
    if let failure = failure ?? (closed == 0 ? nil : errno) {
      unsafe unlink(path)
      throw IssuerKeyFileError(.cannotWrite, path, errno: failure)
    }
    synchronizeFolder()
  }

  /// Reads the key.
  ///
  /// A file that its group or others may read, write or execute is refused unread: the key may be known.
  package func load() throws(IssuerKeyFileError) -> IssuerKey {
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
    guard content.count <= Self.sizeLimit, let text = String(validating: content, as: UTF8.self),
      let key = IssuerKey(pem: text)
    else { throw IssuerKeyFileError(.damaged, path) }
    return key
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

/// Why a key file could not be made or read.
package struct IssuerKeyFileError: Error, Hashable, Sendable {
  /// What is wrong.
  package enum Code: String, Hashable, Sendable, CaseIterable {
    /// There is a file already; a key is never overwritten.
    case exists = "KeyFileExists"
    /// There is no such file.
    case missing = "KeyFileMissing"
    /// Its group or others have a permission on it.
    case openToOthers = "KeyFileOpenToOthers"
    /// It is no PEM document of a P-256 private key.
    case damaged = "KeyFileDamaged"
    /// The system refused to read it.
    case cannotRead = "KeyFileUnreadable"
    /// The system refused to write it.
    case cannotWrite = "KeyFileUnwritable"
  }

  /// What is wrong.
  package let code: Code
  /// The file.
  package let path: String
  /// The system's error number, where the system refused.
  package let errorNumber: CInt?

  /// A failure; the error number is kept where the system is the one that refused.
  init(_ code: Code, _ path: String, errno errorNumber: CInt? = nil) {
    self.code = code
    self.path = path
    self.errorNumber = code == .cannotRead || code == .cannotWrite ? errorNumber : nil
  }

  /// What happened and what may be done about it.
  package var message: Wording {
    switch code {
    case .exists:
      Wording(en: "The key file \(path) exists already", fr: "Le fichier de clé \(path) existe déjà")
    case .missing:
      Wording(en: "There is no key file \(path)", fr: "Il n’y a pas de fichier de clé \(path)")
    case .openToOthers:
      Wording(
        en: "The key file \(path) is open to others than its owner; if nobody can have read it: chmod 600",
        fr: "Le fichier de clé \(path) est ouvert à d’autres que son propriétaire\u{A0}; "
          + "si personne n’a pu le lire\u{A0}: chmod 600")
    case .damaged:
      Wording(
        en: "The key file \(path) holds no P-256 private key in PEM; restore it from a backup",
        fr: "Le fichier de clé \(path) ne contient pas de clé privée P-256 en PEM\u{A0}; "
          + "restaurez-le depuis une sauvegarde")
    case .cannotRead:
      Wording(en: "The key file \(path) cannot be read\(cause)", fr: "Le fichier de clé \(path) est illisible\(cause)")
    case .cannotWrite:
      Wording(
        en: "The key file \(path) cannot be written\(cause)",
        fr: "Le fichier de clé \(path) ne peut pas être écrit\(cause)")
    }
  }

  private var cause: String {
    guard let errorNumber, let words = unsafe strerror(errorNumber) else { return "" }
    return unsafe " (\(String(cString: words)))"
  }
}
