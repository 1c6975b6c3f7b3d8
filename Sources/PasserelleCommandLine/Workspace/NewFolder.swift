import Bilingual
import FoundationEssentials
import Glibc

/// A folder that is filled as a whole or not at all.
struct NewFolder {
  /// The folder as the user wrote it.
  let path: String

  /// A file to be.
  struct File {
    /// The path from the folder.
    let path: String
    /// The bytes.
    let bytes: [UInt8]
  }

  /// What may stand in a folder that counts as empty: what version control keeps for itself.
  static let passedOver: Set<String> = [".git", ".hg", ".svn"]

  /// Writes the files into the folder, which is made where it is not there.
  ///
  /// They are written into a hidden folder first, and moved when all are there; what cannot be moved is taken back. A
  /// folder that is not empty is refused.
  func fill(with files: [File]) throws {
    let isNew = try make()
    let stage = path + "/.passerelle-init.\(getpid())"
    do {
      guard mkdir(stage, 0o755) == 0 else { throw cannotCreate(path) }
      for file in files {
        let target = stage + "/" + file.path
        do {
          try FileManager.default.createDirectory(
            atPath: WorkspaceFolder.parent(of: target), withIntermediateDirectories: true)
        } catch {
          throw cannotCreate(path + "/" + file.path)
        }
        try writeAtomically(file.bytes, to: target)
      }
      try move(Set(files.map { String($0.path.prefix { $0 != "/" }) }).sorted(), from: stage)
    } catch {
      try? FileManager.default.removeItem(atPath: stage)
      if isNew { rmdir(path) }
      throw error
    }
    rmdir(stage)
  }

  /// Makes the folder where it is not there, and says whether it did.
  private func make() throws -> Bool {
    if mkdir(path, 0o755) == 0 { return true }
    guard errno == EEXIST else { throw cannotCreate(path) }
    guard let held = try? FileManager.default.contentsOfDirectory(atPath: path) else { throw cannotCreate(path) }
    let other = held.filter { !Self.passedOver.contains($0) }.sorted()
    guard other.isEmpty else {
      let isWorkspace = other.contains("programme.xml")
      throw CommandFailure(
        .cannotCreate,
        isWorkspace
          ? Wording(en: "\(path) is a workspace already", fr: "\(path) est déjà un espace de travail")
          : Wording(
            en: "\(path) is not empty: there is \(Language.en.quote(other[0]))",
            fr: "\(path) n’est pas vide\u{A0}: il y a \(Language.fr.quote(other[0]))"),
        remedies: [
          isWorkspace
            ? Wording(
              en: "add documents with ‘passerelle new’",
              fr: "y ajouter des documents avec «\u{A0}passerelle new\u{A0}»")
            : Wording(
              en: "name a new folder: passerelle init DIR",
              fr: "nommer un nouveau dossier\u{A0}: passerelle init DOSSIER")
        ])
    }
    return false
  }

  /// Moves entries out of the stage, with Ctrl-C kept back until all are there.
  private func move(_ entries: [String], from stage: String) throws {
    try withSignalsKeptBack { try moveAll(entries, from: stage) }
  }

  private func moveAll(_ entries: [String], from stage: String) throws {
    for (index, entry) in entries.enumerated() where rename(stage + "/" + entry, path + "/" + entry) != 0 {
      let failure = cannotCreate(path + "/" + entry)
      for moved in entries[..<index] { rename(path + "/" + moved, stage + "/" + moved) }
      throw failure
    }
  }
}

/// Runs a body with Ctrl-C and its relatives kept back until it has ended.
func withSignalsKeptBack(_ body: () throws -> Void) rethrows {
  var signals = sigset_t()
  var before = sigset_t()
  sigemptyset(&signals)
  for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, signal) }
  pthread_sigmask(SIG_BLOCK, &signals, &before)
  defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
  try body()
}

/// That the system refuses to create something, and why.
func cannotCreate(_ path: String) -> CommandFailure {
  let reason = String(cString: strerror(errno))
  let words: Wording =
    switch errno {
    case ENOENT: Wording(en: "the folder around it does not exist", fr: "le dossier qui le contient n’existe pas")
    case EACCES, EPERM: Wording(en: "this is not permitted", fr: "ce n’est pas autorisé")
    case EROFS: Wording(en: "the disk is read-only", fr: "le disque est en lecture seule")
    case ENOSPC, EDQUOT: Wording(en: "the disk is full", fr: "le disque est plein")
    case ENOTDIR: Wording(en: "there is a file in the place of a folder", fr: "un fichier tient lieu de dossier")
    default: Wording(same: reason)
    }
  return CommandFailure(
    .cannotCreate,
    Wording(en: "\(path) cannot be created (\(words.en))", fr: "\(path) ne peut être créé (\(words.fr))"))
}
