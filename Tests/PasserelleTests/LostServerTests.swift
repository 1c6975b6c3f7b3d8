import Foundation
import Synchronization
import TestServers
import Testing

/// A server that is gone between two commands or in the middle of one, as whoever types the commands meets it.
@Suite(
  .serialized, .timeLimit(.minutes(30)),
  .enabled(if: PostgreSQLServer.isThere, "no PostgreSQL server can be had: see Tests/Setup/run-postgresql"))
struct LostServerTests {
  private let server: PostgreSQLServer
  private let url: String
  private let workspace: Workspace

  /// A small workspace whose ledger is on a server of this test's own.
  init() throws {
    server = try PostgreSQLServer.start().get()
    url = try server.makeDatabase()
    workspace = try Workspace.small()
    try workspace.succeed("ledger", "migrate", "--to", url)
    try workspace.replace("sqlite:ledger.sqlite", with: url.replacing("&", with: "&amp;"), in: "programme.xml")
    let lines = (1...60).map { "2026-12-\(10 + $0 / 6)T0\($0 % 6):00:00Z,held,a-b,50\r\n" }
    try workspace.write("occurred,kind,pair,minutes\r\n" + lines.joined(), to: "events.csv")
  }

  private static let importing = ["import", "events.csv", "--now", "2026-12-31T10:00:00Z"]

  @Test func betweenTwoCommandsItIsSaidAndLaterCommandsGoOn() throws {
    defer { server.stop() }
    let before = try workspace.told
    try server.halt()
    for command in ["person list", "progress", "record missed a-b", "export", "ledger verify"] {
      try workspace.refuses(
        command, 69, en: "error: the server of \(url) cannot be reached, or went away",
        fr: "erreur\u{A0}: le serveur de \(url) ne répond pas, ou ne répond plus")
    }
    try workspace.refuses(
      Self.importing, Refusal(status: 69, en: "see whether the server runs", fr: "voir si le serveur fonctionne"))
    try server.resume()
    #expect(try workspace.told == before)
    try workspace.succeed("record", "missed", "a-b", "--now", Workspace.now)
    #expect(try events() == 4)
  }

  /// The server itself holds the import where rows are written, and is killed there.
  @Test func inTheMiddleOfAnImportNothingIsHalfImported() throws {
    defer { server.stop() }
    for language in ["en", "fr"] {
      let ending = try importingWhileTheServerDies(language)
      #expect(ending.status == 69, "\(ending.words)")
      #expect(
        ending.words.contains(
          language == "en" ? "cannot be reached, or went away" : "ne répond pas, ou ne répond plus"),
        "\(ending.words)")
      try server.resume()
      #expect(try events() == 2)
    }
    for word in ["60 new", "60 known already"] {
      let ending = try workspace.run(Self.importing + ["--lang", "en"])
      #expect(ending.output == "60\u{A0}events: \(word)\n", "\(ending.words)")
    }
    #expect(try events() == 122)
  }

  private func importingWhileTheServerDies(_ language: String) throws -> Program.Ending {
    let (server, url, folder) = (server, url, workspace.folder)
    // Whoever locks the table keeps it until the server is gone.
    let holder = Meanwhile { try server.run("BEGIN; LOCK TABLE event IN SHARE MODE; SELECT pg_sleep(60)", at: url) }
    try wait(for: "SELECT count(*) FROM pg_locks WHERE mode = 'ShareLock' AND relation = 'event'::regclass")
    let importing = Meanwhile { try Program.run(Self.importing + ["--lang", language], in: folder) }
    try wait(
      for: """
        SELECT count(*) FROM pg_stat_activity
        WHERE application_name = 'passerelle' AND wait_event_type = 'Lock' AND backend_xid IS NOT NULL
        """)
    try server.halt()
    _ = try? holder.result()
    return try importing.result()
  }

  /// Asks the server until it counts something.
  private func wait(for question: String) throws {
    for _ in 0..<3000 where try server.run(question, at: url) != "0" { return }
    Issue.record("the server never counted: \(question)")
  }

  /// The number of events, where every chain holds; one of a pair stands under both.
  private func events() throws -> Int { try workspace.verifiedEvents() }
}

/// Something that is done on a thread of its own, so that nobody's waiting keeps it from beginning.
private final class Meanwhile<Result: Sendable>: Sendable {
  private let outcome = Mutex<Swift.Result<Result, any Error>?>(nil)
  private let isDone = DispatchSemaphore(value: 0)

  init(_ body: @escaping @Sendable () throws -> Result) {
    Thread.detachNewThread { [self] in
      let result = Swift.Result { try body() }
      outcome.withLock { $0 = result }
      isDone.signal()
    }
  }

  /// What came of it; waits until it is done, and is asked once.
  func result() throws -> Result {
    isDone.wait()
    return try #require(outcome.withLock { $0 }).get()
  }
}
