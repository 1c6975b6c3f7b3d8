import Bilingual
import Diagnostics
import FoundationEssentials
import Markup
import RelaxNG
import Testing

/// What authors read: the findings on documents with known faults, as whole lines.
struct FindingTests {
  /// The findings of a document as "id: summary | first solution", each with the characters it points at.
  private func lines(_ document: String, _ language: Language = .en) throws -> [String] {
    let (_, schema) = try SingleFaultTests.vocabulary()
    let utf8 = Array(document.utf8)
    let root = try #require(read(utf8, as: SourceID(index: 0), grammar: nil).tree?.root)
    return explain(root, by: schema, source: Source(path: "x", utf8: utf8)).map { finding in
      let shown = String(decoding: utf8[finding.span.utf8], as: UTF8.self)
      let help = finding.solutions.first.map { " | \($0.summary[language])" } ?? ""
      return "\(finding.id) [\(shown)] \(finding.summary[language])\(help)"
    }
  }

  @Test func everyFaultOfADocumentIsToldOnce() throws {
    let spoilt = SampleDocuments.module
      .replacing("mode=\"talk\"", with: "mode=\"tolk\"").replacing("lead=\"junior\"", with: "leed=\"junior\"")
      .replacing("adaptation communication", with: "adaptation comunication")
      .replacing("<privacy>", with: "<privasy>").replacing("</privacy>", with: "</privasy>")
      .replacing("minutes=\"15\"", with: "minutes=\"15 min\"").replacing(" verb=\"analyse\"", with: "")
      .replacing("version=\"1.2.0\"", with: "version=\"1.2\"")
    #expect(
      try lines(spoilt) == [
        "MalformedValue [1.2] ‘1.2’ is not what ‘version’ of ‘module’ wants: a version such as ‘1.2.0’ | write ‘1.2.0’ instead",
        "UnknownValue [comunication] ‘comunication’ is not a value of ‘serves’ of ‘module’ | write ‘communication’ instead",
        "MissingAttribute [objective] ‘verb’ is missing on ‘objective’ | add ‘verb’",
        "UnknownValue [tolk] ‘tolk’ is not a value of ‘mode’ of ‘activity’ | write ‘talk’ instead",
        "UnknownAttribute [leed] ‘leed’ is not an attribute of ‘activity’ | write ‘lead’ instead",
        "MalformedValue [15 min] ‘15 min’ is not what ‘minutes’ of ‘activity’ wants: a whole number from 1 to 9999 | write ‘15’ instead",
        "UnknownElement [privasy] ‘privasy’ is not an element of ‘module’ | write ‘privacy’ instead",
      ])
  }

  /// A word of another language, or the name of a language, is answered with what was most likely meant.
  @Test func wordsOfAnotherLanguageAreUnderstood() throws {
    let module = SampleDocuments.module
    for (old, new, first) in [
      ("status=\"published\"", "status=\"publié\"", "published"),
      ("xml:lang=\"en\"", "xml:lang=\"anglais\"", "en"), ("xml:lang=\"en\"", "xml:lang=\"English\"", "en"),
    ] {
      var spoilt = module
      spoilt.replaceSubrange(try #require(module.firstRange(of: old)), with: new)
      let found = try lines(spoilt)
      #expect(found.count == 1 && found.first?.hasSuffix("| write ‘\(first)’ instead") == true, "\(found)")
    }
  }

  @Test func aForgottenWrapperIsOneFinding() throws {
    let spoilt = SampleDocuments.module.replacing("<session>", with: "").replacing("</session>", with: "")
    #expect(try lines(spoilt) == ["MissingElement [module] ‘session’ is missing in ‘module’ | put it into ‘session’"])
    let (grammar, schema) = try SingleFaultTests.vocabulary()
    let root = try #require(read(Array(spoilt.utf8), as: SourceID(index: 0), grammar: nil).tree?.root)
    let finding = try #require(explain(root, by: schema, source: Source(path: "x", utf8: Array(spoilt.utf8))).first)
    let mended = applying(try #require(finding.solutions.first).replacements, to: spoilt)
    #expect(read(Array(mended.utf8), as: SourceID(index: 0), grammar: grammar).verdict == .accepted)
  }

  @Test func textBesideBlocksIsOneFinding() throws {
    let spoilt = SampleDocuments.module.replacing(
      "<senior>Écrire.</senior>",
      with: "<senior>Écrire <em>ceci</em> : <list><item>a</item></list> et <em>voilà</em>.</senior>")
    let (grammar, schema) = try SingleFaultTests.vocabulary()
    let root = try #require(read(Array(spoilt.utf8), as: SourceID(index: 0), grammar: nil).tree?.root)
    let findings = explain(root, by: schema, source: Source(path: "x", utf8: Array(spoilt.utf8)))
    #expect(findings.map(\.id) == [.unexpectedText])
    let mended = applying(try #require(findings.first?.solutions.first).replacements, to: spoilt)
    #expect(
      mended.contains(
        "<senior><p>Écrire <em>ceci</em> :</p> <list><item>a</item></list> <p>et <em>voilà</em>.</p></senior>"))
    #expect(read(Array(mended.utf8), as: SourceID(index: 0), grammar: grammar).verdict == .accepted)
  }

  @Test func eachKindHasItsWords() throws {
    let (card, module) = (SampleDocuments.card, SampleDocuments.module)
    let rights = "<rights licence=\"CC-BY-4.0\" holder=\"Acme\"/>"
    for (document, line) in [
      (
        card.replacing(" xmlns=\"urn:passerelle:1\"", with: ""),
        "WrongNamespace [card] ‘card’ is in no namespace | write xmlns=\"urn:passerelle:1\""
      ),
      (
        "<session xmlns=\"urn:passerelle:1\"/>",
        "UnknownRoot [session] ‘session’ is not an element that a document can begin with"
      ),
      (
        module.replacing(rights, with: rights + rights),
        "RepeatedElement [rights] ‘rights’ is given twice in ‘module’ | remove ‘rights’"
      ),
      (
        module.replacing("<session>", with: "<session><checks/>"),
        "UnexpectedElement [checks] ‘checks’ has no place in ‘session’ | remove ‘checks’"
      ),
      (
        module.replacing("<session>", with: "<session>Bonjour "),
        "UnexpectedText [Bonjour] Text may not stand here in ‘session’ | remove the text"
      ),
      (
        module.replacing(rights, with: "").replacing("<title>Premier", with: rights + "<title>Premier"),
        "MisplacedElement [rights] ‘rights’ belongs elsewhere in ‘module’ | move it after ‘lifecycle’"
      ),
    ] { #expect(try lines(document) == [line]) }
  }

  @Test func frenchWordsAreSetAsFrenchIs() throws {
    let spoilt = SampleDocuments.card.replacing("<body xml:lang", with: "<bodi xml:lang")
      .replacing("</p>\n  </body>\n</card>", with: "</p>\n  </bodi>\n</card>")
    #expect(
      try lines(spoilt, .fr) == [
        "UnknownElement [bodi] «\u{A0}bodi\u{A0}» n’est pas un élément de «\u{A0}card\u{A0}» | écrire plutôt «\u{A0}body\u{A0}»"
      ])
    let status = SampleDocuments.module.replacing("status=\"published\"", with: "status=\"publier\"")
    #expect(
      try lines(status, .fr) == [
        "UnknownValue [publier] «\u{A0}publier\u{A0}» n’est pas une valeur de «\u{A0}status\u{A0}» de «\u{A0}lifecycle\u{A0}» | écrire plutôt «\u{A0}published\u{A0}» (publié)"
      ])
  }

  @Test func missingElementsOfOneGapAreOneFinding() throws {
    let document = """
      <module xmlns="urn:passerelle:1" id="a" version="1.0.0" xml:lang="en" theme="t" direction="mutual">
        <title>A</title>
        <session><activity id="b" minutes="5" lead="both" mode="talk"/></session>
      </module>
      """
    let lines = try lines(document)
    #expect(
      lines == [
        "MissingElement [module] ‘summary’, ‘lifecycle’, ‘rights’, ‘time’ and ‘objectives’ are missing in ‘module’ | add ‘summary’, ‘lifecycle’, ‘rights’, ‘time’ and ‘objectives’"
      ])
  }

  @Test func theMeaningOfAnElementIsExplained() throws {
    let (_, schema) = try SingleFaultTests.vocabulary()
    let utf8 = Array(
      SampleDocuments.programme.replacing("  <languages default=\"fr\" fallback=\"fr en\"/>\n", with: "").utf8)
    let root = try #require(read(utf8, as: SourceID(index: 0), grammar: nil).tree?.root)
    let finding = try #require(explain(root, by: schema, source: Source(path: "x", utf8: utf8)).first)
    #expect(finding.explanation.en.contains("‘languages’: The languages of the library"))
    #expect(finding.explanation.fr.contains("«\u{A0}languages\u{A0}»\u{A0}: Les langues de la bibliothèque"))
    #expect(finding.notes.first?.text.en == "it belongs after this ‘summary’")
    #expect(
      finding.solutions.first?.replacements.first?.text
        == "\n  <languages default=\"todo\"/>".replacing("todo", with: "en"))
  }

  @Test func otherWordsOfLibxml2AreHandedOn() {
    let source = Source(path: "x", utf8: Array("<a>\n  <b/>\n</a>".utf8))
    let finding = notAccordingToGrammar(line: 2, message: "Did not expect b", source: source, id: SourceID(index: 0))
    #expect(finding.id == .notAccordingToGrammar)
    #expect(finding.span.utf8 == 6..<10)
    let beyond = notAccordingToGrammar(line: 99, message: "", source: source, id: SourceID(index: 0))
    #expect(beyond.span.utf8 == 11..<15)
  }
}
