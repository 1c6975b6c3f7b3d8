import Diagnostics
import Markup
import RelaxNG
import Testing

/// Documents that nobody would write by hand end in findings, and in not too many of them.
struct HostileDocumentTests {
  private func findings(_ document: String) throws -> [Diagnostic] {
    let (_, schema) = try SingleFaultTests.vocabulary()
    let utf8 = Array(document.utf8)
    let root = try #require(read(utf8, as: SourceID(index: 0), grammar: nil).tree?.root)
    return explain(root, by: schema, source: Source(path: "x", utf8: utf8))
  }

  /// A curriculum with this many groups, followed by some text.
  private func curriculum(groups: Int, _ other: (Int) -> String = { _ in "" }) -> String {
    let groups = (0..<groups).map { "<group id=\"g\($0)\"><module ref=\"m\"/></group>\(other($0))\n" }.joined()
    return """
      <curriculum xmlns="urn:passerelle:1" id="a" version="1" xml:lang="en"><title>A</title>
      <rhythm minutes="60" every-weeks="2" sessions="9"/>
      \(groups)<grup id="last"/></curriculum>
      """
  }

  @Test func thousandsOfChildrenAreExplained() throws {
    #expect(try findings(curriculum(groups: 5000)).count == 1)
  }

  /// What is explained is bounded, for nobody reads on.
  @Test(arguments: ["<grup id=\"x\"/>", "<checks/>"])
  func aThousandFaultsAreEnough(fault: String) throws {
    #expect(try findings(curriculum(groups: 900) { _ in fault }).count == 901)
    #expect(try findings(curriculum(groups: 1500) { _ in fault }).count == 1000)
  }

  /// An element with more children than anybody writes is refused without a reason, at the first that may not stand.
  @Test func tooManyChildrenAreRefusedUnexplained() throws {
    let found = try findings(curriculum(groups: 7000))
    #expect(found.map(\.id.rawValue) == ["NotAccordingToGrammar"])
  }

  @Test func anyTreeEndsInFindings() throws {
    let tags = ["module", "session", "activity", "p", "x", "title", "at-least", "list"]
    var numbers = SeededNumbers(seed: 7)
    for _ in 0..<60 {
      var open: [String] = []
      var text = "<module xmlns=\"urn:passerelle:1\" n=\"1\">"
      for _ in 0..<Int.random(in: 1..<80, using: &numbers) {
        switch Int.random(in: 0..<4, using: &numbers) {
        case 0: text += "words "
        case 1: if let tag = open.popLast() { text += "</\(tag)>" }
        default:
          guard open.count < 90, let tag = tags.randomElement(using: &numbers) else { continue }
          open.append(tag)
          text += "<\(tag) id=\"\(open.count)\" lang=\"x\">"
        }
      }
      text += open.reversed().map { "</\($0)>" }.joined() + "</module>"
      #expect(try !findings(text).isEmpty)
    }
  }

  @Test func theDeepestDocumentIsWalked() throws {
    let open = "<module xmlns=\"urn:passerelle:1\"><requires>" + String(repeating: "<all>", count: 97)
    let close = String(repeating: "</all>", count: 97) + "</requires></module>"
    #expect(try !findings(open + close).isEmpty)
  }

  @Test func manyAttributesAreEachNamed() throws {
    let attributes = (0..<150).map { "a\($0)=\"\"" }.joined(separator: " ")
    let document =
      "<card xmlns=\"urn:passerelle:1\" id=\"a\" xml:lang=\"en\" \(attributes)><title/><body><p/></body></card>"
    #expect(try findings(document).count == 150)
  }

  @Test func textsOfOtherKindsAreFindings() throws {
    for document in [
      "<html/>", "<svg xmlns=\"http://www.w3.org/2000/svg\"><g/></svg>", "<p:module xmlns:p=\"urn:passerelle:1\"/>",
      "<module xmlns=\"urn:passerelle:2\">text</module>",
    ] { #expect(try !findings(document).isEmpty, "\(document)") }
  }
}
