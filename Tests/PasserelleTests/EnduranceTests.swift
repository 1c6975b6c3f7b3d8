import Foundation
import Testing

/// What happens to a ledger that many use at once, that is killed, or whose disk is full: nothing acknowledged is lost.
@Suite(.serialized, .timeLimit(.minutes(10)))
struct EnduranceTests {
  /// How often a command is killed; the whole two hundred where `PASSERELLE_ENDURANCE` asks for it.
  private static let isLong = ProcessInfo.processInfo.environment["PASSERELLE_ENDURANCE"] != nil

  @Test func manyCommandsAtOnceAllLandOrSayThatTheLedgerIsBusy() async throws {
    let workspace = try Workspace.withPair()
    let folder = workspace.folder
    let count = Self.isLong ? 200 : 40
    let statuses = try await withThrowingTaskGroup(of: Int32.self) { group in
      for number in 0..<count {
        group.addTask {
          try Program.run(
            [
              "record", "missed", "awa-etienne", "--on", "2026-06-\(number % 28 + 1 < 10 ? "0" : "")\(number % 28 + 1)",
              "--now", Workspace.now,
            ], in: folder
          ).status
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    let landed = statuses.filter { $0 == 0 }.count
    #expect(statuses.allSatisfy { $0 == 0 || $0 == 75 }, "\(statuses)")
    #expect(landed > 0)
    #expect(try events(in: workspace) == 2 + 2 * landed)
  }

  /// A command prints its event once it is durable; killed at any moment, what was printed is there, once.
  @Test func killedAtAnyMomentWhatWasAcknowledgedIsThere() throws {
    let workspace = try Workspace.withPair()
    var generator = SystemRandomNumberGenerator()
    var acknowledged: [String] = []
    let started = ContinuousClock.now
    try record(in: workspace, killedAfter: nil, &acknowledged)
    let usual = ContinuousClock.now - started
    for _ in 0..<(Self.isLong ? 200 : 25) {
      let fraction = Double.random(in: 0.3...1.05, using: &generator)
      try record(in: workspace, killedAfter: usual * fraction, &acknowledged)
    }
    #expect(acknowledged.count > 1)
    let file = try workspace.succeed("person", "export", "awa")
    for id in acknowledged { #expect(file.components(separatedBy: "\"id\" : \"\(id)\"").count == 2, "\(id)") }
    _ = try events(in: workspace)
  }

  @Test func aFullDiskIsSaidAndNothingIsLost() throws {
    let workspace = try Workspace.withPair()
    let size = try workspace.bytes("ledger.sqlite").count / 512
    let before = try workspace.told
    // The shell lets no file of the command grow past what the ledger has, as a full disk would.
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.currentDirectoryURL = URL(filePath: workspace.folder)
    process.arguments = [
      "-c", "trap '' XFSZ; ulimit -f 8; exec \"$0\" record missed awa-etienne --now \(Workspace.now) --lang en 2>said",
      Program.path,
    ]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let said = String(decoding: try workspace.bytes("said"), as: UTF8.self)
    #expect(size > 8, "the ledger is larger than what may be written")
    #expect([73, 74].contains(process.terminationStatus), "\(said)")
    #expect(try workspace.told == before)
    #expect(try events(in: workspace) == 2)
  }

  /// The number of events, where every chain holds.
  private func events(in workspace: Workspace) throws -> Int {
    struct Verification: Decodable {
      let events: Int
      let findings: [String]
    }
    let text = try workspace.succeed("ledger", "verify", "--format", "json")
    let verification = try JSONDecoder().decode(Verification.self, from: Data(text.utf8))
    #expect(verification.findings == [])
    return verification.events
  }

  private func record(in workspace: Workspace, killedAfter time: Duration?, _ acknowledged: inout [String]) throws {
    let process = Process()
    process.executableURL = URL(filePath: Program.path)
    process.currentDirectoryURL = URL(filePath: workspace.folder)
    process.arguments = ["record", "missed", "awa-etienne", "--format", "json", "--now", Workspace.now]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    if let time {
      let process = process.processIdentifier
      DispatchQueue.global().asyncAfter(deadline: .now() + time / .seconds(1)) { kill(process, SIGKILL) }
    }
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    for match in text.matches(of: /"(?:id|event)" : "([0-9a-f-]{36})"/) { acknowledged.append(String(match.1)) }
  }
}
