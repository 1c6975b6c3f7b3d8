import Foundation
import Testing

/// `format` as people run it: what it writes, names and leaves alone.
@Suite(.timeLimit(.minutes(30)))
struct FormatTests {
  private static let untidy = """
    <?xml version="1.0"?>
    <card   xml:lang="fr" id="tidy"  xmlns="urn:passerelle:1"><title>Un  titre</title><title xml:lang="en">A title</title>
    <body><p>a</p></body><body xml:lang="en"><p>a</p></body></card>
    """
  private static let tidy = """
    <?xml version="1.0"?>
    <card xmlns="urn:passerelle:1" id="tidy" xml:lang="fr">
      <title>Un titre</title>
      <title xml:lang="en">A title</title>
      <body>
        <p>a</p>
      </body>
      <body xml:lang="en">
        <p>a</p>
      </body>
    </card>

    """

  @Test func whatIsUntidyIsNamedShownAndWritten() throws {
    let workspace = try Workspace()
    try workspace.succeed("format")
    #expect(try workspace.run(["format", "--check"]).status == 0)
    try workspace.write(Self.untidy, to: "cards/tidy.xml")
    let before = try workspace.contents
    let check = try workspace.run(["format", "--check"])
    #expect(check.status == 1)
    #expect(check.output == "cards/tidy.xml\n")
    let shown = try workspace.run(["format", "--dry-run"])
    #expect(shown.status == 0)
    #expect(shown.output.contains("+  <title>Un titre</title>"))
    #expect(try workspace.run(["format", "--check", "--dry-run"]).status == 64)
    #expect(try workspace.contents == before)
    try workspace.succeed("format", "modules")
    #expect(try workspace.contents == before)
    try workspace.succeed("format")
    #expect(String(decoding: try workspace.bytes("cards/tidy.xml"), as: UTF8.self) == Self.tidy)
    #expect(try workspace.run(["format", "--check"]).status == 0)
  }

  @Test func encodingAndLineEndsStay() throws {
    let workspace = try Workspace()
    let titled = Self.untidy.replacing("Un  titre", with: "L’été")
    let utf16 =
      Data([0xFF, 0xFE]) + titled.replacing("\n", with: "\r\n").utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    try utf16.write(to: workspace.url("cards/tidy.xml"))
    try workspace.succeed("format", "cards/tidy.xml")
    let expected = Self.tidy.replacing("Un titre", with: "L’été").replacing("\n", with: "\r\n")
    let written = try workspace.bytes("cards/tidy.xml")
    #expect(written == Data([0xFF, 0xFE]) + expected.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
  }

  @Test func whatCannotBeReadIsSaidAndTheRestIsDone() throws {
    let workspace = try Workspace()
    try workspace.write(Self.untidy, to: "cards/tidy.xml")
    try workspace.write("<card><title></card>", to: "cards/broken.xml")
    try workspace.write("<other>  <a/></other>", to: "cards/other.xml")
    let ending = try workspace.run(["format"])
    #expect(ending.status == 1)
    #expect(ending.words.contains("[NotWellFormed]"))
    #expect(String(decoding: try workspace.bytes("cards/tidy.xml"), as: UTF8.self) == Self.tidy)
    #expect(String(decoding: try workspace.bytes("cards/broken.xml"), as: UTF8.self) == "<card><title></card>")
    #expect(String(decoding: try workspace.bytes("cards/other.xml"), as: UTF8.self) == "<other>  <a/></other>")
  }

  @Test func theShippedCurriculaStayInCanonicalLayout() throws {
    let ending = try Program.run(
      ["format", "--check"], in: Program.package.appending(path: "Curricula").path, environment: [:])
    #expect(ending.status == 0, "\(ending.output)")
  }
}
