import Bilingual
import Diagnostics
import Foundation
import HouseRules
import Markup
import Testing

/// Each feature of ISO Schematron that is read: `Fixtures/FEATURE/rules.sch` finds nothing in `pass.xml`, and exactly what
/// ⟦ and ⟧ mark in `fail.xml`.
struct FixtureTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

  static let features =
    (try? FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)).sorted()) ?? []

  private static func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appending(path: path)), as: UTF8.self)
  }

  @Test(arguments: features)
  func findsExactlyWhatIsMarked(feature: String) throws {
    let other = (try? Self.text(feature + "/other.xml")).map { ("other.xml", $0) }
    for name in ["pass.xml", "fail.xml"] {
      let (document, marks) = unmarked(try Self.text("\(feature)/\(name)"))
      let checked = try check(
        try Self.text(feature + "/rules.sch"), [(name, document)] + (other.map { [$0] } ?? []),
        phase: feature == "phase" ? "publish" : nil)
      #expect(checked.rules.isEmpty, "\(checked.rules.map(\.summary.en))")
      #expect(checked.found.map(\.span.utf8) == marks, "\(name)")
      #expect(checked.found.isEmpty == (name == "pass.xml"))
      #expect(checked.found.allSatisfy { $0.severity == (feature == "role" ? .warning : .error) })
    }
  }

  @Test func thereIsAFixtureForEachFeature() {
    #expect(Self.features.count >= 13)
  }
}

/// What rules find in documents, and what is wrong with the rules.
func check(
  _ rules: String, _ documents: [(path: String, text: String)], phase: String? = nil, stepLimit: Int? = nil
) throws -> (found: [Diagnostic], rules: [Diagnostic]) {
  let file = SourceID(index: documents.count)
  let wanted = phase.map { Located($0, at: SourceSpan(file, 0..<0)) }
  let (set, faults) = readHouseRules(Array(rules.utf8), as: file, phase: wanted, name: "house")
  var reader = MarkupReader(grammar: nil)
  let queried = try documents.enumerated().map { index, document in
    let read = reader.readToQuery(Array(document.text.utf8), as: SourceID(index: index))
    return (document.path, try #require(read))
  }
  let findings = (faults + (set.map { run($0, on: queried, stepLimit: stepLimit) } ?? [])).inReadingOrder()
  return (findings.filter { $0.span.source != file }, findings.filter { $0.span.source == file })
}

/// A text without ⟦ and ⟧, and the ranges of bytes between them.
func unmarked(_ text: String) -> (text: String, marks: [Range<Int>]) {
  var plain = ""
  var marks: [Range<Int>] = []
  var start = 0
  for scalar in text.unicodeScalars {
    switch scalar {
    case "⟦": start = plain.utf8.count
    case "⟧": marks.append(start..<plain.utf8.count)
    default: plain.unicodeScalars.append(scalar)
    }
  }
  return (plain, marks)
}
