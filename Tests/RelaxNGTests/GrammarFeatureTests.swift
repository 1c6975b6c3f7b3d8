import Diagnostics
import Markup
import RelaxNG
import Testing

/// Each feature of RELAX NG on a small grammar: both engines must agree on every document.
struct GrammarFeatureTests {
  /// The patterns of a grammar whose start is the element `r` with this content.
  private func grammar(_ content: String, _ definitions: String = "") -> String {
    """
    <grammar xmlns="http://relaxng.org/ns/structure/1.0" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
    <start><element name="r">\(content)</element></start>\(definitions)</grammar>
    """
  }

  /// Fails unless libxml2 and the derivatives accept exactly the first documents, and `explain` speaks of the others.
  private func check(_ grammar: String, accepts: [String], refuses: [String]) throws {
    let bytes = Array(grammar.utf8)
    let libxml2 = try Grammar(relaxNG: bytes)
    let schema = try SchemaPatterns(try #require(read(bytes, as: SourceID(index: 0), grammar: nil).tree?.root))
    for (documents, isAccepted) in [(accepts, true), (refuses, false)] {
      for document in documents {
        let utf8 = Array(document.utf8)
        let reading = read(utf8, as: SourceID(index: 0), grammar: libxml2)
        let root = try #require(reading.tree?.root, "\(document)")
        #expect((reading.verdict == .accepted) == isAccepted, "libxml2: \(document)")
        #expect(schema.accepts(root) == isAccepted, "derivatives: \(document)")
        let findings = explain(root, by: schema, source: Source(path: "x", utf8: utf8))
        #expect(findings.isEmpty == isAccepted, "explain: \(document)")
      }
    }
  }

  @Test func structure() throws {
    let a = "<element name='a'><empty/></element>"
    let b = "<element name='b'><empty/></element>"
    try check(
      grammar("\(a)<optional>\(b)</optional>"), accepts: ["<r><a/></r>", "<r> <a/><b/> </r>"],
      refuses: ["<r/>", "<r><b/><a/></r>", "<r><a/><b/><b/></r>", "<r>x<a/></r>", "<s/>"])
    try check(
      grammar("<choice>\(a)\(b)</choice>"), accepts: ["<r><a/></r>", "<r><b/></r>"],
      refuses: ["<r/>", "<r><a/><b/></r>"])
    try check(
      grammar("<interleave>\(a)\(b)</interleave>"), accepts: ["<r><a/><b/></r>", "<r><b/><a/></r>"],
      refuses: ["<r><a/></r>", "<r><b/><b/></r>"])
    try check(
      grammar("<oneOrMore>\(a)\(b)</oneOrMore>"), accepts: ["<r><a/><b/></r>", "<r><a/><b/><a/><b/></r>"],
      refuses: ["<r/>", "<r><a/><b/><a/></r>"])
    try check(
      grammar("<mixed><zeroOrMore>\(a)</zeroOrMore></mixed>"), accepts: ["<r/>", "<r>x<a/>y<a/></r>"],
      refuses: ["<r>x<b/></r>"])
    try check(grammar("<empty/>"), accepts: ["<r/>", "<r> </r>"], refuses: ["<r>x</r>", "<r><a/></r>"])
    try check(grammar("<text/>"), accepts: ["<r/>", "<r>x</r>"], refuses: ["<r>x<a/></r>"])
    try check(grammar("<choice><notAllowed/>\(a)</choice>"), accepts: ["<r><a/></r>"], refuses: ["<r/>"])
  }

  @Test func contentBesideText() throws {
    let p = "<element name='p'><text/></element>"
    try check(
      grammar("<choice><text/><oneOrMore>\(p)</oneOrMore></choice>"),
      accepts: ["<r>x</r>", "<r><p>x</p> <p/></r>", "<r/>"], refuses: ["<r>x<p/></r>", "<r><p/>x</r>"])
  }

  @Test func attributes() throws {
    let either = "<choice><attribute name='a'/><attribute name='b'><value>1</value></attribute></choice>"
    try check(
      grammar(either), accepts: ["<r a='x'/>", "<r b='1'/>", "<r b=' 1 '/>"],
      refuses: ["<r/>", "<r a='' b='1'/>", "<r b='2'/>", "<r c='1'/>"])
    try check(
      grammar("<attribute name='xml:lang'/><text/>"), accepts: ["<r xml:lang='fr'>x</r>"],
      refuses: ["<r lang='fr'/>", "<r/>"])
    try check(
      grammar("<zeroOrMore><attribute><anyName/></attribute></zeroOrMore>"),
      accepts: ["<r/>", "<r a='1' b='2'/>"], refuses: ["<r><a/></r>"])
  }

  @Test func namesAndNamespaces() throws {
    let grammar = """
      <element name="r" ns="urn:x" xmlns="http://relaxng.org/ns/structure/1.0"><zeroOrMore><element><choice>
      <name>a</name><nsName ns="urn:y"><except><name ns="urn:y">no</name></except></nsName></choice><empty/></element>
      </zeroOrMore></element>
      """
    try check(
      grammar, accepts: ["<r xmlns='urn:x'><a/></r>", "<q:r xmlns:q='urn:x'><b xmlns='urn:y'/></q:r>"],
      refuses: ["<r/>", "<r xmlns='urn:z'/>", "<r xmlns='urn:x'><b/></r>", "<r xmlns='urn:x'><no xmlns='urn:y'/></r>"])
  }

  @Test func definitions() throws {
    let recursive = "<define name='n'><element name='n'><zeroOrMore><ref name='n'/></zeroOrMore></element></define>"
    try check(
      grammar("<ref name='n'/>", recursive), accepts: ["<r><n><n/><n><n/></n></n></r>"],
      refuses: ["<r/>", "<r><n><m/></n></r>"])
    let combined = """
      <div><define name='c' combine='choice'><element name='a'><empty/></element></define></div>
      <define name='c' combine='choice'><element name='b'><empty/></element></define>
      """
    try check(grammar("<ref name='c'/>", combined), accepts: ["<r><a/></r>", "<r><b/></r>"], refuses: ["<r/>"])
    let both = combined.replacing("'choice'", with: "'interleave'")
    try check(grammar("<ref name='c'/>", both), accepts: ["<r><b/><a/></r>"], refuses: ["<r><a/></r>"])
  }

  @Test func oneNameOfTwoContents() throws {
    let grammar = grammar(
      """
      <choice><element name='a'><element name='x'><empty/></element></element>
      <group><element name='a'><element name='y'><empty/></element></element><element name='b'><empty/></element></group>
      </choice>
      """)
    try check(
      grammar, accepts: ["<r><a><x/></a></r>", "<r><a><y/></a><b/></r>"],
      refuses: ["<r><a><x/></a><b/></r>", "<r><a><y/></a></r>", "<r><a/></r>"])
  }

  @Test func values() throws {
    func attribute(_ type: String, _ parameters: (String, String)...) -> String {
      let parts = parameters.map { "<param name='\($0)'>\($1)</param>" }.joined()
      return grammar("<attribute name='v'><data type='\(type)'>\(parts)</data></attribute>")
    }
    func with(_ values: [String]) -> [String] { values.map { "<r v='\($0)'/>" } }
    try check(
      attribute("token", ("pattern", "[a-z]+(-[a-z]+)*"), ("maxLength", "5")),
      accepts: with(["abc", " a-b ", "abcde"]), refuses: with(["", "A", "abcdef", "a--b", "a b"]))
    try check(attribute("string", ("minLength", "2")), accepts: with(["ab", "  "]), refuses: with(["a", ""]))
    try check(
      attribute("integer", ("minInclusive", "1"), ("maxInclusive", "9999")),
      accepts: with(["1", "+5", "007", " 9 ", "9999"]),
      refuses: with(["0", "-0", "10000", "1.0", "", "x", "99999999999999999999999"]))
    try check(
      attribute("date", ("pattern", "[0-9]{4}-[0-9]{2}-[0-9]{2}")), accepts: with(["2026-02-28", "2024-02-29"]),
      refuses: with(["2026-02-29", "2026-13-01", "0000-01-01", "2026-1-1", "2026-01-01Z", ""]))
    try check(
      attribute("date"), accepts: with(["2026-01-01Z", " 2026-01-01 ", "2026-01-01+02:00"]),
      refuses: with(["2026-01-01+25:00", "26-01-01", "2026-01-01T"]))
    try check(
      attribute("anyURI"), accepts: with(["", "a b", "http://x/é?a#b", "sqlite:a", "//x", "?a", "a//b", "x/y:z"]),
      refuses: with(["%zz", "a%2", "http://[::1", "#a#b", ":", "1:b", "http://x/[a]", "http://x:y"]))
    let list =
      "<attribute name='v'><list><oneOrMore><choice><value>a</value><value>b</value></choice></oneOrMore></list></attribute>"
    try check(grammar(list), accepts: with(["a", " a  b "]), refuses: with(["", "c", "a c"]))
    let element = "<choice><value>a b</value><data type='integer'/></choice>"
    try check(grammar(element), accepts: ["<r>a  b</r>", "<r> 5</r>"], refuses: ["<r/>", "<r>c</r>", "<r><a/></r>"])
  }

  @Test(arguments: [
    ("<externalRef href='x'/>", UnsupportedGrammar.Reason.element("externalRef")),
    ("<ref name='none'/>", .undefined("none")),
    ("<ref name='self'/>", .recursive("self")),
    ("<data type='double'/>", .datatype("double")),
    ("<data type='token'><param name='length'>3</param></data>", .parameter("length", "3")),
    ("<data type='token'><param name='pattern'>(?=a)</param></data>", .expression("(?=a)")),
    ("<data type='token'><param name='pattern'>\\p{L}</param></data>", .expression("\\p{L}")),
    ("<element name='q:a'><empty/></element>", .name("q:a")),
  ])
  func whatIsNotReadIsRefused(content: String, reason: UnsupportedGrammar.Reason) throws {
    let text = grammar(content, "<define name='self'><ref name='self'/></define>")
    let root = try #require(read(Array(text.utf8), as: SourceID(index: 0), grammar: nil).tree?.root)
    #expect(throws: UnsupportedGrammar(reason)) { try SchemaPatterns(root) }
  }
}
