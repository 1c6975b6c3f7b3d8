import Bilingual
import CurriculumModel
import Diagnostics
import FoundationEssentials
import Glibc
import Validators

/// A folder with `programme.xml`, in which commands work.
struct WorkspaceFolder {
  /// The folder.
  let path: String
  /// The folder as the user would write it before a path; empty where the command runs in it.
  let shownPath: String

  /// A folder, without a look at what is in it.
  init(path: String) {
    self.path = path
    let folder = Self.absolute(path)
    let here = FileManager.default.currentDirectoryPath
    shownPath =
      if folder == here { "" } else {
        folder.hasPrefix(here + "/") ? String(folder.dropFirst(here.count + 1)) : path
      }
  }

  /// The workspace that `--workspace` names, otherwise the nearest one upwards from where the command runs.
  static func find(_ options: WorkspaceOptions) throws -> WorkspaceFolder {
    let start = options.workspace ?? FileManager.default.currentDirectoryPath
    if let found = options.workspace == nil ? nearest(to: start) : at(start) { return found }
    throw CommandFailure(
      .noInput,
      options.workspace == nil
        ? Wording(
          en: "no workspace here: no programme.xml in this folder or above it",
          fr: "pas d’espace de travail ici\u{A0}: aucun programme.xml dans ce dossier ni au-dessus")
        : Wording(
          en: "\(start) is no workspace: it has no programme.xml",
          fr: "\(start) n’est pas un espace de travail\u{A0}: il n’a pas de programme.xml"),
      remedies: [
        Wording(
          en: "go to the workspace’s folder, or name it with --workspace DIR",
          fr: "aller dans le dossier de l’espace de travail, ou le nommer avec --workspace DOSSIER")
      ])
  }

  /// The workspace at a folder or above it.
  static func nearest(to folder: String) -> WorkspaceFolder? {
    var path = absolute(folder)
    while true {
      if let found = at(path) { return found }
      guard path != "/" else { return nil }
      path = parent(of: path)
    }
  }

  /// The workspace at this very folder.
  static func at(_ folder: String) -> WorkspaceFolder? {
    FileManager.default.fileExists(atPath: folder + "/programme.xml") ? WorkspaceFolder(path: folder) : nil
  }

  /// Every XML file of the workspace, in order of path, and every file by name; what is hidden is passed over.
  ///
  /// Paths are shown from where the command runs, so that a terminal can open them.
  func contents() throws -> (documents: [WorkspaceFile], listing: WorkspaceListing) {
    let survey = try WorkspaceSurvey(self)
    return (read(survey.documents.map(\.path)), listing(of: survey))
  }

  /// Every XML file of the workspace, in order of path.
  func documents() throws -> [WorkspaceFile] {
    read(try documentPaths())
  }

  /// The paths of the XML files within the workspace, in order.
  func documentPaths() throws -> [String] {
    try WorkspaceSurvey(self).documents.map(\.path)
  }

  /// A document by its path from the workspace; one that cannot be read is there all the same, with the reason.
  func read(_ relative: String) -> WorkspaceFile {
    WorkspaceFile(path: shown(relative), reading: readRegularFile(at: path + "/" + relative))
  }

  /// Documents by their paths from the workspace, read on all cores.
  func read(_ relatives: [String]) -> [WorkspaceFile] {
    concurrentMap(relatives) { read($0) }
  }

  /// The files that a survey found, as rules look them up.
  func listing(of survey: WorkspaceSurvey) -> WorkspaceListing {
    WorkspaceListing(
      folder: shownPath, files: Set((survey.documents + survey.others).map(\.path)),
      sizes: Dictionary(
        survey.others.map { ($0.path, $0.signature.size) }, uniquingKeysWith: { first, _ in first }))
  }

  /// A path of the workspace as the user would write it.
  func shown(_ relative: String) -> String {
    shownPath.isEmpty ? relative : shownPath == "/" ? "/" + relative : shownPath + "/" + relative
  }

  /// A path from the root.
  static func absolute(_ path: String) -> String {
    if let resolved = realpath(path, nil) {
      defer { free(resolved) }
      return String(cString: resolved)
    }
    return path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
  }

  /// The folder above.
  static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return "/" }
    return String(path[..<slash])
  }
}
