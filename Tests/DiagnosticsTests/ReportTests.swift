import Bilingual
import Diagnostics
import Testing

/// What the forms for machines make of characters that mean something to them.
struct ReportTests {
  private static let sources = Sources([Source(path: "a, b:100%.xml", utf8: Array("<é a=\"1\"\r\n>\u{1}</é>".utf8))])

  private static func reported(
    _ summary: String, _ utf8: Range<Int>, explanation: String = "", isKnown: Bool = false
  ) -> ReportedFinding {
    let finding = Diagnostic(
      "MissingElement", at: SourceSpan(SourceID(index: 0), utf8), summary: Wording(same: summary),
      explanation: Wording(same: explanation))
    return ReportedFinding(finding, Fingerprint(digits: "00"), isKnown: isKnown)
  }

  @Test func annotationsEscapeWhatGitHubReads() {
    let report = GitHubAnnotations(sources: Self.sources, language: .en)
    let text = report.text(of: [
      Self.reported("50% of ‘a’: x, y", 1..<3, explanation: "one\r\ntwo"), Self.reported("known", 1..<3, isKnown: true),
    ])
    #expect(
      text == """
        ::error file=a%2C b%3A100%25.xml,line=1,endLine=1,col=2,endColumn=3,title=MissingElement::\
        50%25 of ‘a’: x, y%0Aone%0D%0Atwo

        """)
  }

  @Test func annotationsOverLinesHaveNoColumns() {
    let text = GitHubAnnotations(sources: Self.sources, language: .en).text(of: [Self.reported("x", 1..<12)])
    #expect(text == "::error file=a%2C b%3A100%25.xml,line=1,endLine=2,title=MissingElement::x\n")
  }

  /// Six words for one place stand in the explanation; a line is worth only what may have been meant.
  @Test(arguments: [("aply", ["apply"]), ("do", [])])
  func ofManyWordsForOnePlaceOnlyNearOnesAreShown(written: String, shown: [String]) {
    let span = SourceSpan(SourceID(index: 0), 0..<written.utf8.count)
    func text(_ words: [String]) -> String {
      TextReport(sources: Sources([Source(path: "a.xml", utf8: Array(written.utf8))]), language: .en, style: .plain)
        .text(
          of: Diagnostic(
            "UnknownValue", at: span, summary: Wording(same: "s"), explanation: Wording(same: "e"),
            solutions: words.map { .init(Wording(same: "write \($0)"), [.init(span, with: $0)]) }))
    }
    let many = text(["remember", "understand", "apply", "analyse", "evaluate", "create"])
    #expect(many.split(separator: "\n").filter { $0.contains("help: ") } == shown.map { "  help: write \($0)" })
    #expect(text(["yes", "no"]).contains("help: write no"))
  }

  @Test func testReportsHoldOnlyCharactersOfXML() {
    let text = JUnitReport(sources: Self.sources, language: .en)
      .text(of: [Self.reported("‘<a&b\u{1}\"’", 1..<3)], in: [SourceID(index: 0)])
    #expect(text.contains("message=\"‘&lt;a&amp;b\u{FFFD}&quot;’\""))
    #expect(text.contains(#"<testsuites name="passerelle check" tests="1" failures="1" errors="0" skipped="0">"#))
    #expect(!text.unicodeScalars.contains("\u{1}"))
  }
}
