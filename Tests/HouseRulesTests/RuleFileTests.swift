import Bilingual
import Diagnostics
import HouseRules
import Testing

/// Rule files that are wrong, slow or go round in circles: each fault is named at its place, and the rest runs.
struct RuleFileTests {
  private static let document = ("a.xml", "<a xmlns='urn:x'><b n='1'/><b n='2'/></a>")

  private func schema(_ content: String) -> String {
    "<schema xmlns='http://purl.oclc.org/dsdl/schematron'><ns prefix='x' uri='urn:x'/>\(content)</schema>"
  }

  private func expectFault(
    _ file: String, id: Diagnostic.ID = .houseRuleRefused, says words: String, found: Int = 0, stepLimit: Int? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let (text, marks) = unmarked(file)
    let checked = try check(text, [Self.document], stepLimit: stepLimit)
    #expect(checked.rules.map(\.id) == marks.map { _ in id }, sourceLocation: sourceLocation)
    #expect(checked.rules.map(\.span.utf8) == marks, sourceLocation: sourceLocation)
    #expect(checked.rules.contains { $0.summary.en.contains(words) }, sourceLocation: sourceLocation)
    #expect(checked.found.count == found, sourceLocation: sourceLocation)
  }

  @Test func malformedFiles() throws {
    try expectFault("⟦<⟧rules/>".replacing("⟦<⟧rules", with: "<⟦rules⟧"), says: "no ISO Schematron")
    try expectFault(schema("<pattern><⟦rul⟧ context='x:a'/></pattern>"), says: "‘rul’ is not an element")
    try expectFault(
      schema("<pattern><rule context='x:b'><⟦assert⟧>no</assert><report test='1'>yes</report></rule></pattern>"),
      says: "‘test’ is missing on ‘assert’", found: 2)
    try expectFault(schema("<pattern abstract='⟦true⟧'/>"), says: "‘abstract’ is not read")
    try expectFault(
      "<schema xmlns='http://purl.oclc.org/dsdl/schematron' queryBinding='⟦xslt2⟧'/>", says: "‘xslt2’ is not spoken")
    try expectFault(
      schema("<phase id='a'><active pattern='⟦nowhere⟧'/></phase>"), says: "‘nowhere’ is not a pattern of this file")
  }

  @Test func wrongQuestions() throws {
    let rule = { (test: String) in
      self.schema("<pattern><rule context='x:a'><assert test='\(test)'>no</assert></rule></pattern>")
    }
    try expectFault(rule("⟦x:b[⟧"), says: "is no XPath")
    try expectFault(rule("⟦y:b⟧"), says: "is no XPath")
    try expectFault(rule("⟦nonsense(1)⟧"), says: "is no XPath")
    try expectFault(rule("⟦library(1, 2, 3)⟧"), says: "is no XPath")
    try expectFault(rule("⟦$a = 1⟧"), says: "‘a’ is not defined by a ‘let’ before")
    try expectFault(
      schema("<pattern><rule context='⟦count(x:a)⟧'><report test='1'>no</report></rule></pattern>"), says: "is no XPath"
    )
  }

  /// Definitions that need each other go round in a circle; the first asks for what is not there yet.
  @Test func definitionsInACircle() throws {
    try expectFault(
      schema("<let name='a' value='⟦$b⟧'/><let name='b' value='$a + 1'/><pattern><rule context='x:a'/></pattern>"),
      says: "‘b’ is not defined")
  }

  @Test func slowRulesAreStoppedAndNamed() throws {
    let slow = "count(//x:b[count(//x:b[count(//x:b) = 2]) = 2]) = 3"
    try expectFault(
      schema(
        "<pattern><rule context='x:b'><report test='⟦\(slow)⟧'>slow</report><report test='@n'>quick</report></rule></pattern>"
      ),
      id: .houseRuleTooSlow, says: "takes too long and was stopped", found: 2, stepLimit: 50)
  }

  /// More than the standard asks for, whose rules are about no texts.
  @Test func rulesMayBeAboutTexts() throws {
    let rules = schema("<pattern><rule context='x:b/text()'><report test='1'>no</report></rule></pattern>")
    let (document, marks) = unmarked("<a xmlns='urn:x'><⟦b⟧>t</b><b/></a>")
    #expect(try check(rules, [("a.xml", document)]).found.map(\.span.utf8) == marks)
  }

  @Test func saysWhatItFindsInBothLanguages() throws {
    let rules = schema(
      """
      <pattern id='twice'><rule context='x:b'><report test='@n = 2' xml:lang='fr' diagnostics='en why'>
        <name/> vaut <value-of select='@n'/>.</report></rule></pattern>
      <diagnostics><diagnostic id='en' xml:lang='en'><name/> is <value-of select='@n'/></diagnostic>
        <diagnostic id='why' xml:lang='fr'>Voir <value-of select='name(..)'/>.</diagnostic></diagnostics>
      """)
    let found = try check(rules, [Self.document]).found
    #expect(found.map(\.id.rawValue) == ["house:twice"])
    #expect(found.first?.summary == Wording(en: "b is 2", fr: "b vaut 2"))
    #expect(found.first?.explanation.fr == "Voir a.")
  }

  @Test func looksUpTheLibrary() throws {
    let rules = schema(
      """
      <pattern><rule context='x:b'><assert test="library('a', @ref)/@id = @ref and count(library('a')) = 2 and
        count(library()) = 3 and not(library('a', 'none')) and document('c.xml')/c">no</assert></rule></pattern>
      """)
    let documents = [
      ("a.xml", "<a xmlns='urn:x' id='one'><b ref='two'/></a>"),
      ("b.xml", "<a xmlns='urn:x' id='two'><b ref='three'/></a>"),
      ("c.xml", "<c/>"),
    ]
    let checked = try check(rules, documents)
    #expect(checked.rules.isEmpty && checked.found.map(\.span.source.index) == [1])
  }
}
