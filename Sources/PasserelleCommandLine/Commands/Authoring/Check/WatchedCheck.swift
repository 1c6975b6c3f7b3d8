import Bilingual
import Diagnostics
import FoundationEssentials
import Validators

/// `check --watch`: a library kept in memory, and a report after each save.
struct WatchedCheck {
  private var printer: CheckPrinter
  private let today: CalendarDay
  private let folder: WorkspaceFolder
  private let watch: FolderWatch
  private var library: FollowedLibrary
  /// The documents, as paths from the workspace, in order.
  private var paths: [String] = []
  private var places: [String: Int] = [:]

  /// Reads the workspace that the printer's request is about.
  init(_ printer: CheckPrinter, today: CalendarDay) throws {
    guard let folder = printer.request.folder else {
      throw CommandFailure(
        .usage,
        Wording(
          en: "--watch follows a workspace, and there is none here",
          fr: "--watch suit un espace de travail, et il n’y en a pas ici"),
        remedies: [Wording(en: "name one with --workspace", fr: "en nommer un avec --workspace")])
    }
    self.printer = printer
    self.today = today
    self.folder = folder
    watch = try FolderWatch(folder)
    library = FollowedLibrary([], scope: .workspace, today: today, listing: nil)
    try readAll()
  }

  /// Reports now and after each save, until the program is interrupted.
  mutating func run() throws -> Never {
    try report()
    Conversation.note(
      said(
        en: "waiting for the next save; Ctrl-C ends",
        fr: "en attente du prochain enregistrement\u{202F}; Ctrl-C pour finir"))
    while true {
      do {
        if try take(watch.wait()) { try report() }
      } catch let failure as CommandFailure {
        // A file may be gone for a moment while it is saved; the next event tells how it went on.
        Conversation.say(failure.text(in: spokenLanguage))
      }
    }
  }

  /// Takes in what was touched; false where nothing of it matters.
  private mutating func take(_ touched: FolderWatch.Touched) throws -> Bool {
    guard case .files(let touchedPaths) = touched else {
      try readAll()
      return true
    }
    let before = printer.request.survey?.others ?? []
    try printer.request.lookAgain()
    guard let survey = printer.request.survey, survey.documents.map(\.path) == paths,
      survey.folders.count == watch.folders
    else {
      try readAll()
      return true
    }
    // What documents point to is looked up by name and size.
    let isListedAlike =
      survey.others.map(\.path) == before.map(\.path)
      && survey.others.map(\.signature.size) == before.map(\.signature.size)
    let changes = touchedPaths.sorted().compactMap { path in
      places[path].map { (index: $0, file: folder.read(path)) }
    }
    library.change(changes)
    if !isListedAlike { library.relist(printer.request.listing) }
    let rules = library.verdict.houseRules.map(\.address)
    return !changes.isEmpty || !isListedAlike || touchedPaths.contains { rules.contains($0) }
  }

  /// Watches and reads everything anew: the folders first, so that no save falls between.
  private mutating func readAll() throws {
    repeat {
      try printer.request.lookAgain()
      try watch.follow(printer.request.survey?.folders ?? [])
      try printer.request.lookAgain()
    } while printer.request.survey?.folders.count != watch.folders
    library = FollowedLibrary(
      printer.request.files(), scope: .workspace, today: today, listing: printer.request.listing)
    paths = printer.request.survey?.documents.map(\.path) ?? []
    places = Dictionary(
      paths.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  private func report() throws {
    _ = try printer.print(WorkspaceCheck(library.verdict, printer.request))
  }
}
