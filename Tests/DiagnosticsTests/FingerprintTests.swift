import Bilingual
import Diagnostics
import Testing

/// What a finding's name depends on, and what it does not.
struct FingerprintTests {
  private static func names(_ text: String, _ places: [String], id: Diagnostic.ID = "A", path: String = "a.xml")
    -> [Fingerprint]
  {
    let source = Source(path: path, utf8: Array(text.utf8))
    let findings = places.flatMap { place in
      text.utf8.indices.filter { text.utf8[$0...].starts(with: place.utf8) }.map { index in
        let start = text.utf8.distance(from: text.utf8.startIndex, to: index)
        return Diagnostic(
          id, at: SourceSpan(SourceID(index: 0), start..<(start + place.utf8.count)), summary: Wording(same: text),
          explanation: Wording(same: ""))
      }
    }
    return fingerprints(of: findings, in: Sources([source]))
  }

  @Test func outlivesLinesAboveAndBelowAndOtherIndentation() {
    let before = Self.names("<a>\n  <b x='1'/>\n</a>", ["x"])
    #expect(Self.names("<!-- new -->\n<a>\n\t <b   x='1'/>\r\n<c/></a>", ["x"]) == before)
  }

  @Test func tellsApartIdsFilesPlacesAndRepetitions() {
    let text = "<a>\n<b x='1'/>\n<b x='1'/>\n</a>"
    let all =
      Self.names(text, ["x", "1"]) + Self.names(text, ["x"], id: "B") + Self.names(text, ["x"], path: "b.xml")
      + Self.names(text.replacing("b", with: "c"), ["x"])
    #expect(all.count == 10 && Set(all).count == 10)
  }

  @Test func severitiesChangeWeightsAndLeaveTheRest() {
    var choices = SeverityChoices()
    choices["A"] = .off
    choices["B"] = .warning
    let findings = ["A", "B", "C"].map { id in
      Diagnostic(
        Diagnostic.ID(id), at: SourceSpan(SourceID(index: 0), 0..<1), summary: Wording(same: id),
        explanation: Wording(same: ""))
    }
    #expect(choices.applied(to: findings).map { "\($0.id) \($0.severity.rawValue)" } == ["B warning", "C error"])
    var others = SeverityChoices()
    others["A"] = .error
    #expect(choices.overridden(by: others).applied(to: findings).map(\.id) == ["A", "B", "C"])
  }
}
