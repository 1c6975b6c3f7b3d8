import Bilingual
import CurriculumModel
import CurriculumReading
import Diagnostics
import Foundation
import Testing
import Validators

/// The shipped workspace, which must be silent.
struct ShippedCurriculaTests {
  @Test func nothingIsFoundInThem() throws {
    let files = try filesOfShippedCurricula()
    let validation = validate(
      files, scope: .workspace, today: CalendarDay(iso: "2026-11-23"),
      listing: WorkspaceListing(folder: "", files: Set(try pathsOfShippedCurricula())))
    let report = TextReport(sources: validation.sources, language: .en, style: .plain)
    #expect(validation.findings.isEmpty, "\(validation.findings.map(report.text(of:)).joined())")
    let library = try #require(validation.makeLibrary())
    #expect(library.modules.count >= 8)
    #expect(library.frameworks["digcomp-3.0"]?.competences.count == 21)
    #expect(library.frameworks["lifecomp-2020"]?.competences.count == 9)
    let holders = Set(library.curricula["digital-presence"]?.certificates.map(\.holder.rawValue) ?? [])
    #expect(holders == ["junior", "pair", "senior"])
  }

  @Test func theValuesAreThoseThatWereWritten() throws {
    let library = try #require(validate(try filesOfShippedCurricula(), scope: .workspace).makeLibrary())
    let module = try #require(library.modules["dt-passwords"])
    #expect(module.direction == .juniorToSenior)
    #expect(module.time.together == 45)
    #expect(module.activities.reduce(.zero) { $0 + $1.minutes } == 45)
    #expect(module.requires == .all([.leaf(.passed("ld-contract"))]))
    for activity in module.activities {
      for partner in Partner.allCases {
        let prose = try #require(activity.instructions[partner])
        #expect(prose[LanguageTag("fr")]?.isEmpty == false)
        #expect(prose[LanguageTag("en")]?.isEmpty == false)
      }
    }
  }
}

/// Every XML file of the repository's `Curricula`, in order of path.
func filesOfShippedCurricula() throws -> [WorkspaceFile] {
  try pathsOfShippedCurricula().filter { $0.hasSuffix(".xml") }.sorted().map { path in
    WorkspaceFile(path: path, bytes: Array(try Data(contentsOf: shippedCurricula.appending(path: path))))
  }
}

/// Every path of the repository's `Curricula`, folders among them.
private func pathsOfShippedCurricula() throws -> [String] {
  try #require(FileManager.default.subpaths(atPath: shippedCurricula.path(percentEncoded: false)))
}

private let shippedCurricula = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appending(path: "Curricula")
