import Foundation
import Testing

/// The organisation's own rules, run by `check` as the programme names them.
@Suite(.timeLimit(.minutes(30)))
struct HouseRuleTests {
  private static let rules = """
    <schema xmlns="http://purl.oclc.org/dsdl/schematron" xml:lang="fr">
      <title>Règles d’Acme</title>
      <ns prefix="p" uri="urn:passerelle:1"/>
      <phase id="strict"><active pattern="short"/></phase>
      <pattern id="short"><rule context="/p:module/p:time">
        <assert test="@minutes &lt;= 45" diagnostics="short-en">Une séance dure au plus 45 minutes.</assert>
      </rule></pattern>
      <pattern id="gentle"><rule context="/p:module/p:rights" role="warning">
        <assert test="@holder = 'Acme'">Les droits sont à Acme.</assert>
      </rule></pattern>
      <diagnostics>
        <diagnostic id="short-en" xml:lang="en">A session takes 45 minutes at most.</diagnostic>
      </diagnostics>
    </schema>
    """

  private func workspace(_ rules: String = rules, attributes: String = "") throws -> Workspace {
    let workspace = try Workspace()
    try workspace.write(rules, to: "acme.sch")
    try workspace.replace(
      "  <store", with: "  <house-rules href=\"acme.sch\"\(attributes)/>\n  <store", in: "programme.xml")
    try workspace.replace("<time minutes=\"45\"", with: "<time minutes=\"50\"", in: "modules/ld-listen.xml")
    try workspace.replace("minutes=\"5\"", with: "minutes=\"10\"", in: "modules/ld-listen.xml")
    return workspace
  }

  @Test(arguments: SnapshotTests.languages)
  func reportsLikeOurOwn(language: String) throws {
    var transcript = Transcript(try workspace(), language)
    try transcript.run("check modules/ld-listen.xml --now \(Workspace.now)")
    try transcript.run("check modules/ld-listen.xml --format json --now \(Workspace.now)")
    try transcript.run(
      "check modules/ld-listen.xml --severity house:short=warning --severity house:gentle=off --now \(Workspace.now)")
    try transcript.run("check --severity house:shirt=off --now \(Workspace.now)")
    try transcript.expectSnapshot("check-house-rules")
  }

  @Test func thePhaseIsTheProgrammesChoice() throws {
    let workspace = try workspace(attributes: " phase=\"strict\"")
    let ending = try workspace.run(["check", "modules/ld-listen.xml", "--now", Workspace.now])
    #expect(ending.output.contains("[house:short]") && !ending.output.contains("[house:gentle]"))
    // Plans do not ask for what an organisation asks for.
    #expect(try workspace.run(["plan", "--goal", "sm-netiquette"]).status == 0)
  }

  @Test func brokenAndMissingFilesAreFindings() throws {
    let broken = try workspace("<schema xmlns=\"http://purl.oclc.org/dsdl/schematron\"><pattern>")
    let ending = try broken.run(["check", "modules/ld-contract.xml", "--lang", "en", "--now", Workspace.now])
    #expect(ending.status == 1 && ending.output.contains("acme.sch:1:"), "\(ending.words)")
    #expect(ending.output.contains("[HouseRuleRefused]"))
    let missing = try workspace(attributes: "")
    try FileManager.default.removeItem(at: missing.url("acme.sch"))
    #expect(try missing.run(["check", "--now", Workspace.now]).output.contains("[ResourceMissing]"))
  }

  /// The rules that are shipped say nothing about the curricula that are shipped.
  @Test func theShippedRulesAreSilent() throws {
    let ending = try Program.run(
      ["check", "--now", Workspace.now], in: Program.package.appending(path: "Curricula").path)
    #expect(ending.status == 0 && ending.output.isEmpty, "\(ending.words)")
  }

  @Test func theShippedRulesFindWhatTheyAreFor() throws {
    let workspace = try Workspace()
    try workspace.replace(
      "  <store", with: "  <house-rules href=\"rules/house.sch\"/>\n  <store", in: "programme.xml")
    try workspace.replace("<ask from=\"senior\"", with: "<ask from=\"junior\"", in: "modules/ld-listen.xml")
    let ending = try workspace.run(["check", "--now", Workspace.now])
    #expect(ending.output.contains("[house:card-unused]"), "\(ending.words)")
  }
}
