import Bilingual
import Foundation
import Handbook
import Testing

/// The chapters of the manual: those that are made are kept as files too, where readers of the repository find them.
struct ChapterTests {
  private static let pages = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources/Handbook/Pages")

  @Test(arguments: [Chapter.vocabulary, .findings], Language.allCases)
  func whatIsKeptIsWhatIsMade(chapter: Chapter, language: Language) throws {
    let file = Self.pages.appending(path: chapter.fileName(in: language))
    let made = chapter.text(in: language)
    if ProcessInfo.processInfo.environment["PASSERELLE_REWRITE_SNAPSHOTS"] != nil {
      try Data(made.utf8).write(to: file)
    }
    let kept = try String(contentsOf: file, encoding: .utf8)
    #expect(kept == made, "\(file.lastPathComponent): set PASSERELLE_REWRITE_SNAPSHOTS=1 and read the difference")
  }

  @Test(arguments: Chapter.allCases, Language.allCases)
  func everyLinkLeadsSomewhere(chapter: Chapter, language: Language) throws {
    let text = chapter.text(in: language)
    #expect(text.hasPrefix("# ") && text.hasSuffix("\n"))
    let anchors = Set(
      text.split(separator: "\n").filter { $0.hasPrefix("##") }.map { heading in
        String(heading.drop { $0 == "#" }.dropFirst().lowercased().compactMap(Self.anchored))
      })
    let files = Set(Chapter.allCases.flatMap { chapter in Language.allCases.map { chapter.fileName(in: $0) } })
    for link in text.matches(of: /\]\(([^)]+)\)/) where !link.1.hasPrefix("http") {
      let target = String(link.1)
      #expect(
        target.hasPrefix("#") ? anchors.contains(String(target.dropFirst())) : files.contains(target), "\(target)")
    }
  }

  @Test(arguments: Chapter.allCases) func frenchTypographyIsRight(chapter: Chapter) {
    var isFenced = false
    for line in chapter.text(in: .fr).split(separator: "\n") {
      if line.hasPrefix("```") { isFenced.toggle() }
      guard !isFenced else { continue }
      let words = line.replacing(/`[^`]*`/, with: "x").replacing(/^\|.*$/, with: "")
      #expect(!words.contains(/\w\x20[:;!?»]/) && !words.contains("« ") && !words.contains(/[a-z]'[a-zéèê]/), "\(line)")
    }
  }

  /// Each English word that is a value is followed by what it means; those that are French too need nothing.
  @Test func listedValuesHaveTheirFrenchMeaning() {
    let same: Set<String> = ["adaptation", "communication", "innovation", "observation", "junior", "senior", "fr"]
    var glossed: Set<String> = []
    for line in Chapter.vocabulary.text(in: .fr).split(separator: "\n") where line.hasPrefix("| `") {
      for value in line.matches(of: /«\u{A0}([a-z-]+)\u{A0}»( \()?/) where !same.contains(String(value.1)) {
        #expect(value.2 != nil, "\(value.1)")
        glossed.insert(String(value.1))
      }
    }
    #expect(glossed.count > 40 && glossed.contains("withdrawn"))
  }

  /// A reader finds an element by its document, by what it is for, and by its name.
  @Test(arguments: Language.allCases) func everyElementIsFound(language: Language) throws {
    let chapter = VocabularyChapter(language: language)
    let text = Chapter.vocabulary.text(in: language)
    let lines = text.split(separator: "\n").map(String.init)
    let first = try #require(lines.firstIndex { $0.hasPrefix("## ") })
    let index = try #require(lines.lastIndex { $0.hasPrefix("## ") && $0.contains(" a ") })
    for document in ["programme", "framework", "curriculum", "module", "card"] {
      #expect(lines.contains { $0.hasPrefix("## ") && $0.hasSuffix("ocument `\(document)`") })
      #expect(lines[..<first].contains { $0.hasPrefix("- [") && $0.contains("`\(document)`") })
    }
    for name in chapter.names {
      // In the contents with what it is for, under a heading of its own, and in the index.
      #expect(lines[..<first].contains { $0.contains("- [`\(name)`](#") && $0.contains(language.colon) }, "\(name)")
      #expect(lines.contains { $0.hasPrefix("### `\(name)`") }, "\(name)")
      #expect(lines[..<index].contains { $0.hasPrefix("- [`\(name)`]") || $0.hasPrefix("- `\(name)`") }, "\(name)")
      let alone = try #require(chapter.text(of: name))
      #expect(alone.hasPrefix("### `\(name)`") && !alone.contains("]("), "\(name)")
    }
    // Headings are told apart, or a link would lead to the first of them.
    let headings = lines.filter { $0.hasPrefix("###") }
    #expect(Set(headings).count == headings.count)
    #expect(chapter.text(of: "nowhere") == nil)
  }

  private static func anchored(_ character: Character) -> Character? {
    if character == " " { return "-" }
    return character.isLetter || character.isNumber || character == "-" ? character : nil
  }
}
