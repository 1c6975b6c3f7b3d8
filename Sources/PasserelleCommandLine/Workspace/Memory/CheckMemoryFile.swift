import Bilingual
import Crypto
import FoundationEssentials
import Glibc
import Validators

/// Where the memory of a workspace's checks is kept: a file of the user's own, outside the workspace, because what comes
/// with a workspace must not say that it is sound.
///
/// It is a convenience: one that cannot be read, believed or written makes a check slower and changes nothing else.
struct CheckMemoryFile {
  /// The file.
  let path: String
  /// What the results depend on besides the files.
  let key: String

  private static let sizeLimit = 1 << 30
  private static let secondsKept = 30 * 24 * 60 * 60

  /// The file for a workspace; nil where there is no place for it.
  ///
  /// `XDG_CACHE_HOME`, otherwise `.cache` in the home folder, as the XDG base directory specification says.
  init?(of folder: WorkspaceFolder, today: CalendarDay) {
    let environment = ProcessInfo.processInfo.environment
    let base: String
    if let given = environment["XDG_CACHE_HOME"], given.hasPrefix("/") {
      base = given
    } else if let home = environment["HOME"], home.hasPrefix("/") {
      base = home + "/.cache"
    } else {
      return nil
    }
    let workspace = WorkspaceFolder.absolute(folder.path)
    path = base + "/passerelle/check-" + sha256(Array(workspace.utf8)).suffix(32)
    var program = stat()
    guard stat("/proc/self/exe", &program) == 0 else { return nil }
    let figures = FileSignature(program).figures.map(String.init).joined(separator: " ")
    key = [Passerelle.version, figures, today.iso, workspace].joined(separator: "\n")
  }

  private var folder: String { WorkspaceFolder.parent(of: path) }

  /// The memory; nil where there is none, or one that is not to be believed: damaged, of another program or day, or in a
  /// place where somebody else can write.
  func read() -> CheckMemory? {
    guard isOurs(folder, S_IFDIR) else { return nil }
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, Self.isOurs(status, S_IFREG), status.st_size <= Self.sizeLimit else {
      return nil
    }
    var length = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
      while length < buffer.count {
        let read = Glibc.read(descriptor, buffer.baseAddress?.advanced(by: length), buffer.count - length)
        if read < 0 && errno == EINTR { continue }
        guard read > 0 else { break }
        length += read
      }
      count = length
    }
    return CheckMemory(bytes, key: key)
  }

  /// Keeps a memory; where that cannot be done, nothing is kept.
  func write(_ memory: CheckMemory) {
    guard let bytes = try? memory.bytes() else { return }
    let base = WorkspaceFolder.parent(of: folder)
    try? FileManager.default.createDirectory(atPath: base, withIntermediateDirectories: true)
    mkdir(folder, 0o700)
    guard isOurs(folder, S_IFDIR) else { return }
    let part = "\(path).\(getpid()).part"
    let descriptor = open(part, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { break }
      rest = rest.dropFirst(count)
    }
    // Half a memory after a power cut is told by its digest.
    guard close(descriptor) == 0, rest.isEmpty, rename(part, path) == 0 else {
      unlink(part)
      return
    }
    forgetOldOnes()
  }

  /// Deletes what other workspaces left and nobody asked for within a month.
  private func forgetOldOnes() {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] where name.hasPrefix("check-") {
      var status = stat()
      let other = folder + "/" + name
      if lstat(other, &status) == 0, status.st_mtim.tv_sec < time(nil) - Self.secondsKept { unlink(other) }
    }
  }

  private func isOurs(_ path: String, _ kind: mode_t) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && Self.isOurs(status, kind)
  }

  private static func isOurs(_ status: stat, _ kind: mode_t) -> Bool {
    status.st_mode & S_IFMT == kind && status.st_uid == geteuid() && status.st_mode & 0o022 == 0
  }
}
