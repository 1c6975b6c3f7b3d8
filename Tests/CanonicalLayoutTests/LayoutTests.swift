import CanonicalLayout
import Testing
import Validators

/// How documents are laid out: an input literal and an expected literal each.
struct LayoutTests {
  private static let rules = LayoutRules(makeLayoutAid(), languages: ["fr", "en", "de"])

  /// Expects a layout, and that laying it out again changes nothing.
  private func check(_ document: String, _ expected: String?, sourceLocation: SourceLocation = #_sourceLocation) {
    let laidOut = Self.rules.laidOut(Array(document.utf8)).map { String(decoding: $0, as: UTF8.self) }
    #expect(laidOut == expected, sourceLocation: sourceLocation)
    if let laidOut {
      #expect(
        Self.rules.laidOut(Array(laidOut.utf8)) == Array(laidOut.utf8), "not idempotent",
        sourceLocation: sourceLocation)
    }
  }

  @Test func attributesComeInTheOrderOfTheGrammar() {
    check(
      "<card  xml:lang = 'fr'\n id=\" c1 \" xmlns='urn:passerelle:1' strange='x'><use   card='a'></use></card>",
      """
      <card xmlns="urn:passerelle:1" id="c1" xml:lang="fr" strange="x">
        <use card="a"/>
      </card>

      """)
  }

  @Test func valuesKeepTheWhiteSpaceThatCounts() {
    check(
      "<module serves=' exchange\n  adaptation '><rights holder=' A  \"B\"\n&#10;' licence=\"\"/></module>",
      """
      <module serves="exchange adaptation">
        <rights licence="" holder=' A  "B" &#10;'/>
      </module>

      """)
  }

  @Test func textsAreWrappedAtSpaces() {
    check(
      """
      <card><title>  A  title </title><body><p>\(Array(repeating: "wordword", count: 14).joined(separator: "\n"))</p>
      <p>no\u{A0}break and <em> its  own</em>\u{20}
      , <code>a  b</code></p></body></card>
      """,
      """
      <card>
        <title>A title</title>
        <body>
          <p>\(Array(repeating: "wordword", count: 11).joined(separator: " "))
            wordword wordword wordword</p>
          <p>no\u{A0}break and <em>its own</em> , <code>a b</code></p>
        </body>
      </card>

      """)
  }

  @Test func commentsAndInstructionsStayWhereTheyAre() {
    check(
      """
      <?xml version="1.0"?>
      <?xml-model href="x"?><!-- of all -->
      <card><!-- of the title -->
           <title>A <!-- kept --> b<?pi?></title> <!-- a remark -->


        <body><p>x</p>
      <!-- last --></body></card>
      <!-- end -->
      """,
      """
      <?xml version="1.0"?>
      <?xml-model href="x"?> <!-- of all -->
      <card>
        <!-- of the title -->
        <title>A <!-- kept --> b<?pi?></title> <!-- a remark -->

        <body>
          <p>x</p>
          <!-- last -->
        </body>
      </card>
      <!-- end -->

      """)
  }

  @Test func translationsFollowTheirOriginalInTheOrderOfTheWorkspace() {
    check(
      """
      <module xml:lang="fr"><title>F</title>
      <!-- German --><title xml:lang="de">D</title><title xml:lang="EN">E</title>
      <title xml:lang="it">I</title><translation xml:lang="de" of="1.0.0"/><translation xml:lang="en" of="1.0.0"/>
      <accessibility need="a">1</accessibility><accessibility xml:lang="de" need="a">2</accessibility>
      <accessibility need="b">3</accessibility><accessibility xml:lang="en" need="b">4</accessibility></module>
      """,
      """
      <module xml:lang="fr">
        <title>F</title>
        <title xml:lang="EN">E</title>
        <!-- German -->
        <title xml:lang="de">D</title>
        <title xml:lang="it">I</title>
        <translation xml:lang="en" of="1.0.0"/>
        <translation xml:lang="de" of="1.0.0"/>
        <accessibility need="a">1</accessibility>
        <accessibility xml:lang="de" need="a">2</accessibility>
        <accessibility need="b">3</accessibility>
        <accessibility xml:lang="en" need="b">4</accessibility>
      </module>

      """)
  }

  @Test func aTranslationWithoutAnOriginalDoesNotMove() {
    check(
      "<card xml:lang=\"fr\"><title xml:lang=\"de\">D</title><title xml:lang=\"en\">E</title></card>",
      """
      <card xml:lang="fr">
        <title xml:lang="de">D</title>
        <title xml:lang="en">E</title>
      </card>

      """)
  }

  @Test func whatTheGrammarDoesNotKnowIsLeftAsItIs() {
    check(
      "<card><strange>a  <b/>\n c</strange><session>text\n  here</session><title></title><use card='a'></use></card>",
      """
      <card>
        <strange>a  <b/>
       c</strange>
        <session>text
        here</session>
        <title></title>
        <use card="a"/>
      </card>

      """)
  }

  @Test func sectionsAndReferencesKeepTheirCharacters() {
    check(
      "<card><title>a <![CDATA[ <x>  ]]> b&#160;c &amp;  d</title></card>",
      """
      <card>
        <title>a <![CDATA[ <x>  ]]> b&#160;c &amp; d</title>
      </card>

      """)
  }

  @Test func longStartTagsAreBrokenBetweenAttributes() {
    let long = Array(repeating: "x", count: 60).joined()
    check(
      "<framework source=\"\(long)\" id=\"f\" licence=\"\(long)\"/>",
      """
      <framework id="f" source="\(long)"
        licence="\(long)"/>

      """)
  }

  @Test(arguments: ["\r\n", "\r", "\n"])
  func lineEndsStayAsTheyAre(lineEnd: String) {
    let document = "<card>\n<title>a\n  b</title>\n<!-- c\n d --></card>\n".replacing("\n", with: lineEnd)
    let expected = "<card>\n  <title>a b</title>\n  <!-- c\n d -->\n</card>\n".replacing("\n", with: lineEnd)
    check(document, expected)
  }

  @Test(arguments: ["", "text", "<a>", "<a></a><b/>", "<a x=1/>", "<a><!-- </a>", "</a>", "<a x='1></a>"])
  func whatIsNotWellFormedIsRefused(document: String) {
    check(document, nil)
  }
}
