import CompletionLedger
import Foundation
import PostgreSQLRecords
import ProgrammeModel
import ProgrammeStories
import SQLiteRecords
import TestServers
import Testing

/// The stores, on all of which the same tests run.
enum TestStore: String, CaseIterable, CustomTestStringConvertible {
  case sqlite = "SQLite"
  case postgresql = "PostgreSQL"

  /// Those that can be had here.
  static let available = allCases.filter { $0 != .postgresql || PostgreSQLServer.isThere }

  var testDescription: String { rawValue }

  /// A place for an empty ledger.
  func place() throws -> TestPlace { try address().place }

  /// A place for an empty ledger, and how other programs name it.
  func address() throws -> (url: String, place: TestPlace) {
    switch self {
    case .sqlite:
      let workplace = try Workplace()
      return (workplace.path(), TestPlace { try Ledger(path: workplace.path(), $0) })
    case .postgresql:
      let url = try PostgreSQLServer.shared.get().makeDatabase()
      return (url, TestPlace { Ledger(try PostgreSQLStore(url: url, $0)) })
    }
  }

  /// An empty ledger.
  func empty() throws -> Ledger {
    switch self {
    case .sqlite: try Ledger.inMemory()
    case .postgresql: try place().open()
    }
  }

  /// A ledger in which the story is told.
  func telling(_ story: Story) throws -> Ledger {
    let ledger = try empty()
    try ledger.add(peopleOf: story)
    try ledger.record(Ledger.Entry(story.events))
    return ledger
  }
}

/// A place for a ledger, which several connections may open.
struct TestPlace: Sendable {
  private let opening: @Sendable (Ledger.Opening) throws -> Ledger

  init(_ opening: @escaping @Sendable (Ledger.Opening) throws -> Ledger) {
    self.opening = opening
  }

  func open(_ how: Ledger.Opening = .creating) throws -> Ledger {
    try opening(how)
  }
}

struct AvailabilityTests {
  /// Without a server half of the promise is not tried, so it is said.
  @Test(.enabled(if: PostgreSQLServer.isThere, "no PostgreSQL server can be had: see Tests/Setup/run-postgresql"))
  func thereIsAServer() throws {
    let server = try PostgreSQLServer.shared.get()
    #expect(try server.run("SELECT 1 + 1", at: server.address(of: "postgres")) == "2")
  }
}
