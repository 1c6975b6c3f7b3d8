import Bilingual
import Diagnostics
import Testing

/// Edits made together, and how a difference is shown.
struct MendingTests {
  private static func finding(
    _ edits: [(Range<Int>, String)], _ certainty: Diagnostic.Solution.Certainty = .certain, in document: Int = 0
  ) -> Diagnostic {
    let source = SourceID(index: document)
    return Diagnostic(
      "A", at: SourceSpan(source, edits[0].0), summary: Wording(same: ""), explanation: Wording(same: ""),
      solutions: [
        .init(Wording(same: ""), edits.map { .init(SourceSpan(source, $0.0), with: $0.1) }, certainty: certainty)
      ])
  }

  @Test func makesSeveralEditsAndLeavesThoseThatOverlap() throws {
    let all = certainEdits(of: [
      Self.finding([(0..<1, "A"), (3..<4, "D")]), Self.finding([(1..<2, "B")]),
      Self.finding([(3..<5, "x"), (6..<7, "y")]),
      Self.finding([(2..<3, "no")], .suggested), Self.finding([(7..<7, "!")]), Self.finding([(7..<7, "?")]),
    ])
    let edits = try #require(all[SourceID(index: 0)])
    #expect(String(decoding: edits.applied(to: Array("abcdefg".utf8)), as: UTF8.self) == "ABcDefg!")
    #expect(edits.mended == 3 && edits.postponed == 2)
  }

  @Test(arguments: [("a\r\nb", "a\r\n\r\nxb"), ("a\rb", "a\r\rxb"), ("a\nb", "a\n\nxb"), ("ab", "ab\nx")])
  func keepsTheLineEndsOfTheDocument(text: String, wanted: String) throws {
    let utf8 = Array(text.utf8)
    let place = text == "ab" ? 2 : utf8.count - 1
    let edits = try #require(certainEdits(of: [Self.finding([(place..<place, "\nx")])])[SourceID(index: 0)])
    #expect(String(decoding: edits.applied(to: utf8), as: UTF8.self) == wanted)
  }

  @Test func solutionsOverSeveralDocumentsAreNotCertain() {
    let (one, other) = (SourceID(index: 0), SourceID(index: 1))
    let finding = Diagnostic(
      "A", at: SourceSpan(one, 0..<1), summary: Wording(same: ""), explanation: Wording(same: ""),
      solutions: [
        .init(
          Wording(same: ""), [.init(SourceSpan(one, 0..<1), with: ""), .init(SourceSpan(other, 0..<1), with: "")],
          certainty: .certain)
      ])
    #expect(certainEdits(of: [finding]).isEmpty)
  }

  @Test func differencesAreShownInTheUnifiedForm() {
    let old = (1...12).map { "\($0)\n" }.joined()
    let new = old.replacing("2\n3\n", with: "2\n2b\n3\n", maxReplacements: 1).replacing("11\n", with: "") + "13"
    #expect(
      unifiedDiff(from: Array(old.utf8), to: Array(new.utf8), path: "a.xml") == """
        --- a.xml
        +++ a.xml
        @@ -1,5 +1,6 @@
         1
         2
        +2b
         3
         4
         5
        @@ -8,5 +9,5 @@
         8
         9
         10
        -11
         12
        +13
        \\ No newline at end of file

        """)
    #expect(unifiedDiff(from: Array(old.utf8), to: Array(old.utf8), path: "a.xml").isEmpty)
  }
}
