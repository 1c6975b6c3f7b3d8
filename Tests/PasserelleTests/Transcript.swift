import Foundation
import Testing

/// Commands and everything they said, as a snapshot keeps it.
struct Transcript {
  private(set) var text: String
  private let workspace: Workspace
  private let language: String

  /// A transcript of commands in a workspace and a language.
  init(_ workspace: Workspace, _ language: String, text: String = "") {
    self.text = text
    self.workspace = workspace
    self.language = language
  }

  /// Runs a command written as in a shell, without quotation marks within words.
  mutating func run(_ command: String) throws {
    try run(Self.words(command), shownAs: command)
  }

  /// Runs a command and keeps what it said beside its product.
  mutating func news(_ command: String) throws {
    let ending = try workspace.run(Self.words(command) + ["--lang", language])
    expectWidth(of: ending.conversation, of: command)
    text += "\n$ passerelle \(command)\n" + ending.output.prefix { $0 != "\n" } + "\n…\n"
    text += ending.conversation.split(separator: "\n").map { "! \($0)\n" }.joined()
    if ending.status != 0 { text += "status \(ending.status)\n" }
  }

  private mutating func run(_ arguments: [String], shownAs command: String) throws {
    let ending = try workspace.run(arguments + ["--lang", language])
    expectWidth(of: ending.output + "\n" + ending.conversation, of: command)
    if !text.isEmpty { text += "\n" }
    text += "$ passerelle \(command)\n" + ending.output
    text += ending.conversation.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .map { $0.isEmpty ? "!\n" : "! \($0)\n" }.joined()
    if ending.status != 0 { text += "status \(ending.status)\n" }
  }

  /// Words between spaces, or between quotation marks.
  private static func words(_ command: String) -> [String] {
    command.split(separator: "\"", omittingEmptySubsequences: false).enumerated().flatMap { index, part in
      index % 2 == 1 ? [String(part)] : part.split(separator: " ").map(String.init)
    }
  }

  /// Text for people stays within 80 columns, but for what cannot be broken: paths, and lines of XML that are shown.
  private func expectWidth(of output: String, of command: String) {
    guard
      !["json", "sarif", "format dot", "mermaid", "github", "junit", "html", "csv"].contains(where: command.contains)
    else { return }
    for line in output.split(separator: "\n") where line.count > 80 {
      let longest = line.split(separator: " ").map(\.count).max() ?? 0
      let isSource = line.contains(/^\d*\s*\|\s/) || line.contains(/^\S+\.xml:\d+:\d+/)
      #expect(isSource || longest > 40, "over 80 columns, by \(command): \(line)")
    }
  }

  /// The text without what is different in every run: keys, identifiers, folders.
  var masked: String {
    text.replacing(workspace.folder, with: "FOLDER")
      .replacing(/passerelle-demo-[0-9A-F]{8}/, with: "passerelle-demo-XXXXXXXX")
      .replacing(/did:key:z[0-9A-Za-z]+/, with: "did:key:zXXXXXXXX")
      .replacing(/(?!00000000)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/) { _ in
        "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx"
      }
  }

  /// Compares the transcript with the one that is kept, or keeps it where `PASSERELLE_REWRITE_SNAPSHOTS` is set.
  func expectSnapshot(_ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Snapshots/\(name).\(language).txt")
    if ProcessInfo.processInfo.environment["PASSERELLE_REWRITE_SNAPSHOTS"] != nil {
      try Data(masked.utf8).write(to: file)
      return
    }
    guard let kept = try? String(contentsOf: file, encoding: .utf8) else {
      Issue.record("no snapshot \(file.path); set PASSERELLE_REWRITE_SNAPSHOTS=1", sourceLocation: sourceLocation)
      return
    }
    guard kept != masked else { return }
    let (old, new) = (
      kept.split(separator: "\n", omittingEmptySubsequences: false),
      masked.split(separator: "\n", omittingEmptySubsequences: false)
    )
    let line = zip(old, new).prefix { $0 == $1 }.count
    Issue.record(
      """
      \(name).\(language).txt, line \(line + 1)
      kept: \(old.dropFirst(line).first ?? "(nothing)")
      now:  \(new.dropFirst(line).first ?? "(nothing)")
      where the new one is right, set PASSERELLE_REWRITE_SNAPSHOTS=1
      """, sourceLocation: sourceLocation)
  }
}
