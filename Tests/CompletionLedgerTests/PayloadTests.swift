import Foundation
import ProgrammeModel
import Testing

@testable import CompletionLedger

/// The bytes of payloads: what is stored must be read again, and be the same bytes for the same words.
struct PayloadTests {
  /// A field that the list forgets would be lost without a word.
  @Test func everyFieldIsVisitedInOrder() throws {
    struct Names: PayloadVisitor {
      var seen: [String] = []
      mutating func text(_ name: StaticString, _ value: inout String?) { seen.append("\(name)") }
      mutating func texts(_ name: StaticString, _ value: inout [String]?) { seen.append("\(name)") }
      mutating func number<Number: FixedWidthInteger>(_ name: StaticString, _ value: inout Number?) {
        seen.append("\(name)")
      }
    }
    var names = Names()
    var payload = EventPayload()
    try payload.visit(&names)
    #expect(names.seen == Mirror(reflecting: payload).children.compactMap(\.label).sorted())
  }

  @Test func whateverCharactersThereAreItIsJSONAndComesBack() throws {
    var payload = EventPayload()
    (payload.kind, payload.validUntil, payload.level) = ("x", .min, -1)
    payload.goals = ["", "a\"b\\c/d", "\u{0}\u{1F}\n\t", "é\u{10FFFF}🎓"]
    let text = payload.canonicalText()
    let read = try EventPayload(canonicalText: text)
    #expect(read.canonicalText() == text)
    #expect(read.goals == payload.goals)
    let json = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(json["goals"] as? [String] == payload.goals)
    #expect(json["level"] as? Int == -1)
  }

  @Test func nothingElseIsRead() throws {
    var payload = EventPayload()
    (payload.kind, payload.role, payload.ground, payload.goals) = ("k", "r", "g", ["a"])
    let text = payload.canonicalText()
    #expect(text == #"{"goals":["a"],"ground":"g","kind":"k","role":"r"}"#)
    for other in [
      "", "{}", text + " ", String(text.dropLast()), text.replacing("goals", with: "coals"),
      text.replacing(#""kind":"k","#, with: ""), text.replacing(#""kind":"k""#, with: #""kind":"k","later":1"#),
      text.replacing(#""k""#, with: "7"), text.replacing(#""k""#, with: #""\x""#), text.replacing("[", with: "[,"),
    ] {
      #expect(throws: UnreadableRow.self, "\(other)") { try EventPayload(canonicalText: other) }
    }
  }
}
