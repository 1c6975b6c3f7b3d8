import Bilingual
import Glibc

/// The files of a workspace as the system lists them, none of them opened; what is hidden is passed over.
struct WorkspaceSurvey: Sendable {
  /// A file.
  struct Entry: Equatable, Sendable {
    /// The path from the workspace.
    let path: String
    /// What the system says of it.
    let signature: FileSignature
  }

  /// The file that tells Emacs where grammars are, beside documents and none itself.
  static let schemaLocations = "schemas.xml"

  /// The XML files, in order of path.
  private(set) var documents: [Entry] = []
  /// The other files, in order of path.
  private(set) var others: [Entry] = []
  /// The folders, the workspace itself as the empty path.
  private(set) var folders: [String] = []

  /// Looks through a workspace.
  init(_ folder: WorkspaceFolder) throws {
    let root = WorkspaceFolder.absolute(folder.path)
    try look(into: "", of: root)
    documents.sort { $0.path < $1.path }
    others.sort { $0.path < $1.path }
  }

  private mutating func look(into folder: String, of root: String) throws {
    let path = folder.isEmpty ? root : root + "/" + folder
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0, let stream = fdopendir(descriptor) else {
      if descriptor >= 0 { close(descriptor) }
      throw CommandFailure(
        .inputOutput, Wording(en: "the folder \(path) cannot be read", fr: "le dossier \(path) est illisible"))
    }
    defer { closedir(stream) }
    folders.append(folder)
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard !name.hasPrefix(".") else { continue }
      try add(name, in: folder, descriptor, of: root, isFolder: entry.pointee.d_type == UInt8(DT_DIR))
    }
  }

  private mutating func add(
    _ name: String, in folder: String, _ descriptor: CInt, of root: String, isFolder: Bool
  ) throws {
    let path = folder.isEmpty ? name : folder + "/" + name
    let isDocument = name.hasSuffix(".xml") && name != Self.schemaLocations
    var status = stat()
    guard !isFolder else {
      if isDocument { documents.append(Entry(path: path, signature: FileSignature(status))) }
      return try look(into: path, of: root)
    }
    guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return }
    switch status.st_mode & S_IFMT {
    case S_IFDIR where !isDocument: return try look(into: path, of: root)
    case S_IFREG: break
    case S_IFLNK:
      let isWithin = WorkspaceFolder.absolute(root + "/" + path).hasPrefix(root + "/")
      let isThere = fstatat(descriptor, name, &status, 0) == 0
      guard isDocument || isThere && isWithin && status.st_mode & S_IFMT == S_IFREG else { return }
    default:
      guard isDocument else { return }
    }
    let entry = Entry(path: path, signature: FileSignature(status))
    if isDocument { documents.append(entry) } else { others.append(entry) }
  }
}

/// What the system says of a file: as long as none of it changes, the bytes are the same.
///
/// The time of the last change of status cannot be set by programs, so that a file whose time of modification was put back
/// is noticed all the same.
struct FileSignature: Equatable, Sendable {
  /// The device, the number on it, the mode, the bytes, and the times of modification and of change in nanoseconds.
  let figures: [Int64]

  /// The place of the bytes among the figures.
  private static let sizePlace = 3

  /// A signature from what the system says.
  init(_ status: stat) {
    func nanoseconds(_ time: timespec) -> Int64 { Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec) }
    figures = [
      Int64(truncatingIfNeeded: status.st_dev), Int64(truncatingIfNeeded: status.st_ino), Int64(status.st_mode),
      Int64(status.st_size), nanoseconds(status.st_mtim), nanoseconds(status.st_ctim),
    ]
  }

  /// A signature that was kept.
  init(figures: [Int64]) {
    self.figures = figures
  }

  /// The bytes of the file.
  var size: Int { Int(figures[Self.sizePlace]) }

  /// Whether the last change lies so far before a moment that another one would have got another time.
  ///
  /// File systems count in steps of up to two seconds.
  func isSettled(before nanoseconds: Int64) -> Bool {
    max(figures[4], figures[5]) < nanoseconds - 2_000_000_000
  }
}
