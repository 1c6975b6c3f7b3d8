import Bilingual
import Diagnostics
import Testing
import Validators

/// A title in the place of an identifier is answered with the identifier of what it is the title of.
struct TitleTests {
  private let programme = """
    <programme xmlns="urn:passerelle:1" id="small" xml:lang="fr"><title>Petit</title>
      <languages default="fr" fallback="fr en"/><issuer name="Acme" url="https://acme.example"/>
      <theme id="tools"><name>Outils numériques</name><name xml:lang="en">Digital tools</name></theme>
      <theme id="lead"><name>Conduire</name><name xml:lang="en">Leading</name></theme></programme>
    """
  private let framework = """
    <framework xmlns="urn:passerelle:1" id="digcomp-2" xml:lang="fr" levels="4" source="S" licence="CC0-1.0">
      <title>Cadre de compétences</title><level number="2"><name>Intermédiaire</name></level>
      <area code="1"><name>A</name><competence code="1.1"><name>Chercher l’information</name></competence></area>
    </framework>
    """

  private func module(_ id: String, theme: String, requires: String = "start", competence: String) -> String {
    """
    <module xmlns="urn:passerelle:1" id="\(id)" version="1.0.0" xml:lang="fr" theme="\(theme)" direction="mutual">
    <title>Premiers <em>pas</em></title><summary>S</summary><lifecycle status="published"/>
    <rights licence="CC-BY-4.0" holder="H"/><time minutes="30"/>
    <objectives><objective id="o1" for="senior" verb="apply"><statement>F</statement>
    <competence \(competence)/></objective></objectives>
    \(id == "start" ? "" : "<requires><passed module=\"\(requires)\"/></requires>")
    <session><activity id="a1" minutes="30" lead="both" mode="practice"><junior>M</junior><senior>F</senior></activity>
    </session><checks><check id="c1" for="o1" kind="observation" attested-by="junior"><criterion>V</criterion></check>
    </checks></module>
    """
  }

  private let known = "framework=\"digcomp-2\" code=\"1.1\" level=\"1\""

  private func findings(_ second: String) -> [Diagnostic] {
    let texts = [
      ("programme.xml", programme), ("framework.xml", framework),
      ("start.xml", module("start", theme: "tools", competence: known)), ("second.xml", second),
    ]
    let files = texts.map { WorkspaceFile(path: $0.0, bytes: Array($0.1.utf8)) }
    let found = validate(files, scope: .workspace).verdict.answeringTitles().findings
    return found.filter { ["UnknownReference", "MalformedValue"].contains($0.id.rawValue) }
  }

  @Test(arguments: [
    "Outils numériques", "outils numeriques", "OUTILS NUMÉRIQUES", "Digital tools", "outils-numeriques",
  ])
  func aThemesTitleLeadsToItsIdentifier(title: String) throws {
    let finding = try #require(findings(module("second", theme: title, competence: known)).first)
    let solution = try #require(finding.solutions.first)
    #expect(solution.replacements.map(\.text) == ["tools"])
    let called = title == "Digital tools" ? title : "Outils numériques"
    #expect(
      solution.summary
        == Wording(
          en: "write ‘tools’, which is called ‘\(called)’",
          fr: "écrire «\u{A0}tools\u{A0}», l’identifiant de «\u{A0}\(called)\u{A0}»"))
  }

  @Test func aTitleThatIsMisspeltIsUnderstood() {
    let found = findings(module("second", theme: "Outil numérique", competence: known))
    #expect(found.first?.solutions.first?.replacements.map(\.text) == ["tools"])
  }

  @Test(arguments: [
    ("Cadre de compétences", "1.1", "1", "digcomp-2"), ("digcomp-2", "Chercher l'information", "1", "1.1"),
    ("digcomp-2", "chercher-l-information", "1", "1.1"), ("digcomp-2", "1.1", "intermédiaire", "2"),
  ])
  func titlesInFrameworksLeadToCodes(framework: String, code: String, level: String, meant: String) {
    let competence = "framework=\"\(framework)\" code=\"\(code)\" level=\"\(level)\""
    let found = findings(module("second", theme: "tools", competence: competence))
    #expect(found.first?.solutions.first?.replacements.map(\.text) == [meant])
  }

  @Test func aModulesTitleLeadsToItsIdentifier() {
    let found = findings(module("second", theme: "tools", requires: "Premiers pas", competence: known))
    // Its own title is the same; the other module stands first.
    #expect(found.first?.solutions.prefix(2).flatMap(\.replacements).map(\.text) == ["start", "second"])
  }

  /// Where no title is meant, the findings stay as they were made.
  @Test func otherFindingsStayAsTheyAre() throws {
    for text in [module("second", theme: "tolls", competence: known), module("second", theme: "", competence: known)] {
      let files = [("programme.xml", programme), ("second.xml", text)].map {
        WorkspaceFile(path: $0.0, bytes: Array($0.1.utf8))
      }
      let verdict = validate(files, scope: .workspace).verdict
      #expect(!verdict.findings.isEmpty && verdict.answeringTitles().findings == verdict.findings)
    }
  }
}
