import Diagnostics
import Markup
import Testing

@testable import Validators

/// libxml2 runs an equivalent of the published grammar, which is quicker.
struct QuickenedGrammarTests {
  @Test(arguments: [
    ("en", true), ("fr", true), ("pt", true), ("sv", true), ("en-GB", true), ("EN", true), ("zh-Hans-CN", true),
    (" en", true), ("en ", true), (" fr\n", true), ("eng", true), ("pt-BR-abl1943", true), ("", false), (" ", false),
    ("e", false), ("engl", false), ("en-", false), ("en_GB", false), ("fr fr", false), ("français", false),
    ("x-private", false), ("pt-BR-abl194378", false),
  ])
  func takesTheSameLanguages(language: String, isOne: Bool) throws {
    let document = Array(
      """
      <card xmlns="urn:passerelle:1" id="c" version="1.0.0" xml:lang="fr">
        <title>Un</title><title xml:lang="\(language)">One</title>
        <rights licence="CC-BY-4.0" holder="Acme"/><body><p>Deux</p></body>
      </card>
      """.utf8)
    for grammar in [try Grammar(relaxNG: publishedGrammar), vocabulary.grammar] {
      let verdict = try #require(Markup.read(document, as: SourceID(index: 0), grammar: grammar).verdict)
      #expect((verdict == .accepted) == isOne)
    }
  }

  @Test func isQuickened() {
    #expect(quickened(publishedGrammar) != publishedGrammar)
  }
}
