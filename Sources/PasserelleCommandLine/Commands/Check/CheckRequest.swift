import Bilingual
import FoundationEssentials
import Validators

/// Which documents a check reads, and whose findings it shows.
struct CheckRequest {
  /// The documents to read.
  let files: [WorkspaceFile]
  /// Whether they are a whole workspace.
  let scope: ValidationScope
  /// The workspace; nil where single documents are read.
  private(set) var folder: WorkspaceFolder?
  /// The workspace's files; nil outside a workspace.
  private(set) var listing: WorkspaceListing?
  private var shown: [String]?

  /// What the arguments ask for; a path that does not exist is refused.
  init(paths: [String], workspace options: WorkspaceOptions) throws {
    guard !paths.isEmpty else {
      let folder = try WorkspaceFolder.find(options)
      let contents = try folder.contents()
      self.folder = folder
      (files, listing) = (contents.documents, contents.listing)
      scope = .workspace
      return
    }
    for path in paths where !FileManager.default.fileExists(atPath: path) {
      throw CommandFailure(
        .noInput, Wording(en: "there is no file or folder \(path)", fr: "il n’y a ni fichier ni dossier \(path)"))
    }
    let folders = try paths.map { path in
      options.workspace != nil
        ? try WorkspaceFolder.find(options)
        : WorkspaceFolder.nearest(
          to: Self.isFolder(path) ? path : WorkspaceFolder.parent(of: WorkspaceFolder.absolute(path)))
    }
    if let folder = folders.first ?? nil, folders.allSatisfy({ $0?.path == folder.path }) {
      let contents = try folder.contents()
      self.folder = folder
      (files, listing) = (contents.documents, contents.listing)
      scope = .workspace
      shown = paths.map(WorkspaceFolder.absolute)
      // A file that is no *.xml of the workspace is read beside it, because it was asked for.
      let known = Set(files.map { WorkspaceFolder.absolute($0.path) })
      for path in paths where !Self.isFolder(path) && !known.contains(WorkspaceFolder.absolute(path)) {
        _ = try readDocumentFile(at: path, shownAs: path)
      }
    } else {
      files = try paths.flatMap { path in
        Self.isFolder(path)
          ? try WorkspaceFolder(path: path).documents() : [try readDocumentFile(at: path, shownAs: path)]
      }
      scope = .documents
    }
  }

  /// Whether findings in this document are shown.
  func reports(_ path: String) -> Bool {
    guard let shown else { return true }
    let path = WorkspaceFolder.absolute(path)
    return shown.contains { path == $0 || path.hasPrefix($0 + "/") }
  }

  /// A document's path as it is on every machine: from the workspace, where there is one.
  func portable(_ path: String) -> String {
    guard let start = listing?.folder, !start.isEmpty, path.hasPrefix(start + "/") else { return path }
    return String(path.dropFirst(start.count + 1))
  }

  /// The path that is shown for a portable one.
  func shown(_ path: String) -> String {
    guard let start = listing?.folder, !start.isEmpty else { return path }
    return start + "/" + path
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
  }
}
