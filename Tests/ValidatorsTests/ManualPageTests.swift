import Bilingual
import Testing
import Validators

/// Every finding has its page, in both languages and of one form.
struct ManualPageTests {
  @Test func everyFindingHasAPage() {
    #expect(manualIDs == findingIDs)
  }

  @Test(arguments: findingIDs)
  func hasItsPartsInBothLanguages(id: String) throws {
    let page = try #require(manualPage(on: id))
    #expect(headings(page.en) == ["Why it matters", "Wrong", "Right", "What to do"])
    #expect(headings(page.fr) == ["Pourquoi", "Faux", "Juste", "Que faire"])
    #expect(page.en.hasPrefix("# \(id): "))
    #expect(page.fr.hasPrefix("# \(id)\u{A0}: "))
    for text in [page.en, page.fr] {
      #expect(text.split(separator: "```", omittingEmptySubsequences: false).count == 5)
      #expect(!prose(text).contains("'"))
    }
  }

  /// French puts a no-break space before a colon and a narrow one before the other high signs.
  @Test(arguments: findingIDs)
  func keepsFrenchTypography(id: String) throws {
    let page = try #require(manualPage(on: id))
    for sign in [" :", " ;", " !", " ?", "« ", " »"] { #expect(!prose(page.fr).contains(sign)) }
  }

  private func headings(_ page: String) -> [String] {
    page.split(separator: "\n").filter { $0.hasPrefix("## ") }.map { String($0.dropFirst(3)) }
  }

  /// The page without its examples and without what it quotes.
  private func prose(_ page: String) -> String {
    let blocks = page.split(separator: "```", omittingEmptySubsequences: false)
    let text = stride(from: 0, to: blocks.count, by: 2).map { blocks[$0] }.joined()
    let pieces = text.split(separator: "`", omittingEmptySubsequences: false)
    return stride(from: 0, to: pieces.count, by: 2).map { pieces[$0] }.joined()
  }
}
