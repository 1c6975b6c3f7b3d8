import Bilingual
import Glibc

/// Tells which files of a workspace are written, moved or deleted, through inotify(7).
///
/// A class, because the system's descriptor is closed once, when the last user lets go of it.
final class FolderWatch {
  /// What was touched since the last question.
  enum Touched: Equatable {
    /// These files, as paths from the workspace.
    case files(Set<String>)
    /// More than could be told.
    case anything
  }

  private let root: String
  private let descriptor: CInt
  private var names: [CInt: String] = [:]

  /// How long a row of saves may go on before it is answered, in milliseconds, and how long a pause ends it.
  private static let (longestRow, pause) = (40, CInt(4))
  private static let kinds = UInt32(IN_CLOSE_WRITE | IN_CREATE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE)

  /// A watch over nothing yet.
  init(_ folder: WorkspaceFolder) throws {
    root = WorkspaceFolder.absolute(folder.path)
    descriptor = inotify_init1(CInt(O_CLOEXEC | O_NONBLOCK))
    guard descriptor >= 0 else { throw Self.refused }
  }

  deinit {
    close(descriptor)
  }

  /// How many folders are watched.
  var folders: Int { names.count }

  /// Watches these folders of the workspace and no others.
  func follow(_ folders: [String]) throws {
    for (number, _) in names { inotify_rm_watch(descriptor, number) }
    names = [:]
    for folder in folders {
      let number = inotify_add_watch(descriptor, folder.isEmpty ? root : root + "/" + folder, Self.kinds)
      guard number >= 0 || errno == ENOENT else { throw Self.refused }
      if number >= 0 { names[number] = folder }
    }
  }

  /// Waits until something is touched and a short pause follows, so that a row of saves is answered once.
  func wait() -> Touched {
    var touched = Set<String>()
    var isWhole = true
    var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    poll(&ready, 1, -1)
    let end = Self.milliseconds + Self.longestRow
    repeat {
      isWhole = read(into: &touched) && isWhole
    } while Self.milliseconds < end && poll(&ready, 1, Self.pause) > 0
    return isWhole ? .files(touched) : .anything
  }

  /// Reads the events that are there; false where the system lost some.
  private func read(into touched: inout Set<String>) -> Bool {
    var isWhole = true
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return isWhole }
      var place = 0
      while place + 16 <= count {
        let (number, mask, length) = buffer.withUnsafeBytes { bytes in
          (
            bytes.loadUnaligned(fromByteOffset: place, as: CInt.self),
            bytes.loadUnaligned(fromByteOffset: place + 4, as: UInt32.self),
            Int(bytes.loadUnaligned(fromByteOffset: place + 12, as: UInt32.self))
          )
        }
        if mask & UInt32(IN_Q_OVERFLOW) != 0 { isWhole = false }
        let name = String(decoding: buffer[(place + 16)..<(place + 16 + length)].prefix { $0 != 0 }, as: UTF8.self)
        if let folder = names[number], !name.isEmpty, !name.hasPrefix(".") {
          touched.insert(folder.isEmpty ? name : folder + "/" + name)
        }
        place += 16 + length
      }
    }
  }

  private static var milliseconds: Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
  }

  private static var refused: CommandFailure {
    CommandFailure(
      .inputOutput,
      Wording(
        en: "the system does not let this program watch so many folders (inotify, errno \(errno))",
        fr: "le système ne laisse pas ce programme surveiller autant de dossiers (inotify, errno \(errno))"),
      remedies: [
        Wording(
          en: "raise fs.inotify.max_user_watches, or run ‘passerelle check’ after each change",
          fr: "augmenter fs.inotify.max_user_watches, ou lancer «\u{A0}passerelle check\u{A0}» après chaque changement")
      ])
  }
}
