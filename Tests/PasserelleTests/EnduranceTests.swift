import Foundation
import Testing

/// What happens to a ledger that many use at once, that is killed, or whose disk fails: nothing acknowledged is lost.
@Suite(.serialized, .timeLimit(.minutes(30)))
struct EnduranceTests {
  private static let record = ["record", "missed", "a-b", "--now", Workspace.now]

  @Test func twoHundredCommandsAtOnceAllLandOrSayThatTheLedgerIsBusy() async throws {
    let workspace = try Workspace.small()
    let statuses = try await statuses(of: 200, in: workspace)
    let landed = statuses.filter { $0 == 0 }.count
    #expect(statuses.allSatisfy { $0 == 0 || $0 == 75 }, "\(statuses)")
    #expect(landed > 0)
    #expect(try events(in: workspace) == 2 + 2 * landed)
  }

  /// A command prints its event once it is durable; killed at any moment, what was printed is there, once.
  ///
  /// `KillTests` kills where it hurts, two hundred times; here the whole command is killed.
  @Test func killedAtAnyMomentWhatWasAcknowledgedIsThere() throws {
    let workspace = try Workspace.small()
    var generator = SystemRandomNumberGenerator()
    var acknowledged: [String] = []
    let started = ContinuousClock.now
    try record(in: workspace, killedAfter: nil, &acknowledged)
    let usual = ContinuousClock.now - started
    for _ in 0..<20 {
      let fraction = Double.random(in: 0.3...1.05, using: &generator)
      try record(in: workspace, killedAfter: usual * fraction, &acknowledged)
    }
    #expect(!acknowledged.isEmpty)
    let file = try workspace.succeed("person", "export", "awa")
    for id in acknowledged { #expect(file.components(separatedBy: "\"id\" : \"\(id)\"").count == 2, "\(id)") }
    _ = try events(in: workspace)
  }

  @Test func aDiskThatIsFullOrBrokenIsSaidAndNothingIsLost() throws {
    let workspace = try Workspace.small()
    let faults = try FaultyDisk(for: workspace)
    let before = try workspace.told
    for language in ["en", "fr"] {
      let full = try workspace.run(Self.record + ["--lang", language], environment: faults.environment(.full))
      #expect(full.status == 74)
      let words = language == "en" ? "the disk is full: nothing was recorded" : "le disque est plein\u{A0}: rien"
      #expect(full.words.contains(words), "\(full.words)")
      let broken = try workspace.run(Self.record + ["--lang", language], environment: faults.environment(.broken))
      #expect(broken.status == 74, "\(broken.words)")
      #expect(broken.words.contains("ledger.sqlite"))
    }
    #expect(try workspace.told == before)
    #expect(try events(in: workspace) == 2)
    try workspace.succeed("record", "missed", "a-b", "--now", Workspace.now)
    #expect(try events(in: workspace) == 4)
  }

  /// All of an import or nothing is there, wherever it was stopped; the same file then completes it.
  @Test func anImportThatIsStoppedLeavesNothingBehind() throws {
    let workspace = try Workspace.small()
    let lines = (0..<120).map { "2026-12-\(10 + $0 / 10)T10:0\($0 % 10):00Z,held,a-b,50\r\n" }
    try workspace.write("occurred,kind,pair,minutes\r\n" + lines.joined(), to: "events.csv")
    let command = ["import", "events.csv", "--now", "2026-12-31T10:00:00Z", "--lang", "en"]
    let faults = try FaultyDisk(for: workspace)
    for fault in [FaultyDisk.Fault.full, .broken] {
      #expect(try workspace.run(command, environment: faults.environment(fault)).status == 74)
      #expect(try events(in: workspace) == 2)
    }
    var generator = SystemRandomNumberGenerator()
    let started = ContinuousClock.now
    _ = try workspace.run(["person", "list"])
    let usual = ContinuousClock.now - started
    for _ in 0..<8 {
      let time = usual * Double.random(in: 0.5...1.5, using: &generator)
      let output = try output(of: command, in: workspace, killedAfter: time)
      let stored = try events(in: workspace)
      #expect(stored == 2 || stored == 242)
      if !output.isEmpty { #expect(stored == 242) }
    }
    try workspace.succeed("import", "events.csv", "--now", "2026-12-31T10:00:00Z")
    #expect(try events(in: workspace) == 242)
  }

  @Test func onASlowDiskEverybodyWaitsTheirTurn() async throws {
    let workspace = try Workspace.small()
    let faults = try FaultyDisk(for: workspace)
    let statuses = try await statuses(of: 12, in: workspace, environment: faults.environment(.slow))
    #expect(statuses.allSatisfy { $0 == 0 || $0 == 75 }, "\(statuses)")
    #expect(try events(in: workspace) == 2 + 2 * statuses.filter { $0 == 0 }.count)
  }

  /// Root may write everywhere, so the command runs as somebody else there.
  @Test(.enabled(if: getuid() == 0 || FileManager.default.isWritableFile(atPath: "/tmp")))
  func aLedgerThatMayOnlyBeReadIsSaid() throws {
    let workspace = try Workspace.small()
    let before = try workspace.bytes("ledger.sqlite")
    let manager = FileManager.default
    try manager.setAttributes([.posixPermissions: 0o444], ofItemAtPath: workspace.url("ledger.sqlite").path)
    try manager.setAttributes([.posixPermissions: 0o555], ofItemAtPath: workspace.folder)
    defer { try? manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: workspace.folder) }
    let command = Self.record + ["--lang", "en"]
    let ending =
      getuid() == 0
      ? try Program.run(
        ["--reuid=65534", "--regid=65534", "--clear-groups", Program.path] + command, in: workspace.folder,
        program: "/usr/bin/setpriv")
      : try workspace.run(command)
    #expect(ending.status == 73, "\(ending.words)")
    #expect(ending.words.contains("ledger.sqlite"), "\(ending.words)")
    #expect(try workspace.bytes("ledger.sqlite") == before)
  }

  private func statuses(
    of count: Int, in workspace: Workspace, environment: [String: String] = [:]
  ) async throws -> [Int32] {
    let folder = workspace.folder
    return try await withThrowingTaskGroup(of: Int32.self) { group in
      for _ in 0..<count {
        group.addTask { try Program.run(Self.record, in: folder, environment: environment).status }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
  }

  /// The number of events, where every chain holds.
  private func events(in workspace: Workspace) throws -> Int { try workspace.verifiedEvents() }

  private func record(in workspace: Workspace, killedAfter time: Duration?, _ acknowledged: inout [String]) throws {
    let text = try output(of: Self.record + ["--format", "json"], in: workspace, killedAfter: time)
    for match in text.matches(of: /"(?:id|event)" : "([0-9a-f-]{36})"/) { acknowledged.append(String(match.1)) }
  }

  /// What a command prints until it ends or is killed.
  private func output(of command: [String], in workspace: Workspace, killedAfter time: Duration?) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: Program.path)
    process.currentDirectoryURL = URL(filePath: workspace.folder)
    process.arguments = command
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
    return text
  }
}
