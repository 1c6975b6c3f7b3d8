import Foundation
import Testing

/// A copy of the shipped curricula in a temporary folder of its own, removed when the test is over.
///
/// A class, because the folder goes when its last user does.
final class Workspace {
  /// The moment that commands of tests take for now, unless they say otherwise.
  static let now = "2026-11-23T10:00:00Z"

  /// The folder.
  let folder: String

  /// A copy of the shipped curricula; of the whole library, or of what one curriculum needs.
  init(whole: Bool = false) throws {
    let base = URL(filePath: NSTemporaryDirectory()).resolvingSymlinksInPath().path
    folder = "\(base)/passerelle-test-\(UUID().uuidString)"
    let source = Program.package.appending(path: "Curricula").path
    try FileManager.default.copyItem(atPath: source, toPath: folder)
    guard !whole else { return }
    try keepOnly(["digital-presence"], in: "curricula")
    try keepOnly(Self.modules, in: "modules")
    // The house rules find every card that only the modules left out use.
    try replace("<house-rules href=\"rules/house.sch\"/>", with: "", in: "programme.xml")
  }

  /// The modules that the curriculum 'digital presence' can draw on; they refer to no others.
  private static let modules: Set<String> = [
    "ld-contract", "ld-mentor-stance", "ld-listen", "dt-passwords", "dt-phishing", "sm-landscape", "sm-account-safe",
    "sm-netiquette", "dt-needs", "dt-mail-calm",
  ]

  /// Deletes the other documents, so that calls are quick and snapshots stand when other content changes.
  private func keepOnly(_ names: Set<String>, in place: String) throws {
    for file in try FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(place)")
    where !names.contains(String(file.dropLast(4))) {
      try FileManager.default.removeItem(atPath: "\(folder)/\(place)/\(file)")
    }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// Runs the program in the workspace.
  func run(
    _ arguments: [String], environment: [String: String] = [:], input: String? = nil
  ) throws -> Program.Ending {
    try Program.run(arguments, in: folder, environment: ["HOME": folder].merging(environment) { $1 }, input: input)
  }

  /// Runs the program and expects it to succeed.
  @discardableResult
  func succeed(_ arguments: String...) throws -> String { try succeed(arguments) }

  /// Runs the program and expects it to succeed.
  @discardableResult
  func succeed(_ arguments: [String]) throws -> String {
    let ending = try run(arguments)
    #expect(ending.status == 0, "\(arguments): \(ending.conversation)")
    return ending.output
  }

  /// Awa and Étienne, a pair since May.
  static func withPair() throws -> Workspace { try Workspace(ledger: pairing.get()) }

  /// A pair that has passed what every certificate asks for.
  static func withEverythingPassed() throws -> Workspace { try Workspace(ledger: passing.get()) }

  private convenience init(ledger: Data) throws {
    try self.init()
    try ledger.write(to: url("ledger.sqlite"))
  }

  /// The ledger of a pair, made once for all tests, because each command takes its time.
  private static let pairing = Result {
    let workspace = try Workspace()
    try workspace.succeed("person", "add", "Awa Diallo")
    try workspace.succeed("person", "add", "Étienne Lefèvre")
    try workspace.succeed(
      "pair", "add", "awa-etienne", "--junior", "awa", "--senior", "etienne", "--now", "2026-05-25T10:00:00Z")
    return try workspace.bytes("ledger.sqlite")
  }

  /// The ledger of a pair that has passed what every certificate asks for.
  private static let passing = Result {
    let workspace = try withPair()
    try workspace.succeed(
      "record", "held", "awa-etienne", "--minutes", "345", "--passed", "ld-contract", "--passed", "ld-mentor-stance",
      "--passed", "dt-passwords", "--passed", "dt-phishing", "--passed", "sm-account-safe", "--passed", "ld-listen",
      "--passed", "sm-landscape", "--now", "2026-06-08T10:00:00Z")
    return try workspace.bytes("ledger.sqlite")
  }

  /// How many events of persons a sound ledger holds, besides the plans that pairs were told.
  func verifiedEvents() throws -> Int {
    struct Verification: Decodable {
      let events: Int
      let findings: [String]
    }
    let text = try succeed("ledger", "verify", "--format", "json")
    let verification = try JSONDecoder().decode(Verification.self, from: Data(text.utf8))
    #expect(verification.findings == [])
    // Each stands under both persons of its pair.
    let plans = try succeed("export", "--format", "csv").split(separator: "\r\n").dropFirst().count {
      $0.contains(",planned,")
    }
    return verification.events - 2 * plans
  }

  /// Writes a file of the workspace.
  func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: url(path))
  }

  /// Replaces a text in a file of the workspace; the text must stand there.
  func replace(_ old: String, with new: String, in path: String) throws {
    let text = try String(contentsOf: url(path), encoding: .utf8)
    #expect(text.contains(old))
    try write(text.replacing(old, with: new), to: path)
  }

  /// The bytes of a file of the workspace.
  func bytes(_ path: String) throws -> Data {
    try Data(contentsOf: url(path))
  }

  /// A file of the workspace.
  func url(_ path: String) -> URL { URL(filePath: folder).appending(path: path) }

  /// Every file with its bytes, to see that nothing changed; SQLite's own working files left out.
  var contents: [String: Data] {
    get throws {
      var contents: [String: Data] = [:]
      for path in try FileManager.default.subpathsOfDirectory(atPath: folder)
      where !path.hasSuffix("-wal") && !path.hasSuffix("-shm") && !path.hasPrefix(".cache") {
        let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/" + path)
        guard attributes[.type] as? FileAttributeType == .typeRegular else { continue }
        contents[path] = try bytes(path)
      }
      return contents
    }
  }

  /// What the ledger tells, as programs read it.
  var told: String {
    get throws {
      try ["progress", "person list", "pair list", "certificate list"].map { command in
        try run(command.split(separator: " ").map(String.init) + ["--format", "json"]).output
      }.joined()
    }
  }
}
