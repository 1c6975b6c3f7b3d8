import Bilingual
import Diagnostics
import Testing

@testable import Validators

/// What trainers who know no XML are told when they slip: in their language, and with what to do.
struct RemedyTests {
  private func findings(_ texts: (path: String, text: String)...) -> [Diagnostic] {
    var files = SmallLibrary(sound: 2).files.filter { file in !texts.contains { $0.path == file.path } }
    files += texts.map { WorkspaceFile(path: $0.path, bytes: Array($0.text.utf8)) }
    return validate(files, scope: .workspace).findings
  }

  private func card(_ content: String) -> Diagnostic? {
    let head = "<card xmlns=\"urn:passerelle:1\" id=\"c\" version=\"1.0.0\" xml:lang=\"fr\">"
    return findings((path: "c.xml", text: head + content + "</card>")).first
  }

  @Test(arguments: [
    ("<title>1 < 2</title>", "a ‘<’ that begins no tag is written ‘&lt;’", "écrire «\u{A0}&lt;\u{A0}»", "&lt;"),
    ("<title xml:lang=“fr”>T</title>", "a value stands between straight quotation marks", "écrire \"fr\"", "\"fr\""),
    ("<title xml:lang=\"fr”>T</title>", "the value begins with \" and ends with ”", "la finir par \"", "\""),
    (
      "<title xml:lang=\"fr>T</title>", "the \" that closes the value of ‘xml:lang’ is missing", "écrire \" à sa fin",
      "\""
    ),
    ("<title>A&nbsp;B</title>", "‘&nbsp;’ is not known in XML", "écrire l’espace insécable elle-même", "\u{A0}"),
    ("<title>R & D</title>", "an ampersand is written ‘&amp;’", "écrire «\u{A0}&amp;\u{A0}»", "&amp;"),
    ("<title>Fiche\n", "‘title’ is not closed", "écrire «\u{A0}</title>\u{A0}» à la fin de sa ligne", "</title>"),
  ])
  func brokenMarkupIsMended(content: String, summary: String, remedy: String, text: String) throws {
    let finding = try #require(card(content))
    #expect(finding.id.rawValue == "NotWellFormed" && finding.summary.en == summary)
    let solution = try #require(finding.solutions.first)
    #expect(solution.summary.fr == remedy && solution.replacements.map(\.text) == [text])
  }

  /// French words for what a list names lead to it, and hours and months to minutes and days.
  @Test(arguments: [
    ("verb=\"apply\"", "verb=\"appliquer\"", "apply"), ("mode=\"practice\"", "mode=\"pratique\"", "practice"),
    ("lead=\"both\"", "lead=\"les deux\"", "both"), ("status=\"published\"", "status=\"brouillon\"", "draft"),
    ("attested-by=\"senior\"", "attested-by=\"Les deux\"", "both"),
    ("time minutes=\"30\"", "time minutes=\"0h30\"", "30"),
    ("time minutes=\"30\"", "time minutes=\"1 h\"", "60"), ("time minutes=\"30\"", "time minutes=\"1h15\"", "75"),
    ("status=\"published\"", "status=\"published\" review-by=\"novembre 2027\"", "2027-11-30"),
    ("status=\"published\"", "status=\"published\" review-by=\"2 août 2027\"", "2027-08-02"),
    ("for=\"o1\"", "for=\"o1, o2\"", "o1"),
  ])
  func frenchWordsAndUsualFormsAreUnderstood(old: String, new: String, meant: String) throws {
    let module = try #require(SmallLibrary(sound: 2).files.first { $0.path == "m1.xml" })
    let text = String(decoding: module.bytes, as: UTF8.self)
    #expect(text.contains(old))
    let finding = try #require(findings((path: "m1.xml", text: text.replacing(old, with: new))).first)
    // Reports show what is certain even among many words.
    let isWord = meant.first?.isLetter == true && !meant.hasPrefix("o")
    #expect(!isWord || finding.solutions.first?.certainty == .certain)
    #expect(finding.solutions.first?.replacements.map(\.text) == [meant], "\(finding.solutions.map(\.summary.fr))")
  }

  /// An identifier that is none hides no more than itself.
  @Test func anIdentifierThatIsNoneIsOneFinding() throws {
    let module = try #require(SmallLibrary(sound: 2).files.first { $0.path == "m0.xml" })
    let text = String(decoding: module.bytes, as: UTF8.self).replacing("id=\"m0\"", with: "id=\"Mon premier\"")
    let found = findings((path: "m0.xml", text: text))
    #expect(found.map(\.id.rawValue) == ["MalformedValue"])
    #expect(found.first?.solutions.map { $0.replacements.map(\.text) } == [["mon-premier"]])
  }

  /// An element that holds nothing is closed by its own tag.
  @Test func anEmptyElementEndsItself() throws {
    let module = try #require(SmallLibrary(sound: 2).files.first { $0.path == "m1.xml" })
    let text = String(decoding: module.bytes, as: UTF8.self)
    let finding = try #require(
      findings((path: "m1.xml", text: text.replacing("<passed module=\"m0\"/>", with: "<passed module=\"m0\">"))).first)
    let solution = try #require(finding.solutions.first)
    #expect(
      solution.summary.fr == "le finir par /> – «\u{A0}passed\u{A0}» ne contient rien" && solution.certainty == .certain
    )
    #expect(solution.replacements.map(\.text) == ["/"])
  }

  /// Who knows HTML, or writes an element's name in French, is led to the vocabulary's element, by an edit that validates.
  @Test(arguments: [
    ("<p>un <b>gras</b> mot</p>", ["b strong"]), ("<p>un <i>x</i> mot</p>", ["i em"]),
    ("<ul><li>un</li><li>deux</li></ul>", ["ul list", "li item", "li item"]),
    ("<list><li>un</li></list>", ["li item"]), ("<p>un</p><h2>deux</h2>", ["h2 p"]),
    ("<p><a href=\"https://example.org\">un</a></p>", ["a link"]),
    ("<table><tr><td>un</td></tr></table>", ["tr row", "td cell"]), ("<paragraphe>un</paragraphe>", ["paragraphe p"]),
  ])
  func namesFromElsewhereAreTranslated(body: String, renamings: [String]) throws {
    let found = findings((path: "c.xml", text: card(withBody: body)))
    let told = found.map { finding in
      let text = finding.solutions.first?.summary.fr ?? ""
      return "\(finding.summary.fr.split(separator: "\u{A0}")[1]) \(text.split(separator: "\u{A0}")[1])"
    }
    #expect(told == renamings)
    #expect(found.allSatisfy { $0.solutions.first?.certainty == .certain })
    #expect(mended(card(withBody: body), by: found).isEmpty)
  }

  /// Tags that are too many are taken away, and a list leaves the paragraph that it stands in; no word is lost.
  @Test(arguments: [
    ("<list><item><p>un</p></item></list>", "<list><item>un</item></list>", "garder ce qu’il contient, sans « <p> »"),
    ("<p><p>un</p></p>", "<p>un</p>", "garder ce qu’il contient, sans « <p> »"),
    ("<div><p>un</p><p>deux</p></div>", "<p>un</p><p>deux</p>", "garder ce qu’il contient, sans « <div> »"),
    ("<p>un<list><item>deux</item></list></p>", "<p>un</p><list><item>deux</item></list>", "fermer « p » avant lui"),
    (
      "<p>un<list><item>deux</item></list>trois</p>", "<p>un</p><list><item>deux</item></list><p>trois</p>",
      "fermer « p » avant lui"
    ),
    ("<p><ul><item>deux</item></ul></p>", "<list><item>deux</item></list>", "fermer « p » avant lui"),
  ])
  func tagsThatAreTooManyGoAndTheirWordsStay(body: String, meant: String, remedy: String) throws {
    let found = findings((path: "c.xml", text: card(withBody: body)))
    let solution = try #require(found.first?.solutions.first)
    #expect(
      found.count == 1
        && solution.summary.fr == remedy.replacing("« ", with: "«\u{A0}").replacing(" »", with: "\u{A0}»"))
    #expect(edited(card(withBody: body), by: [solution]) == card(withBody: meant))
    #expect(mended(card(withBody: body), by: found).isEmpty)
  }

  @Test func namesElsewhereMeanElementsOfTheVocabulary() {
    for (name, meant) in namesElsewhere {
      #expect(!vocabulary.hasElement(named: name) && meant.allSatisfy(vocabulary.hasElement), "\(name)")
    }
  }

  private func card(withBody body: String) -> String {
    """
    <card xmlns="urn:passerelle:1" id="c" version="1.0.0" xml:lang="fr"><title>T</title><title xml:lang="en">T</title>
    <rights licence="CC-BY-4.0" holder="A"/><body>\(body)</body><body xml:lang="en"><p>x</p></body></card>
    """
  }

  private func edited(_ text: String, by solutions: [Diagnostic.Solution]) -> String {
    var bytes = Array(text.utf8)
    for edit in solutions.flatMap(\.replacements).sorted(by: { $0.span > $1.span }) {
      bytes.replaceSubrange(edit.span.utf8, with: Array(edit.text.utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func mended(_ text: String, by found: [Diagnostic]) -> [Diagnostic] {
    findings((path: "c.xml", text: edited(text, by: found.compactMap(\.solutions.first))))
  }

  /// Where the parser's own words are all there is, they are told to be English.
  @Test func theParsersWordsAreMarkedAsEnglish() throws {
    let finding = try #require(card("<title>T</title 1>"))
    #expect(finding.explanation.fr.hasPrefix("L’analyseur XML dit, en anglais\u{A0}: "))
  }

  @Test func anEmptyBodyIsFilledWithAParagraph() throws {
    let finding = try #require(
      card(
        "<title>T</title><title xml:lang=\"en\">T</title><rights licence=\"CC-BY-4.0\" holder=\"A\"/><body><p></p></body>"
      ))
    #expect(finding.id.rawValue == "TextMissing")
    #expect(finding.solutions.first?.summary.fr == "l’écrire entre <p> et </p>")
  }

  @Test func aGroupOfADraftSaysThatItIsADraft() throws {
    let library = SmallLibrary(sound: 2).files
    let module = try #require(library.first { $0.path == "m1.xml" })
    let draft = String(decoding: module.bytes, as: UTF8.self).replacing(
      "status=\"published\"", with: "status=\"draft\"")
    let curriculum = """
      <curriculum xmlns="urn:passerelle:1" id="path" version="1.0" xml:lang="fr"><title>P</title>
      <rhythm minutes="60" every-weeks="2" sessions="6"/><group id="core"><module ref="m1"/></group></curriculum>
      """
    let found = findings((path: "m1.xml", text: draft), (path: "path.xml", text: curriculum))
    let finding = try #require(found.first { $0.id.rawValue == "GoalUnreachable" && $0.summary.en.contains("core") })
    #expect(
      finding.explanation
        == Wording(
          en: "‘m1’ is not published, and plans take published modules alone.",
          fr: "«\u{A0}m1\u{A0}» n’est pas publié\u{A0}: un plan ne prend que des modules publiés."))
    #expect(
      finding.solutions.first?.summary
        == Wording(
          en: "set the status of ‘m1’ to published, once it is ready",
          fr: "passer le status de «\u{A0}m1\u{A0}» à published, une fois qu’il est prêt"))
  }
}
