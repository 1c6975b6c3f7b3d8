import Bilingual
import Foundation
import LanguageServer
import Testing
import Validators

/// A talk of a test with a session, in a workspace of literal documents.
struct Talk {
  /// The session.
  var session: EditorSession
  private var number = 0
  private(set) var said: [[String: Any]] = []

  static let programme = """
    <programme xmlns="urn:passerelle:1" id="small" xml:lang="fr">
      <title>Petit</title><title xml:lang="en">Small</title>
      <languages default="fr" fallback="fr en"/>
      <issuer name="Acme" url="https://acme.example"/>
      <theme id="tools"><name>Outils</name><name xml:lang="en">Tools</name></theme>
    </programme>
    """

  /// A card that is sound, 🦊 in its title.
  static func card(_ id: String, title: String = "Une 🦊 fiche") -> String {
    """
    <card xmlns="urn:passerelle:1" id="\(id)" version="1.0.0" xml:lang="fr">
      <title>\(title)</title><title xml:lang="en">A card</title>
      <rights licence="CC-BY-4.0" holder="Acme"/>
      <body><p>Mots.</p></body><body xml:lang="en"><p>Words.</p></body>
    </card>
    """
  }

  /// A talk in which the editor has initialized the server.
  init(_ documents: [String: String] = [:], initialized: Bool = true) {
    let all = documents.merging(["programme.xml": Self.programme]) { own, _ in own }
    let files = all.sorted { $0.key < $1.key }.map {
      WorkspaceFile(path: "/w/" + $0.key, bytes: Array($0.value.utf8))
    }
    session = EditorSession(language: nil, fallback: .en, today: CalendarDay(daysSince1970: 20_780)) {
      path in
      path.hasPrefix("/w/")
        ? EditorWorkspace(
          folder: "/w", files: files, listing: WorkspaceListing(folder: "/w", files: Set(all.keys))) : nil
    }
    if initialized {
      _ = ask("initialize", ["capabilities": [:], "locale": "en"])
      tell("initialized", [:])
    }
  }

  /// Sends bytes of a message's content.
  mutating func send(_ contents: [Data]) {
    listen(session.answer(contents.map(Array.init)))
  }

  /// Asks and gives the answer, with its result or error.
  mutating func ask(_ method: String, _ parameters: [String: Any]) -> [String: Any] {
    number += 1
    let id = number
    send([Self.content(["jsonrpc": "2.0", "id": id, "method": method, "params": parameters])])
    return said.last { $0["id"] as? Int == id } ?? [:]
  }

  /// Tells something that has no answer.
  mutating func tell(_ method: String, _ parameters: [String: Any]) {
    send([Self.content(["jsonrpc": "2.0", "method": method, "params": parameters])])
  }

  /// Opens a document of the workspace.
  mutating func open(_ path: String, _ text: String) {
    tell(
      "textDocument/didOpen",
      ["textDocument": ["uri": "file:///w/\(path)", "languageId": "xml", "version": 1, "text": text]])
  }

  /// What is found in a document once all is judged: the codes.
  mutating func findings(_ path: String) -> [String]? {
    listen(session.settle())
    let last = said.last { ($0["params"] as? [String: Any])?["uri"] as? String == "file:///w/\(path)" }
    let found = (last?["params"] as? [String: Any])?["diagnostics"] as? [[String: Any]]
    return found?.compactMap { $0["code"] as? String }
  }

  /// Asks about the place of ‸ in a document, which is opened without it.
  mutating func ask(
    _ method: String, at path: String, _ marked: String, _ more: [String: Any] = [:]
  ) -> [String: Any] {
    let text = marked.replacing("‸", with: "")
    open(path, text)
    let before = marked.prefix { $0 != "‸" }
    let line = before.count { $0 == "\n" }
    let character = before.split(separator: "\n", omittingEmptySubsequences: false).last?.utf16.count ?? 0
    return ask(
      method,
      ["textDocument": ["uri": "file:///w/\(path)"], "position": ["line": line, "character": character]]
        .merging(more) { $1 })
  }

  static func content(_ message: [String: Any]) -> Data {
    (try? JSONSerialization.data(withJSONObject: message)) ?? Data()
  }

  private mutating func listen(_ bytes: [UInt8]) {
    var stream = MessageStream()
    for content in stream.take(bytes) {
      let message = (try? JSONSerialization.jsonObject(with: Data(content))) as? [String: Any]
      #expect(message?["jsonrpc"] as? String == "2.0")
      if let message { said.append(message) }
    }
  }
}
