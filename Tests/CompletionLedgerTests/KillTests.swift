import CompletionLedger
import Foundation
import ProgrammeModel
import Testing

/// Writers killed (`kill -9`) at random moments while others write: what was acknowledged is there, once.
@Suite(.serialized, .timeLimit(.minutes(30)))
struct KillTests {
  private static let pairs = 3
  /// So many write at once.
  private static let writers = 4

  /// Two hundred kills where nothing but the disk is asked, fewer where a server has to clear up after each.
  @Test(arguments: TestStore.available) func whatWasAcknowledgedIsThereOnce(kind: TestStore) throws {
    let (url, place) = try kind.address()
    try Writer.run(["prepare", url, "\(Self.pairs)"])
    try Writer.run(["import", url, "\(Self.pairs)", "\(Self.pairs)"])
    let ledger = try place.open(.existing)
    let kills = kind == .sqlite ? 200 : 40
    var acknowledged: [Event.ID] = []
    for round in 0..<(kills / Self.writers) {
      let writers = try (0..<Self.writers).map { number in
        try Writer(["tell", url, "\(Self.pairs)", "\((round * Self.writers + number + 1) * 1_000_000_000)"])
      }
      // Half of them have acknowledged something by then; the others may only be starting.
      for number in stride(from: 0, to: Self.writers, by: 2) { writers[number].hearFirst() }
      for writer in writers { writer.killSoon() }
      acknowledged += try writers.flatMap { try $0.told() }
      guard round % 10 == 9 else { continue }
      try expectWhole(ledger, acknowledged)
    }
    try expectWhole(ledger, acknowledged)
    #expect(Set(acknowledged).count == acknowledged.count)
    #expect(acknowledged.count >= kills / 2)
  }

  private func expectWhole(_ ledger: Ledger, _ acknowledged: [Event.ID]) throws {
    var verification = try ledger.verify()
    let halves = try ledger.mend(verification)
    if !halves.isEmpty { verification = try ledger.verify() }
    #expect(verification.findings == [])
    var stored: [Event.ID: Int] = [:]
    for person in try ledger.people() {
      let file = try ledger.file(of: person)
      #expect(Set(file.events.map(\.id)).count == file.events.count)
      for event in file.events { stored[event.id, default: 0] += 1 }
    }
    let lost = acknowledged.filter { stored[$0] == nil }
    #expect(lost == [])
  }
}

/// A program of its own that writes to a ledger and prints each event once it is durable.
///
/// A class, because it remembers what it has heard.
private final class Writer {
  private let process = Process()
  private let output = Pipe()
  private var heard = Data()

  init(_ arguments: [String]) throws {
    process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
      .appending(path: "ledger-benchmark")
    process.arguments = arguments
    // Or whoever looks into a crash would keep the pipe open when the crashed program is killed.
    process.environment = ProcessInfo.processInfo.environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
    process.standardOutput = output
    try process.run()
  }

  static func run(_ arguments: [String]) throws {
    let writer = try Writer(arguments)
    writer.process.waitUntilExit()
    #expect(writer.process.terminationStatus == 0)
  }

  /// Waits until the writer has acknowledged an event.
  func hearFirst() {
    while !heard.contains(UInt8(ascii: "\n")) {
      let more = output.fileHandleForReading.availableData
      if more.isEmpty { return }
      heard += more
    }
  }

  /// Kills the writer at a moment that chance takes.
  func killSoon() {
    let process = process.processIdentifier
    DispatchQueue.global().asyncAfter(deadline: .now() + .microseconds(Int.random(in: 0...60_000))) {
      kill(process, SIGKILL)
    }
  }

  /// What was acknowledged; a line that was cut off is not.
  func told() throws -> [Event.ID] {
    heard += try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let text = String(decoding: heard, as: UTF8.self)
    return try text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { line in
      try #require(Event.ID(line))
    }
  }
}
