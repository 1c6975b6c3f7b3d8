import Foundation
import TestServers
import Testing

/// The guides of the manual: each command is typed in a folder of its own, in order, and answers as the guide says.
@Suite(.timeLimit(.minutes(30)))
struct GuideTests {
  static let names = ["trainers", "mentors", "leads"]

  @Test(arguments: names, ["en", "fr"])
  func everyCommandAnswersAsWritten(name: String, language: String) throws {
    let file = Self.file(name, language)
    let guide = try Self.guide(name, language)
    let reader = try GuideReader(language: language)
    var lines = guide.lines
    for step in guide.steps.reversed() { try Self.expectNoCommand(in: step) }
    var answers: [(lines: Range<Int>, text: [String])] = []
    for step in guide.steps {
      switch step {
      case .reading: break
      case .file(let path, let text): try reader.write(text, to: path)
      case .console(let day, let fails, let needsServer, let commands):
        if let day { reader.day = day }
        if needsServer, !PostgreSQLServer.isThere { continue }
        var status: Int32 = 0
        for command in commands {
          let ending = try reader.type(command, needsServer: needsServer)
          status = ending.status
          #expect(fails || status == 0, "\(command.typed): status \(status)\n\(ending.output)")
          if command.isAnswered(by: ending.output) { continue }
          answers.append(
            (
              command.lines,
              ending.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
            ))
          if !Self.rewrites { Issue.record("\(file.lastPathComponent), \(command.typed)\n\(ending.output)") }
        }
        #expect(status != 0 || !fails, "\(commands.last?.typed ?? "") succeeds")
      }
    }
    guard Self.rewrites else { return }
    for answer in answers.reversed() { lines.replaceSubrange(answer.lines, with: answer.text) }
    try Data(lines.joined(separator: "\n").utf8).write(to: file)
  }

  @Test(arguments: names)
  func bothLanguagesTypeTheSame(name: String) throws {
    func commands(_ language: String) throws -> [String] {
      try Self.guide(name, language).steps.flatMap { step in
        guard case .console(_, _, _, let commands) = step else { return [String]() }
        return commands.map { $0.typed.split(separator: " ").prefix(3).joined(separator: " ") }
      }
    }
    let (english, french) = (try commands("en"), try commands("fr"))
    #expect(english.count > 10)
    #expect(english.map { $0.prefix { $0 != " " } } == french.map { $0.prefix { $0 != " " } })
    #expect(english.count == french.count)
  }

  /// Whether answers that differ are written into the guide, to be read there.
  private static var rewrites: Bool { ProcessInfo.processInfo.environment["PASSERELLE_REWRITE_SNAPSHOTS"] != nil }

  private static func file(_ name: String, _ language: String) -> URL {
    Program.package.appending(path: "Sources/Handbook/Pages/\(name).\(language).md")
  }

  private static func guide(_ name: String, _ language: String) throws -> Guide {
    let text = try String(contentsOf: file(name, language), encoding: .utf8)
    return Guide(lines: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
  }

  /// Commands stand in blocks that are run.
  private static func expectNoCommand(in step: Guide.Step) throws {
    guard case .reading(let text) = step else { return }
    #expect(!text.split(separator: "\n").contains { $0.hasPrefix("$ ") || $0.hasPrefix("passerelle ") }, "\(text)")
  }
}

/// Somebody who types what a guide says, in a folder of their own that is removed afterwards.
///
/// A class, because the folder goes when its reader does.
private final class GuideReader {
  /// The day on which the next command is typed.
  var day = "2026-11-23"

  private let base: URL
  private let language: String
  private var folder: String
  /// What this run calls the identifiers and keys of the guide.
  private var names: [String: String] = [:]
  private var database: String?

  init(language: String) throws {
    self.language = language == "fr" ? "fr_FR.UTF-8" : "en_GB.UTF-8"
    base = URL(filePath: NSTemporaryDirectory()).resolvingSymlinksInPath()
      .appending(path: "passerelle-guide-\(UUID().uuidString)")
    folder = base.appending(path: "work").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: base)
  }

  /// Writes a file from the folder in which the reader is.
  func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: URL(filePath: folder).appending(path: path))
  }

  /// Types a command in a shell; both streams are read as a terminal shows them.
  func type(_ command: Guide.Command, needsServer: Bool) throws -> Program.Ending {
    var typed = Guide.Command.names(in: command.typed).reduce(command.typed) { $0.replacing($1, with: names[$1] ?? $1) }
    if needsServer { typed = typed.replacing(Self.address, with: "'\(try server())'") }
    let place = base.appending(path: "folder").path
    let ending = try Program.run(
      ["-c", "exec 2>&1\n\(typed)\nstatus=$?\npwd >'\(place)'\nexit $status"], in: folder,
      environment: [
        "PATH": "\(URL(filePath: Program.path).deletingLastPathComponent().path):/usr/bin:/bin",
        "HOME": base.path, "TMPDIR": base.path, "LANG": language, "PASSERELLE_NOW": day + "T10:00:00Z",
      ], program: "/bin/bash")
    folder = try String(contentsOfFile: place, encoding: .utf8).trimmingCharacters(in: .newlines)
    var output = try needsServer ? ending.output.replacing(server(), with: Self.address) : ending.output
    for (told, own) in names { output = output.replacing(own, with: told) }
    for (told, own) in zip(
      Guide.Command.names(in: command.answer.joined(separator: "\n")), Guide.Command.names(in: output))
    {
      // What the guide called by a name before, it must call by the same name now.
      if let known = names[told] {
        #expect(own == told || own == known, "\(command.typed)")
      } else {
        #expect(names[own] == nil, "\(command.typed)")
        names[told] = own
      }
    }
    return Program.Ending(status: ending.status, output: output, conversation: "")
  }

  /// The database that guides speak of.
  private static let address = "postgresql://leads@db.acme.example/passerelle"

  /// The database that stands for it here.
  private func server() throws -> String {
    if let database { return database }
    let made = try PostgreSQLServer.shared.get().makeDatabase()
    database = made
    return made
  }
}
