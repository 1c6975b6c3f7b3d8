import Bilingual
import FoundationEssentials
import Glibc

/// A folder of files that is written as a whole, over an earlier one of ours or into an empty one, and over nothing else.
struct SiteFolder {
  /// The folder as the user wrote it.
  let path: String
  /// What is written into it.
  var holds = Holdings.pages
  /// Names that are ours too where the telling file is missing, as earlier versions left it out.
  var ownNames: Set<String> = []

  /// What a folder may hold, each told by a file of its own from what other people wrote.
  enum Holdings {
    /// The pages of a library.
    case pages
    /// The chapters of the manual.
    case manual

    /// The file that tells ours from other people's.
    var marker: String {
      switch self {
      case .pages: ".passerelle-pages"
      case .manual: ".passerelle-manual"
      }
    }

    fileprivate var markerText: String {
      switch self {
      case .pages:
        """
        passerelle preview --output wrote index.html, assets, en and fr beside this file, and writes them anew the next time.
        passerelle preview --output a écrit index.html, assets, en et fr à côté de ce fichier, et les réécrira la prochaine fois.

        """
      case .manual:
        """
        passerelle manual --output wrote the chapters beside this file, and writes them anew the next time.
        passerelle manual --output a écrit les chapitres à côté de ce fichier, et les réécrira la prochaine fois.

        """
      }
    }

    fileprivate var none: Wording {
      switch self {
      case .pages: Wording(en: "no pages of ours", fr: "ce ne sont pas nos pages")
      case .manual: Wording(en: "no manual of ours", fr: "ce n’est pas notre manuel")
      }
    }
  }

  /// Refuses a folder that holds what is not ours, before anything is computed.
  func refuseOthers() throws {
    guard let held = try? FileManager.default.contentsOfDirectory(atPath: path), !held.contains(holds.marker) else {
      var status = stat()
      guard stat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFDIR else {
        throw CommandFailure(
          .cannotCreate, Wording(en: "\(path) is no folder", fr: "\(path) n’est pas un dossier"),
          remedies: [Self.remedy])
      }
      return
    }
    let other = held.filter { !NewFolder.passedOver.contains($0) && !ownNames.contains($0) }.sorted()
    guard let first = other.first else { return }
    throw CommandFailure(
      .cannotCreate,
      Wording(
        en: "\(path) is not empty, and \(holds.none.en): there is \(Language.en.quote(first))",
        fr: "\(path) n’est pas vide, et \(holds.none.fr)\u{A0}: il y a \(Language.fr.quote(first))"),
      remedies: [Self.remedy])
  }

  private static let remedy = Wording(
    en: "name a new folder with --output DIR", fr: "nommer un nouveau dossier avec --output DOSSIER")

  /// Writes files, by their paths from the folder, in the place of those of an earlier time.
  ///
  /// They are written into a hidden folder first and moved when all are there; where one cannot be moved, all is as
  /// before. What else stands in the folder stays. Nothing waits for the disk, because pages can be made again.
  func write(_ paths: [String], _ file: (String) -> [UInt8]?) throws {
    try refuseOthers()
    let parent = WorkspaceFolder.parent(of: path)
    // Packages name a folder deep in a tree that is not there yet; pages go where somebody looks.
    if holds == .manual, access(parent, F_OK) != 0 { try make(parent) }
    let isNew = mkdir(path, 0o755) == 0
    guard isNew || errno == EEXIST else { throw cannotCreate(path) }
    let stage = path + "/.passerelle-preview.\(getpid())"
    do {
      guard mkdir(stage, 0o755) == 0 else { throw cannotCreate(path) }
      var folders: Set<String> = []
      for name in paths {
        let folder = WorkspaceFolder.parent(of: stage + "/" + name)
        if folders.insert(folder).inserted { try make(folder) }
        try put(file(name) ?? [], at: stage + "/" + name, shown: name)
      }
      try put(Array(holds.markerText.utf8), at: stage + "/" + holds.marker, shown: holds.marker)
      let entries = Set(paths.map { String($0.prefix { $0 != "/" }) }).sorted() + [holds.marker]
      try withSignalsKeptBack { try exchange(entries, with: stage) }
    } catch {
      try? FileManager.default.removeItem(atPath: stage)
      if isNew { rmdir(path) }
      throw error
    }
    try? FileManager.default.removeItem(atPath: stage)
  }

  private func make(_ folder: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw cannotCreate(path)
    }
  }

  private func put(_ bytes: [UInt8], at target: String, shown name: String) throws {
    let descriptor = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw cannotCreate(path + "/" + name) }
    defer { close(descriptor) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw cannotCreate(path + "/" + name) }
      rest = rest.dropFirst(count)
    }
  }

  /// Puts entries of the stage in the place of those of the same name, which go to the stage.
  private func exchange(_ entries: [String], with stage: String) throws {
    for (index, entry) in entries.enumerated() {
      guard swap(stage + "/" + entry, path + "/" + entry) else {
        let failure = cannotCreate(path + "/" + entry)
        for done in entries[..<index] { _ = swap(path + "/" + done, stage + "/" + done) }
        throw failure
      }
    }
  }

  /// Moves a new entry into place; an old one goes where the new one was.
  private func swap(_ new: String, _ place: String) -> Bool {
    if access(place, F_OK) != 0 { return rename(new, place) == 0 }
    let aside = new + ".old"
    guard rename(place, aside) == 0 else { return false }
    guard rename(new, place) == 0 else {
      rename(aside, place)
      return false
    }
    return rename(aside, new) == 0
  }
}
