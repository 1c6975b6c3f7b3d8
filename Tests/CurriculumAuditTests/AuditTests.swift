import Bilingual
import CurriculumAudit
import Diagnostics
import Foundation
import Testing
import Validators

/// Each audit's fixtures: `<ID>/<case>-warning.xml` or `-valid.xml`.
///
/// A fixture is one document or a folder of several, which take the place of documents of `Surroundings` with the same
/// identifier. ⟦ and ⟧ mark the place of each finding.
struct AuditTests {
  @Test(arguments: fixtures)
  func findsExactlyWhatIsMarked(fixture: String) throws {
    let ruleID = String(fixture.prefix { $0 != "/" })
    let (files, marks) = try workspace(of: fixture)
    #expect(marks.isEmpty == fixture.hasSuffix("-valid"))
    let validation = validate(files, scope: .workspace)
    #expect(validation.findings.map(\.summary.en) == [])
    let found = audit(validation).map { finding in
      "\(finding.id) \(finding.severity.rawValue) \(validation.sources[finding.span.source].path) \(finding.span.utf8)"
    }
    #expect(found == marks.map { "\(ruleID) warning \($0)" })
  }

  /// Where the likeliest remedy holds edits, they mend the finding.
  @Test(arguments: fixtures.filter { !$0.hasSuffix("-valid") })
  func mendsWhatItOffersToMend(fixture: String) throws {
    let files = try workspace(of: fixture).files
    let validation = validate(files, scope: .workspace)
    for finding in audit(validation) {
      guard let edit = finding.solutions.first?.replacements.first else { continue }
      let path = validation.sources[edit.span.source].path
      let mended = files.map { file in
        guard file.path == path else { return file }
        var bytes = file.bytes
        bytes.replaceSubrange(edit.span.utf8, with: Array(edit.text.utf8))
        return WorkspaceFile(path: path, bytes: bytes)
      }
      #expect(audit(validate(mended, scope: .workspace)).map(\.summary.en) == [])
    }
  }

  @Test func everyAuditHasItsPageAndFixturesBothWays() {
    #expect(auditIDs == Diagnostic.ID.ofAudit.map(\.rawValue))
    for id in auditIDs {
      #expect(manualPage(on: id) != nil)
      #expect(fixtures.contains { $0.hasPrefix(id + "/") && $0.hasSuffix("-warning") })
      #expect(fixtures.contains { $0.hasPrefix(id + "/") && $0.hasSuffix("-valid") })
    }
  }

  @Test func theSameLibraryHasTheSameFindingsWhateverTheOrderOfItsFiles() throws {
    for fixture in fixtures {
      let files = try workspace(of: fixture).files
      let there = audit(validate(files, scope: .workspace)).map(\.summary.en).sorted()
      #expect(audit(validate(files.reversed(), scope: .workspace)).map(\.summary.en).sorted() == there)
    }
  }

  @Test func whatIsNotSoundOrTooLargeIsLeftAlone() throws {
    let files = try workspace(of: "MilestoneOutOfReach/first-session-warning").files
    #expect(audit(validate(files, scope: .documents)).isEmpty)
    let broken = files + [WorkspaceFile(path: "x.xml", bytes: Array("<module".utf8))]
    #expect(audit(validate(broken, scope: .workspace)).isEmpty)
    let start = try #require(files.first { $0.path.hasSuffix("start.xml") })
    let many = (0...mostModules).map { number in
      WorkspaceFile(
        path: "m\(number).xml",
        bytes: Array(
          String(decoding: start.bytes, as: UTF8.self).replacing("id=\"start\"", with: "id=\"m\(number)\"").utf8)
      )
    }
    #expect(audit(validate(files + many, scope: .workspace)).isEmpty)
  }
}

private let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

private let paths: [String] =
  FileManager.default.subpaths(atPath: folder.path(percentEncoded: false))?.filter { $0.hasSuffix(".xml") }.sorted()
  ?? []

private let fixtures: [String] = Set(
  paths.filter { !$0.hasPrefix("Surroundings/") }.map { path in
    path.dropLast(4).split(separator: "/").prefix(2).joined(separator: "/")
  }
).sorted()

private func workspace(of fixture: String) throws -> (files: [WorkspaceFile], marks: [String]) {
  var files: [String: WorkspaceFile] = [:]
  var marks: [String] = []
  let own = paths.filter { $0 == fixture + ".xml" || $0.hasPrefix(fixture + "/") }
  for path in paths.filter({ $0.hasPrefix("Surroundings/") }) + own {
    let text = String(decoding: try Data(contentsOf: folder.appending(path: path)), as: UTF8.self)
    let plain = text.replacing("⟦", with: "").replacing("⟧", with: "")
    let id = plain.firstMatch(of: /id="([^"]+)"/).map { String($0.1) } ?? path
    files[id] = WorkspaceFile(path: path, bytes: Array(plain.utf8))
    if let open = text.range(of: "⟦"), let close = text.range(of: "⟧") {
      let start = text[..<open.lowerBound].utf8.count
      marks.append("\(path) \(start..<(start + text[open.upperBound..<close.lowerBound].utf8.count))")
    }
  }
  return (files.values.sorted { $0.path < $1.path }, marks)
}
