import Bilingual
import Diagnostics
import Dispatch
import FoundationEssentials
import Glibc
import LibraryPages
import LoopbackServing
import Synchronization
import Validators

/// `preview` without `--output`: the pages on loopback, made anew after each save.
struct LivePreview {
  private var workspace: FollowedWorkspace
  private let today: CalendarDay
  private var sound: LastSound
  private let site = SiteOfNow()

  /// Reads the workspace and makes its site.
  init(_ request: CheckRequest, today: CalendarDay) throws {
    guard let workspace = try FollowedWorkspace(request, today: today) else {
      preconditionFailure("A request without paths is about a workspace")
    }
    self.workspace = workspace
    self.today = today
    let validation = workspace.library.validation
    sound = LastSound(validation, of: workspace.files, today: today, listing: workspace.request.listing)
    try show(validation)
  }

  /// Serves until the program is interrupted.
  mutating func run(port: Int) throws -> Never {
    let listening = try serve(port)
    Conversation.print("http://localhost:\(listening)/")
    Conversation.note(
      said(
        en: "the pages follow each save; only this machine can read them; Ctrl-C ends",
        fr:
          "les pages suivent chaque enregistrement\u{202F}; seule cette machine peut les lire\u{202F}; Ctrl-C pour finir"
      ))
    while true {
      do {
        guard try workspace.takeNextSave() else { continue }
        let validation = workspace.library.validation
        sound.follow(validation, of: workspace.files, today: today, listing: workspace.request.listing)
        try show(validation)
        site.news.tell()
      } catch let failure as CommandFailure {
        Conversation.say(failure.text(in: spokenLanguage))
      }
    }
  }

  /// Begins to serve on threads of the server's own, and says on which port.
  private func serve(_ port: Int) throws -> Int {
    for number in [SIGINT, SIGTERM] { signal(number) { _exit(128 + $0) } }
    signal(SIGPIPE, SIG_IGN)
    var kept = sigset_t()
    sigemptyset(&kept)
    for number in [SIGINT, SIGTERM] { sigaddset(&kept, number) }
    pthread_sigmask(SIG_UNBLOCK, &kept, nil)
    let outcome = Beginning()
    let server = LoopbackServer(
      port: port, policy: LibrarySite.Reading.live.policy, news: site.news, page: { [site] in site.page(at: $0) })
    Task {
      do {
        try await server.run { outcome.set(.success($0)) }
      } catch {
        outcome.set(.failure(error))
      }
    }
    switch outcome.wait() {
    case .success(let number): return number
    case .failure(let error): throw CommandFailure(error, port: port)
    }
  }

  /// Shows what is sound of the library, with what is found in it now.
  private func show(_ validation: Validation) throws {
    let check = try WorkspaceCheck(validation.verdict, workspace.request)
    site.show(try PublishedLibrary(sound.part, check, workspace.request, day: today))
  }
}

/// The site as it is now, with the pages that were asked for since it changed.
///
/// A class, because the server asks for pages while saves change it.
private final class SiteOfNow: Sendable {
  private struct State {
    var site: LibrarySite?
    var pages: [String: [UInt8]] = [:]
  }

  let news = News()
  private let state = Mutex(State())

  func show(_ published: PublishedLibrary) {
    let site = LibrarySite(published, reading: .live, plan: PlanForPages.plan)
    state.withLock { $0 = State(site: site) }
  }

  func page(at path: String) -> LoopbackServer.Page? {
    let (site, known) = state.withLock { ($0.site, $0.pages[path]) }
    guard let bytes = known ?? site?.file(at: path) else { return nil }
    // A page that was made of an older library is shown once and not kept.
    state.withLock { state in
      if let site, state.site?.isSame(as: site) == true { state.pages[path] = bytes }
    }
    return LoopbackServer.Page(bytes: bytes, mediaType: Self.mediaType(of: path))
  }

  private static func mediaType(of path: String) -> String {
    switch path.split(separator: ".").last {
    case "css": "text/css; charset=utf-8"
    case "js": "text/javascript; charset=utf-8"
    case "svg": "image/svg+xml"
    default: "text/html; charset=utf-8"
    }
  }
}

/// What came of beginning to serve.
///
/// A class, because a task tells it and the main thread waits for it.
private final class Beginning: Sendable {
  private let outcome = Mutex<Result<Int, any Error>?>(nil)
  private let isKnown = DispatchSemaphore(value: 0)

  func set(_ result: Result<Int, any Error>) {
    outcome.withLock { $0 = $0 ?? result }
    isKnown.signal()
  }

  func wait() -> Result<Int, any Error> {
    isKnown.wait()
    return outcome.withLock { $0 } ?? .failure(CancellationError())
  }
}

extension CommandFailure {
  /// Why pages cannot be served.
  fileprivate init(_ error: any Error, port: Int) {
    guard let failure = error as? LoopbackFailure else {
      self.init(.ourMistake, Wording(same: String(describing: error)))
      return
    }
    let elsewhere = Wording(
      en: "name another one with --port, or 0 for any that is free",
      fr: "en nommer un autre avec --port, ou 0 pour n’importe quel port libre")
    switch failure.code {
    case EADDRINUSE:
      self.init(
        .unavailable,
        Wording(en: "the port \(port) is in use", fr: "le port \(port) est déjà utilisé"), remedies: [elsewhere])
    case EACCES:
      self.init(
        .unavailable,
        Wording(en: "the port \(port) is not for everybody", fr: "le port \(port) n’est pas à la portée de tous"),
        remedies: [elsewhere])
    default:
      let reason = String(cString: strerror(failure.code))
      self.init(
        .unavailable,
        Wording(en: "the port \(port) cannot be used (\(reason))", fr: "le port \(port) ne peut servir (\(reason))"),
        remedies: [elsewhere])
    }
  }
}
