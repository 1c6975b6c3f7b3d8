import Bilingual
import Diagnostics
import FoundationEssentials
import Validators

/// Which documents a check reads, and whose findings it shows.
struct CheckRequest {
  /// The workspace; nil where single documents are read.
  private(set) var folder: WorkspaceFolder?
  /// The workspace's files; nil outside a workspace.
  private(set) var survey: WorkspaceSurvey?
  /// The workspace's files by name; nil outside a workspace.
  private(set) var listing: WorkspaceListing?
  private var single: [WorkspaceFile] = []
  private var shown: [String]?

  /// The files and folders beside a path that does not exist that may have been meant by it.
  private static func near(_ path: String) -> [Wording] {
    let folder = path.contains("/") ? WorkspaceFolder.parent(of: path) : "."
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let beside = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let near = nearest(to: name, among: beside.filter { !$0.hasPrefix(".") })
      .map { folder == "." ? $0 : "\(folder == "/" ? "" : folder)/\($0)" }
    return near.isEmpty ? [] : [didYouMean(near)]
  }

  /// What the arguments ask for; a path that does not exist is refused.
  init(paths: [String], workspace options: WorkspaceOptions) throws {
    guard !paths.isEmpty else {
      try open(try WorkspaceFolder.find(options))
      return
    }
    for path in paths where !FileManager.default.fileExists(atPath: path) {
      throw CommandFailure(
        .noInput, Wording(en: "there is no file or folder \(path)", fr: "il n’y a ni fichier ni dossier \(path)"),
        remedies: Self.near(path))
    }
    let folders = try paths.map { path in
      options.workspace != nil
        ? try WorkspaceFolder.find(options)
        : WorkspaceFolder.nearest(
          to: Self.isFolder(path) ? path : WorkspaceFolder.parent(of: WorkspaceFolder.absolute(path)))
    }
    if let folder = folders.first ?? nil, folders.allSatisfy({ $0?.path == folder.path }) {
      try open(folder)
      shown = paths.map(WorkspaceFolder.absolute)
      // A file that is no *.xml of the workspace is read beside it, because it was asked for.
      let start = WorkspaceFolder.absolute(folder.path) + "/"
      let known = Set(survey?.documents.map { start + $0.path } ?? [])
      for path in paths where !Self.isFolder(path) && !known.contains(WorkspaceFolder.absolute(path)) {
        _ = try readDocumentFile(at: path, shownAs: path)
      }
    } else {
      single = try paths.flatMap { path in
        Self.isFolder(path)
          ? try WorkspaceFolder(path: path).documents() : [try readDocumentFile(at: path, shownAs: path)]
      }
    }
  }

  private mutating func open(_ folder: WorkspaceFolder) throws {
    let survey = try WorkspaceSurvey(folder)
    self.folder = folder
    self.survey = survey
    listing = folder.listing(of: survey)
  }

  /// Looks through the workspace again; nothing changes outside one.
  mutating func lookAgain() throws {
    if let folder { try open(folder) }
  }

  /// Whether the documents are a whole workspace.
  var scope: ValidationScope { survey == nil ? .documents : .workspace }

  /// The documents to read.
  func files() -> [WorkspaceFile] {
    guard let folder, let survey else { return single }
    return folder.read(survey.documents.map(\.path))
  }

  /// Whether findings in this document are shown.
  func reports(_ path: String) -> Bool {
    guard let shown else { return true }
    let path = WorkspaceFolder.absolute(path)
    return shown.contains { path == $0 || path.hasPrefix($0 + "/") }
  }

  /// A document's path as it is on every machine: from the workspace, where there is one.
  func portable(_ path: String) -> String {
    guard let start = folder?.shownPath, !start.isEmpty, path.hasPrefix(start + "/") else { return path }
    return String(path.dropFirst(start.count + 1))
  }

  /// The path that is shown for a portable one.
  func shown(_ path: String) -> String {
    folder?.shown(path) ?? path
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
  }
}
