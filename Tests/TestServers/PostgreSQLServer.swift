import Foundation
import Synchronization

/// A PostgreSQL server of the tests' own, in a temporary folder; it stops when the tests do, however they end.
package struct PostgreSQLServer: Sendable {
  /// The one that all tests of a run share, each in a database of its own; or why it cannot be had.
  package static let shared = start()

  /// The address of a database, with `DATABASE` in its place.
  private let pattern: String
  /// The folder of the server's programs.
  private let programs: String
  /// Where the server looks whether we are still there.
  private let lifeline: FileHandle
  /// Where the server's keeper answers.
  private let answers: FileHandle
  private static let numbers = Mutex(0)

  /// Why no server can be had.
  package struct Missing: Error {
    /// The words of whoever tried.
    package let reason: String
  }

  /// Whether there is a server.
  package static var isThere: Bool {
    if case .success = shared { true } else { false }
  }

  /// The folder in which the server lives.
  package var folder: String {
    String(pattern.split(separator: "host=").last ?? "")
  }

  /// The address of a new, empty database.
  package func makeDatabase() throws -> String {
    let number = Self.numbers.withLock { number in
      number += 1
      return number
    }
    let name = "t\(ProcessInfo.processInfo.processIdentifier)_\(number)"
    try run("CREATE DATABASE \(name) TEMPLATE template0", at: address(of: "postgres"))
    return address(of: name)
  }

  /// The address of a database of this name.
  package func address(of database: String) -> String {
    pattern.replacing("DATABASE", with: database)
  }

  /// Runs SQL as the server's superuser, or as whom the address names, and returns what is printed, or throws it.
  @discardableResult
  package func run(_ sql: String, at address: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: programs + "/psql")
    process.arguments = ["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", address, "-f", "-"]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    process.standardError = output
    try process.run()
    input.fileHandleForWriting.write(Data(sql.utf8))
    try input.fileHandleForWriting.close()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Missing(reason: text) }
    return text.trimmingCharacters(in: .newlines)
  }

  /// Starts another server, with settings such as `fsync=on`.
  package static func start(_ settings: [String] = ["fsync=off"]) -> Result<PostgreSQLServer, Missing> {
    let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Setup/run-postgresql")
    let process = Process()
    process.executableURL = script
    process.arguments = settings
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    do {
      try process.run()
      let line = try line(from: output.fileHandleForReading)
      guard !line.isEmpty else { return .failure(Missing(reason: "the server did not start; it says why above")) }
      let versions = try FileManager.default.contentsOfDirectory(atPath: "/usr/lib/postgresql")
      let newest = versions.max { $0.localizedStandardCompare($1) == .orderedAscending } ?? ""
      return .success(
        PostgreSQLServer(
          pattern: String(decoding: line, as: UTF8.self), programs: "/usr/lib/postgresql/\(newest)/bin",
          lifeline: input.fileHandleForWriting, answers: output.fileHandleForReading))
    } catch { return .failure(Missing(reason: "\(error)")) }
  }

  /// Kills the server as a power cut would; what it has on disk stays.
  package func halt() throws { try tell("halt") }

  /// Starts the server again on what it has on disk.
  package func resume() throws { try tell("resume") }

  private func tell(_ command: String) throws {
    lifeline.write(Data("\(command)\n".utf8))
    guard try Self.line(from: answers) == Array(command.utf8) else { throw Missing(reason: "no \(command)") }
  }

  private static func line(from file: FileHandle) throws -> [UInt8] {
    var line: [UInt8] = []
    while let byte = try file.read(upToCount: 1)?.first, byte != UInt8(ascii: "\n") { line.append(byte) }
    return line
  }

  /// Stops the server.
  package func stop() {
    try? lifeline.close()
  }
}
