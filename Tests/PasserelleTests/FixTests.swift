import Foundation
import Testing

/// `check --fix`: what it writes, how, and what it leaves alone.
@Suite(.timeLimit(.minutes(30)))
struct FixTests {
  private static let module = "modules/ld-listen.xml"

  /// A module with two slips of the pen and a bare ampersand, which hides them at first.
  private static func spoil(_ text: String) -> String {
    text.replacing("<rights licence", with: "<rights licennce", maxReplacements: 1)
      .replacing("<summary>", with: "<summary>A & B ", maxReplacements: 1)
      .replacing("lead=\"both\"", with: "laed=\"both\"", maxReplacements: 1)
  }

  private static func mended(_ text: String) -> String {
    text.replacing("<summary>", with: "<summary>A &amp; B ", maxReplacements: 1)
  }

  private func check(_ workspace: Workspace, _ arguments: String...) throws -> Program.Ending {
    try workspace.run(["check", "--now", Workspace.now] + arguments)
  }

  private func text(_ workspace: Workspace) throws -> String {
    String(decoding: try workspace.bytes(Self.module), as: UTF8.self)
  }

  @Test func mendsRoundAfterRoundAndKeepsPermissions() throws {
    let workspace = try Workspace()
    let original = try text(workspace)
    #expect(original.contains("lead=\"both\""))
    try workspace.write(Self.spoil(original), to: Self.module)
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: workspace.url(Self.module).path)
    let before = try FileManager.default.contentsOfDirectory(atPath: workspace.url("modules").path).sorted()
    let ending = try check(workspace, "--fix", "--lang", "en")
    #expect(ending.status == 0 && ending.words.contains("3\u{A0}corrections in 1\u{A0}document"), "\(ending.words)")
    #expect(try text(workspace) == Self.mended(original))
    let attributes = try FileManager.default.attributesOfItem(atPath: workspace.url(Self.module).path)
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    #expect(try FileManager.default.contentsOfDirectory(atPath: workspace.url("modules").path).sorted() == before)
  }

  @Test(arguments: [String.Encoding.utf16LittleEndian, .utf16BigEndian, .isoLatin1, .utf8])
  func keepsEncodingMarkAndLineEnds(encoding: String.Encoding) throws {
    let workspace = try Workspace()
    let name = encoding == .isoLatin1 ? "ISO-8859-1" : encoding == .utf8 ? "UTF-8" : "UTF-16"
    let latin = try text(workspace).replacing("encoding=\"UTF-8\"", with: "encoding=\"\(name)\"")
      .replacing("’", with: "'").replacing("œ", with: "oe").replacing("…", with: "...").replacing("–", with: "-")
      .replacing("\n", with: "\r\n")
    let plain = String(latin.unicodeScalars.map { encoding == .isoLatin1 && $0.value > 255 ? "?" : Character($0) })
    let mark: [UInt8] =
      switch encoding {
      case .utf16LittleEndian: [0xFF, 0xFE]
      case .utf16BigEndian: [0xFE, 0xFF]
      case .utf8: [0xEF, 0xBB, 0xBF]
      default: []
      }
    let bytes = { (text: String) in Data(mark) + (text.data(using: encoding) ?? Data()) }
    try bytes(Self.spoil(plain)).write(to: workspace.url(Self.module))
    let ending = try check(workspace, "--fix", Self.module)
    #expect(ending.status == 0, "\(ending.words)")
    #expect(try workspace.bytes(Self.module) == bytes(Self.mended(plain)))
  }

  @Test func showsAndWritesNothing() throws {
    let workspace = try Workspace()
    try workspace.replace("<rights licence", with: "<rights licennce", in: Self.module)
    let before = try text(workspace)
    let ending = try check(workspace, "--fix", "--dry-run")
    #expect(ending.output.hasPrefix("--- \(Self.module)\n+++ \(Self.module)\n@@ "), "\(ending.words)")
    let changed = ending.output.split(separator: "\n").dropFirst(2).filter { $0.hasPrefix("-") || $0.hasPrefix("+") }
    #expect(changed.map { $0.contains("licennce") } == [true, false])
    #expect(try text(workspace) == before)
  }

  @Test func leavesWhatAPersonMustDecide() throws {
    let workspace = try Workspace()
    try workspace.replace("minutes=\"45\"", with: "minutes=\"46\"", in: Self.module)
    let before = try text(workspace)
    #expect(try check(workspace, "--fix").status == 1)
    #expect(try text(workspace) == before)
  }

  @Test func refusesReadOnlyFilesAndMendsTheOthers() throws {
    let workspace = try Workspace()
    for file in [Self.module, "modules/dt-passwords.xml"] {
      try workspace.replace("<rights licence", with: "<rights licennce", in: file)
    }
    let before = try text(workspace)
    let path = workspace.url(Self.module).path
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
    let ending = try check(workspace, "--fix", "--lang", "en")
    #expect(ending.status == 73 && ending.words.contains("\(Self.module) is read-only"), "\(ending.words)")
    #expect(try text(workspace) == before)
    let other = String(decoding: try workspace.bytes("modules/dt-passwords.xml"), as: UTF8.self)
    #expect(other.contains("<rights licence"))
  }

  @Test func symbolicLinksStay() throws {
    let workspace = try Workspace()
    try workspace.replace("<rights licence", with: "<rights licennce", in: Self.module)
    let link = workspace.url(Self.module)
    try FileManager.default.moveItem(at: link, to: workspace.url("real.txt"))
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: workspace.url("real.txt"))
    #expect(try check(workspace, "--fix").status == 0)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path).hasSuffix("real.txt"))
    #expect(String(decoding: try workspace.bytes("real.txt"), as: UTF8.self).contains("<rights licence"))
  }

  @Test func aDryRunAloneIsNothing() throws {
    try Workspace().refuses(
      "check --dry-run", 64, en: "--dry-run goes with --fix", fr: "--dry-run va avec --fix")
  }
}
