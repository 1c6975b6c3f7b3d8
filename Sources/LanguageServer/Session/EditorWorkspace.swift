package import Validators

/// The files of a workspace as they are kept, for a session to follow.
package struct EditorWorkspace: Sendable {
  /// The folder, as a path from the root of the file system.
  package let folder: String
  /// The documents, each by its path from the root of the file system, in order.
  package let files: [WorkspaceFile]
  /// The files by name.
  package let listing: WorkspaceListing

  /// A workspace from its parts.
  package init(folder: String, files: [WorkspaceFile], listing: WorkspaceListing) {
    self.folder = folder
    self.files = files
    self.listing = listing
  }

  /// Whether a document at this path belongs to the workspace as soon as it is kept.
  func holds(_ path: String) -> Bool {
    path.hasSuffix(".xml") && path.hasPrefix(folder + "/")
      && !path.dropFirst(folder.count).split(separator: "/").contains { $0.hasPrefix(".") }
  }

  /// The workspace with documents that are not kept yet.
  func adding(_ more: [WorkspaceFile]) -> EditorWorkspace {
    var known = Set(files.map(\.path))
    let new = more.filter { known.insert($0.path).inserted }
    return EditorWorkspace(
      folder: folder, files: (files + new).sorted { $0.path < $1.path }, listing: listing)
  }
}
