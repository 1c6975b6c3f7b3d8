import Bilingual
import Foundation
import LanguageServer
import Testing

/// What a session answers.
struct SessionTests {
  private func code(_ answer: [String: Any]) -> Int? { (answer["error"] as? [String: Any])?["code"] as? Int }

  @Test func keepsToTheProtocolsOrder() {
    var talk = Talk(initialized: false)
    #expect(code(talk.ask("textDocument/hover", [:])) == -32002)
    #expect(talk.ask("initialize", ["capabilities": [:]])["result"] != nil)
    #expect(code(talk.ask("initialize", ["capabilities": [:]])) == -32600)
    #expect(code(talk.ask("textDocument/nothing", [:])) == -32601)
    #expect(code(talk.ask("$/nothing", [:])) == -32601)
    talk.tell("$/nothing", [:])
    talk.tell("textDocument/didOpen", ["wrong": 1])
    #expect(code(talk.ask("textDocument/hover", ["wrong": 1])) == -32602)
    #expect(talk.ask("shutdown", [:])["result"] is NSNull)
    #expect(code(talk.ask("textDocument/hover", [:])) == -32600)
    #expect(talk.session.ending == nil)
    talk.tell("exit", [:])
    #expect(talk.session.ending == 0)
    var rude = Talk()
    rude.tell("exit", [:])
    #expect(rude.session.ending == 1)
  }

  @Test func aMalformedMessageEndsNothing() {
    var talk = Talk()
    for noise in ["", "{", "\u{FF}", "[1,2]", "3", "{\"id\":1}", "{\"id\":[],\"method\":\"x\"}", "{\"method\":7}"] {
      talk.send([Data(noise.utf8)])
      #expect([-32700, -32600].contains(talk.said.last.flatMap(code)), "\(noise)")
      #expect(talk.said.last?["id"] is NSNull || talk.said.last?["id"] as? Int == 1)
    }
    talk.open("cards/a.xml", Talk.card("a"))
    #expect(talk.findings("cards/a.xml") == [])
  }

  @Test func whatIsTakenBackIsNotCarriedOut() {
    var talk = Talk()
    let request = ["jsonrpc": "2.0", "id": "r", "method": "textDocument/hover", "params": [:]] as [String: Any]
    let cancel = ["jsonrpc": "2.0", "method": "$/cancelRequest", "params": ["id": "r"]] as [String: Any]
    talk.send([Talk.content(request), Talk.content(cancel)])
    #expect(talk.said.last.flatMap(code) == -32800)
  }

  @Test func findsWhileTyping() {
    var talk = Talk(["cards/a.xml": Talk.card("a")])
    talk.open("cards/a.xml", Talk.card("a"))
    #expect(talk.findings("cards/a.xml") == [])
    func change(_ start: [Int], _ end: [Int], _ text: String) {
      talk.tell(
        "textDocument/didChange",
        [
          "textDocument": ["uri": "file:///w/cards/a.xml", "version": 2],
          "contentChanges": [
            [
              "range": [
                "start": ["line": start[0], "character": start[1]], "end": ["line": end[0], "character": end[1]],
              ], "text": text,
            ]
          ],
        ])
    }
    // Behind the fox, which UTF-16 counts twice.
    change([1, 16], [1, 16], "<b/>")
    #expect(talk.findings("cards/a.xml") == ["UnknownElement"])
    change([1, 16], [1, 20], "")
    #expect(talk.findings("cards/a.xml") == [])
    change([0, 0], [99, 0], "<")
    #expect(talk.findings("cards/a.xml") == ["EmptyDocument"])
    talk.tell("textDocument/didClose", ["textDocument": ["uri": "file:///w/cards/a.xml"]])
    #expect(talk.findings("cards/a.xml") == [])
  }

  @Test func aDocumentOutsideAnyWorkspaceIsCheckedAlone() {
    var talk = Talk()
    talk.tell(
      "textDocument/didOpen", ["textDocument": ["uri": "untitled:1", "text": "<module xmlns='urn:passerelle:1'/>"]])
    _ = talk.findings("none")
    let published = talk.said.last?["params"] as? [String: Any]
    #expect(published?["uri"] as? String == "untitled:1")
    #expect((published?["diagnostics"] as? [Any])?.isEmpty == false)
  }

  private func labels(_ answer: [String: Any]) -> [String] {
    let items = (answer["result"] as? [String: Any])?["items"] as? [[String: Any]]
    return items?.compactMap { $0["label"] as? String } ?? []
  }

  @Test func suggestsWhatMayStandThere() {
    var talk = Talk(["cards/first.xml": Talk.card("first"), "cards/second.xml": Talk.card("second")])
    let module = "<module xmlns='urn:passerelle:1' id='m' xml:lang='fr'>"
    func suggested(_ text: String) -> [String] {
      labels(talk.ask("textDocument/completion", at: "modules/m.xml", text))
    }
    #expect(suggested("<‸").sorted() == ["card", "curriculum", "framework", "module", "programme"])
    #expect(suggested(module + "<‸").first == "title")
    #expect(suggested(module + "<title>T</title>‸").contains("summary"))
    #expect(suggested(module + "<title>T</title></‸") == ["module"])
    #expect(suggested(module + "<!-- <‸").isEmpty)
    #expect(suggested("<module i‸").contains("id"))
    #expect(!suggested("<module id='m' ‸").contains("id"))
    #expect(suggested("<module direction='‸'").sorted() == ["junior-to-senior", "mutual", "senior-to-junior"])
    #expect(suggested("<module><session><activity><use card='‸'") == ["first", "second"])
    #expect(suggested("<module><session><activity><use card='sec‸'") == ["second"])
    #expect(suggested("<module theme='‸'") == ["tools"])
    #expect(suggested("<nothing><‸").isEmpty)
  }

  @Test func saysWhatThingsAre() {
    var talk = Talk(["cards/first.xml": Talk.card("first", title: "Une fiche")])
    func hover(_ text: String) -> String? {
      let result = talk.ask("textDocument/hover", at: "modules/m.xml", text)["result"] as? [String: Any]
      return (result?["contents"] as? [String: Any])?["value"] as? String
    }
    #expect(hover("<mod‸ule>")?.hasPrefix("`module`: ") == true)
    #expect(hover("<module><session><activity><use card='fi‸rst'/>") == "**A card** · `first`")
    #expect(hover("<module direct‸ion='mutual'>")?.contains("`senior-to-junior`") == true)
    #expect(hover("<module>wo‸rds") == nil)
  }

  @Test func renamesInEveryDocument() {
    let module =
      "<module xmlns='urn:passerelle:1' id='m'><session><activity><use card='fi‸rst'/></activity></session></module>"
    var talk = Talk(["cards/first.xml": Talk.card("first"), "cards/second.xml": Talk.card("second")])
    let definition = talk.ask("textDocument/definition", at: "modules/m.xml", module)["result"] as? [[String: Any]]
    #expect(definition?.first?["uri"] as? String == "file:///w/cards/first.xml")
    let card = Talk.card("fir‸st")
    let references = talk.ask(
      "textDocument/references", at: "cards/first.xml", card, ["context": ["includeDeclaration": true]])
    #expect((references["result"] as? [Any])?.count == 1)
    for (name, words) in [("First", "no identifier"), ("second", "given already"), ("", "no identifier")] {
      let refused = talk.ask("textDocument/rename", at: "cards/first.xml", card, ["newName": name])["error"]
      #expect(((refused as? [String: Any])?["message"] as? String)?.contains(words) == true, "\(name)")
    }
    // What the unfinished module names cannot be read, so it is put aside.
    talk.tell("textDocument/didClose", ["textDocument": ["uri": "file:///w/modules/m.xml"]])
    let renamed = talk.ask("textDocument/rename", at: "cards/first.xml", card, ["newName": "third"])
    let changes = (renamed["result"] as? [String: Any])?["changes"] as? [String: [[String: Any]]]
    #expect(changes?["file:///w/cards/first.xml"]?.first?["newText"] as? String == "third")
    talk.open("cards/second.xml", "<card")
    let broken = talk.ask("textDocument/rename", at: "cards/first.xml", card, ["newName": "third"])["error"]
    #expect(((broken as? [String: Any])?["message"] as? String)?.contains("mend /w/cards/second.xml first") == true)
  }

  /// Bounded and seeded: bytes of a talk changed at random never end the session.
  @Test func survivesAnything() {
    let texts = [
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"textDocument/completion\",\"params\":{\"textDocument\":{\"uri\":\"file:///w/cards/a.xml\"},\"position\":{\"line\":1,\"character\":9}}}",
      "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didChange\",\"params\":{\"textDocument\":{\"uri\":\"file:///w/cards/a.xml\"},\"contentChanges\":[{\"range\":{\"start\":{\"line\":0,\"character\":3},\"end\":{\"line\":2,\"character\":1}},\"text\":\"<title é='🦊\"}]}}",
      "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"textDocument/hover\",\"params\":{\"textDocument\":{\"uri\":\"file:///w/cards/a.xml\"},\"position\":{\"line\":0,\"character\":55}}}",
    ]
    var talk = Talk(["cards/a.xml": Talk.card("a")])
    var seed: UInt64 = 20_261_123
    func next(_ limit: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % limit
    }
    for round in 0..<400 {
      if round % 20 == 0 { talk.open("cards/a.xml", Talk.card("a")) }
      var bytes = Array(texts[next(texts.count)].utf8)
      for _ in 0..<next(3) { bytes[next(bytes.count)] = UInt8(truncatingIfNeeded: next(256)) }
      talk.send([Data(bytes)])
      _ = talk.findings("cards/a.xml")
    }
    talk.open("cards/a.xml", Talk.card("a"))
    #expect(talk.findings("cards/a.xml") == [])
    #expect(talk.session.ending == nil)
  }
}
