import Foundation
import Testing

/// A whole talk of an editor with the program, kept as it was.
@Suite(.timeLimit(.minutes(30)))
struct LanguageServerTests {
  private static let module = "modules/ld-listen.xml"

  @Test(arguments: SnapshotTests.languages)
  func aTalk(language: String) throws {
    let workspace = try Workspace()
    let uri = "file://" + workspace.url(Self.module).path
    let text = String(decoding: try workspace.bytes(Self.module), as: UTF8.self)
    let broken = text.replacing("lead=\"both\"", with: "laed=\"both\"", maxReplacements: 1)
    func place(_ words: String, _ offset: Int = 0) throws -> [String: Any] {
      let before = text[..<text.index(try #require(text.range(of: words)).lowerBound, offsetBy: offset)]
      let line = before.count { $0 == "\n" }
      let character = before.split(separator: "\n", omittingEmptySubsequences: false).last?.utf16.count ?? 0
      return ["textDocument": ["uri": uri], "position": ["line": line, "character": character]]
    }
    func change(_ version: Int, _ text: String) -> [String: Any] {
      ["textDocument": ["uri": uri, "version": version], "contentChanges": [["text": text]]]
    }
    let slip = try place("lead=\"both\"")
    let talk: [(method: String, parameters: [String: Any]?)] = [
      ("initialize", ["capabilities": [:], "locale": language]),
      ("initialized", [:]),
      ("textDocument/didOpen", ["textDocument": ["uri": uri, "languageId": "xml", "version": 1, "text": text]]),
      ("textDocument/didChange", change(2, broken)),
      (
        "textDocument/codeAction",
        [
          "textDocument": ["uri": uri], "context": ["diagnostics": []],
          "range": ["start": slip["position"] ?? [:], "end": slip["position"] ?? [:]],
        ]
      ),
      ("textDocument/didChange", change(3, text)),
      ("textDocument/hover", try place("<objectives>", 3)),
      ("textDocument/hover", try place("passed module=\"", 16)),
      ("textDocument/completion", try place("passed module=\"", 15)),
      ("textDocument/definition", try place("passed module=\"", 16)),
      ("textDocument/references", try place("ld-listen", 2)),
      ("textDocument/rename", try place("ld-listen", 2).merging(["newName": "Ld"]) { $1 }),
      ("textDocument/rename", try place("ld-listen", 2).merging(["newName": "ld-hear"]) { $1 }),
      ("nonsense", [:]),
      ("shutdown", nil),
      ("exit", nil),
    ]
    var transcript = ""
    for (number, line) in talk.enumerated() {
      var message: [String: Any] = ["jsonrpc": "2.0", "method": line.method]
      if let parameters = line.parameters { message["params"] = parameters }
      if !["initialized", "textDocument/didOpen", "textDocument/didChange", "exit"].contains(line.method) {
        message["id"] = number
      }
      let content = try JSONSerialization.data(withJSONObject: message)
      transcript += "Content-Length: \(content.count)\r\n\r\n" + String(decoding: content, as: UTF8.self)
    }
    let ending = try workspace.run(["language-server", "--stdio", "--now", Workspace.now], input: transcript)
    #expect(ending.status == 0 && ending.conversation.isEmpty, "\(ending.words)")
    try Transcript(workspace, language, text: ending.output.replacing(/Content-Length: \d+\r\n\r\n/, with: "\n"))
      .expectSnapshot("language-server")
  }
}
