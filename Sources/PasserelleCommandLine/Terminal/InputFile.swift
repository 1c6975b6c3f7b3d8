import Bilingual
import Glibc

/// A file that a command reads piece by piece; `-` is standard input.
struct InputFile {
  /// The path, as it is shown.
  let path: String

  /// Bytes at a time.
  private static let piece = 1 << 16

  /// Whether it can be read again from the beginning.
  var isRepeatable: Bool {
    var status = stat()
    return path != "-" && stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// How many bytes it has; nil where nobody knows.
  var size: Int? {
    var status = stat()
    return isRepeatable && stat(path, &status) == 0 ? Int(status.st_size) : nil
  }

  /// Hands over the bytes in order, a piece at a time.
  func read(_ body: ([UInt8]) throws -> Void) throws {
    var status = stat()
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0, fstat(descriptor, &status) == 0 else {
      throw errno == ENOENT
        ? CommandFailure(.noInput, Wording(en: "there is no file \(path)", fr: "il n’y a pas de fichier \(path)"))
        : unreadable(.noInput)
    }
    defer { if path != "-" { close(descriptor) } }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw CommandFailure(.noInput, Wording(en: "\(path) is a folder", fr: "\(path) est un dossier"))
    }
    while true {
      var count = 0
      let bytes = [UInt8](unsafeUninitializedCapacity: Self.piece) { buffer, initialized in
        count = Glibc.read(descriptor, buffer.baseAddress, Self.piece)
        initialized = max(0, count)
      }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw unreadable(.inputOutput) }
      if count == 0 { return }
      try body(bytes)
    }
  }

  /// The whole file, or of a longer one no more than shows that it is.
  func bytes(atMost most: Int) throws -> [UInt8] {
    struct Enough: Error {}
    var bytes: [UInt8] = []
    do {
      try read { piece in
        bytes += piece
        if bytes.count > most { throw Enough() }
      }
    } catch is Enough {}
    return bytes
  }

  /// The whole file.
  func bytes() throws -> [UInt8] {
    var bytes: [UInt8] = []
    try read { bytes += $0 }
    return bytes
  }

  private func unreadable(_ status: CommandFailure.Status) -> CommandFailure {
    CommandFailure(status, Wording(en: "\(path) cannot be read", fr: "\(path) est illisible"))
  }
}
