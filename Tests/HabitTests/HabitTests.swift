import Foundation
import Testing

/// Habits of the project that a machine can hold: each says what a reader may rely on.
struct HabitTests {
  /// Modules that come with the toolchain.
  private static let toolchain: Set<String> = [
    "Dispatch", "Foundation", "FoundationEssentials", "Glibc", "Testing", "Synchronization", "XCTest",
    "PackageDescription",
  ]

  /// SwiftPM lets a target import what its dependencies depend on; we do not.
  @Test(arguments: try DeclaredTarget.all())
  func targetsImportOnlyWhatTheyDeclare(target: DeclaredTarget) throws {
    for (path, text) in try Checkout.swiftFiles(below: target.folder) {
      for match in text.matches(
        of: /(?m)^(?:@\w+ )?(?:(?:package|public|internal|private|fileprivate) )?import (?:\w+ )?(\w+)/)
      {
        let module = String(match.1)
        #expect(target.dependencies.contains(module) || Self.toolchain.contains(module), "\(path) imports \(module)")
      }
    }
  }

  @Test func everyTargetIsFoundInTheManifest() throws {
    let names = Set(try DeclaredTarget.all().map(\.name))
    #expect(names.isSuperset(of: ["Markup", "Validators", "PathPlanning", "Certificates", "passerelle", "HabitTests"]))
    #expect(try DeclaredTarget.all().first { $0.name == "Markup" }?.dependencies.contains("CLibXML2") == true)
    #expect(try DeclaredTarget.all().first { $0.name == "Validators" }?.dependencies.contains("Crypto") == true)
  }

  @Test func cLibrariesAndGRDBHaveOneImporterEach() throws {
    for (module, owner) in [
      ("CLibXML2", "Markup"), ("CPangoCairo", "TaggedPages"), ("CQPDF", "TaggedPages"), ("CQRencode", "QRCodes"),
      ("CZBar", "QRCodes"), ("GRDB", "SQLiteRecords"), ("CPostgreSQL", "PostgreSQLRecords"),
      ("CZlib", "Certificates"), ("CClp", "LinearProgramming"), ("CGraphviz", "ConditionGraphs"),
      ("CICal", "SessionCalendars"),
    ] {
      let importers = try DeclaredTarget.all().filter {
        $0.dependencies.contains(module) && !$0.folder.hasPrefix("Tests")
      }
      #expect(importers.map(\.name) == [owner])
    }
  }

  @Test func onlyValidatorsMakeALibrary() throws {
    let makers = try Checkout.swiftFiles(below: "Sources").filter {
      $0.text.contains("Library(\n    foundSound") || $0.text.contains("Library(foundSound")
    }
    #expect(makers.map(\.path) == [])
    #expect(try Checkout.swiftFiles(below: "Validators").contains { $0.text.contains("foundSound:") })
  }

  @Test(arguments: ["Sources", "Validators"])
  func sourcesKeepTheirForm(folder: String) throws {
    for (path, text) in try Checkout.swiftFiles(below: folder) {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count <= 301, "\(path) has \(lines.count) lines")
      for pattern in ["try!", "as!", "fatalError(", "@unchecked Sendable", "nonisolated(unsafe)", "TODO", "FIXME"] {
        #expect(!text.contains(pattern), "\(path) holds \(pattern)")
      }
    }
  }

  @Test func noFolderHasANameThatSaysNothing() throws {
    let empty: Set<String> = ["Utils", "Utilities", "Helpers", "Common", "Misc", "Shared", "Core", "Support", "Kit"]
    for folder in ["Sources", "Validators", "Tests"] {
      for (path, _) in try Checkout.swiftFiles(below: folder) {
        #expect(empty.isDisjoint(with: path.split(separator: "/").map(String.init)), "\(path)")
      }
    }
  }

  @Test func everyLibraryTargetHasALandingPage() throws {
    for target in try DeclaredTarget.all() where !target.folder.hasPrefix("Tests") {
      let isC = FileManager.default.fileExists(
        atPath: Checkout.root.appending(path: target.folder + "/module.modulemap").path)
      guard !isC, target.name != "passerelle" else { continue }
      let text = try Checkout.text(of: "\(target.folder)/\(target.name).docc/\(target.name).md")
      #expect(text.hasPrefix("# ``\(target.name)``\n"))
      #expect(text.contains("\n## Invariants\n\n- "), "\(target.name)")
      let sources = try Checkout.swiftFiles(below: target.folder).map(\.text).joined(separator: "\n")
      let symbols = text.matches(of: /``(\w+)(?:\(([^)]*)\))?``/).dropFirst()
      #expect(!symbols.isEmpty, "\(target.name)")
      for symbol in symbols {
        let declared = try Regex("(?:struct|enum|protocol|class|actor|func) \(symbol.1)\\b")
        #expect(sources.contains(declared), "\(target.name): \(symbol.0)")
        for label in (symbol.2 ?? "").split(separator: ":") where label != "_" {
          let parameter = try Regex("func \(symbol.1)\\([^)]*\\b\(label)\\b")
          #expect(sources.contains(parameter), "\(target.name): \(symbol.0)")
        }
      }
    }
  }

  @Test func formattingIsClean() throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.currentDirectoryURL = Checkout.root
    process.arguments = [
      "swift", "format", "lint", "--strict", "--parallel", "-r", "Package.swift", "Sources", "Tests", "Validators",
    ]
    let output = Pipe()
    process.standardError = output
    process.standardOutput = output
    try process.run()
    let findings = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(findings.prefix(2000))")
  }
}
