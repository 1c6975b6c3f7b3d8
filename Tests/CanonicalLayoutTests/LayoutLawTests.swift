import CanonicalLayout
import CurriculumModel
import Foundation
import Testing
import Validators

/// Laws of laying out, over the shipped curricula and layouts that other people's editors may make of them.
struct LayoutLawTests {
  private static let rules = LayoutRules(makeLayoutAid(), languages: ["fr", "en"])

  private static let shipped: [(path: String, text: String)] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Curricula")
    let paths = FileManager.default.enumerator(atPath: folder.path)?.allObjects.compactMap { $0 as? String } ?? []
    return paths.filter { $0.hasSuffix(".xml") }.sorted().map { path in
      (path, (try? String(contentsOf: folder.appending(path: path), encoding: .utf8)) ?? "")
    }
  }()

  private func laidOut(_ text: String) -> String {
    Self.rules.laidOut(Array(text.utf8)).map { String(decoding: $0, as: UTF8.self) } ?? "refused"
  }

  /// Compares two texts and shows the first line that differs.
  private func expectEqual(_ text: String, _ expected: String, _ path: String) {
    guard text != expected else { return }
    let (got, wanted) = (text.split(separator: "\n"), expected.split(separator: "\n"))
    let line = zip(got, wanted).prefix { $0 == $1 }.count
    Issue.record("\(path): \(got.dropFirst(line).first ?? "") instead of \(wanted.dropFirst(line).first ?? "")")
  }

  private func library(_ texts: [String]) -> Library? {
    let files = zip(Self.shipped, texts).map { WorkspaceFile(path: $0.path, bytes: Array($1.utf8)) }
    return validate(files, scope: .workspace).makeLibrary()
  }

  @Test func layingOutChangesNothingInTheLibrary() throws {
    #expect(Self.shipped.count > 90)
    let before = try #require(library(Self.shipped.map(\.text)))
    #expect(library(Self.shipped.map { laidOut($0.text) }) == before)
  }

  @Test(arguments: UInt64(1)...6)
  func everyLayoutOfADocumentHasOneCanonicalForm(seed: UInt64) throws {
    var generator = SeededGenerator(seed)
    let mutated = Self.shipped.map { LayoutMutation.applied(to: $0.text, &generator) }
    // What an editor may do to layout means the same, and so does what we make of it.
    let before = try #require(library(Self.shipped.map(\.text)))
    #expect(library(mutated) == before)
    for (document, mutation) in zip(Self.shipped, mutated) {
      #expect(mutation != document.text, "\(document.path) was not mutated")
      let canonical = laidOut(document.text)
      expectEqual(laidOut(mutation), canonical, document.path)
      expectEqual(laidOut(canonical), canonical, document.path)
    }
  }

  @Test(arguments: UInt64(1)...3)
  func translationsInAnyOrderHaveOneCanonicalForm(seed: UInt64) {
    var generator = SeededGenerator(seed)
    let rules = LayoutRules(makeLayoutAid(), languages: ["fr", "de", "en", "it"])
    let languages = ["en", "it", "de"]
    func document(_ order: [String]) -> [UInt8] {
      let titles = ["<title>T</title>"] + order.map { "<title xml:lang=\"\($0)\">\($0)</title>" }
      return Array("<card xml:lang=\"fr\">\(titles.joined())</card>".utf8)
    }
    #expect(rules.laidOut(document(languages.shuffled(using: &generator))) == rules.laidOut(document(languages)))
  }
}
