import Foundation
import Testing

/// `check --watch`: each save is answered, and a storm of saves by its last state.
@Suite(.timeLimit(.minutes(30)))
struct WatchTests {
  private static let module = "modules/ld-listen.xml"

  /// A program that watches, with everything it says in one stream.
  private final class Watching {
    private let process = Process()
    private let pipe = Pipe()
    private(set) var said = ""

    init(_ workspace: Workspace) throws {
      process.executableURL = URL(filePath: Program.path)
      process.arguments = ["check", "--watch", "--lang", "en", "--now", Workspace.now]
      process.currentDirectoryURL = URL(filePath: workspace.folder)
      process.environment = ["HOME": workspace.folder, "PATH": "/usr/bin:/bin"]
      process.standardOutput = pipe
      process.standardError = pipe
      try process.run()
      wait(for: "waiting for the next save")
    }

    deinit {
      // A test runner may have its children ignore the gentle signals.
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }

    /// Reads on until these words are said after those that were waited for before.
    func wait(for words: String) {
      while !said.contains(words) {
        var ready = pollfd(fd: pipe.fileHandleForReading.fileDescriptor, events: Int16(POLLIN), revents: 0)
        let data = poll(&ready, 1, 30_000) > 0 ? pipe.fileHandleForReading.availableData : Data()
        guard !data.isEmpty else {
          Issue.record("‘\(words)’ was not said: \(said)")
          return
        }
        said += String(decoding: data, as: UTF8.self).replacing("\u{A0}", with: " ")
      }
      said = String(said.components(separatedBy: words).dropFirst().joined(separator: words))
    }
  }

  @Test func answersEachSave() throws {
    let workspace = try Workspace()
    let original = try workspace.bytes(Self.module)
    let watching = try Watching(workspace)
    try workspace.replace("<rights licence", with: "<rights licennce", in: Self.module)
    watching.wait(for: "‘licennce’ is not an attribute")
    watching.wait(for: "1 error, 0 warnings")
    try original.write(to: workspace.url(Self.module), options: .atomic)
    watching.wait(for: "0 errors, 0 warnings")
    try workspace.write("<card xmlns=\"urn:passerelle:1\"/>", to: "cards/new.xml")
    watching.wait(for: "cards/new.xml")
    watching.wait(for: "warnings")
    try FileManager.default.removeItem(at: workspace.url("cards/new.xml"))
    watching.wait(for: "0 errors, 0 warnings")
    try FileManager.default.createDirectory(at: workspace.url("more"), withIntermediateDirectories: false)
    watching.wait(for: "0 errors, 0 warnings")
    try workspace.write("<nothing/>", to: "more/strange.xml")
    watching.wait(for: "more/strange.xml")
  }

  @Test func aStormOfSavesIsAnsweredByTheLastState() throws {
    let workspace = try Workspace()
    let watching = try Watching(workspace)
    let text = String(decoding: try workspace.bytes(Self.module), as: UTF8.self)
    for number in 1...1000 {
      try workspace.write(text.replacing("<rights licence", with: "<rights licence\(number)"), to: Self.module)
    }
    watching.wait(for: "‘licence1000’ is not an attribute")
    watching.wait(for: "1 error, 0 warnings")
    try workspace.write(text, to: Self.module)
    watching.wait(for: "0 errors, 0 warnings")
  }

  @Test func needsAWorkspaceAndWritesNothing() throws {
    let workspace = try Workspace()
    try workspace.refuses(
      "check --watch --fix", 64, en: "it does not go with --fix", fr: "il ne va ni avec --fix")
    try workspace.write("<nothing/>", to: "lone.xml")
    let folder = FileManager.default.temporaryDirectory.appending(path: "passerelle-lone-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("<nothing/>".utf8).write(to: folder.appending(path: "lone.xml"))
    let ending = try Program.run(["check", "--watch", "lone.xml", "--lang", "en"], in: folder.path)
    #expect(ending.status == 64 && ending.words.contains("--watch follows a workspace"), "\(ending.words)")
  }
}
