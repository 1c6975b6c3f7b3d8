import Bilingual
import Diagnostics
import FoundationEssentials
import Validators

/// A workspace kept in memory that follows its folder: each save is read and judged with as little as it needs.
struct FollowedWorkspace {
  /// What is followed, as it was when it was last looked at.
  private(set) var request: CheckRequest
  private(set) var library: FollowedLibrary
  /// The documents as they were last read.
  private(set) var files: [WorkspaceFile] = []
  private let today: CalendarDay
  private let folder: WorkspaceFolder
  private let watch: FolderWatch
  /// The documents, as paths from the workspace, in order.
  private var paths: [String] = []
  private var places: [String: Int] = [:]

  /// Reads a workspace and begins to watch it; nil where the request is about single documents.
  init?(_ request: CheckRequest, today: CalendarDay) throws {
    guard let folder = request.folder else { return nil }
    self.request = request
    self.today = today
    self.folder = folder
    watch = try FolderWatch(folder)
    library = FollowedLibrary([], scope: .workspace, today: today, listing: nil)
    try readAll()
  }

  /// What is found now.
  var verdict: Verdict { library.verdict }

  /// Waits until something is saved, moved or deleted, and takes it in; false where nothing of it matters.
  ///
  /// A file may be gone for a moment while it is saved: that is thrown, and the next event tells how it went on.
  mutating func takeNextSave() throws -> Bool {
    guard case .files(let touched) = watch.wait() else {
      try readAll()
      return true
    }
    let before = request.survey?.others ?? []
    try request.lookAgain()
    guard let survey = request.survey, survey.documents.map(\.path) == paths, survey.folders.count == watch.folders
    else {
      try readAll()
      return true
    }
    // What documents point to is looked up by name and size.
    let isListedAlike =
      survey.others.map(\.path) == before.map(\.path)
      && survey.others.map(\.signature.size) == before.map(\.signature.size)
    let changes = touched.sorted().compactMap { path in
      places[path].map { (index: $0, file: folder.read(path)) }
    }
    for change in changes { files[change.index] = change.file }
    library.change(changes)
    if !isListedAlike { library.relist(request.listing) }
    let rules = library.verdict.houseRules.map(\.address)
    return !changes.isEmpty || !isListedAlike || touched.contains { rules.contains($0) }
  }

  /// Watches and reads everything anew: the folders first, so that no save falls between.
  private mutating func readAll() throws {
    repeat {
      try request.lookAgain()
      try watch.follow(request.survey?.folders ?? [])
      try request.lookAgain()
    } while request.survey?.folders.count != watch.folders
    files = request.files()
    library = FollowedLibrary(files, scope: .workspace, today: today, listing: request.listing)
    paths = request.survey?.documents.map(\.path) ?? []
    places = Dictionary(
      paths.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }
}
