import Bilingual
import Diagnostics
import Testing
import Validators

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
