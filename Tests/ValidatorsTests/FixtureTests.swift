import Diagnostics
import Foundation
import Testing
import Validators

/// Each rule's fixtures: `<RuleID>/<case>-error.xml`, `-warning.xml` or `-valid.xml`.
///
/// A fixture is one document, read beside the small workspace below. ⟦ and ⟧ mark the place of each finding; any
/// finding that is not marked, and any mark without its finding, fails the test.
struct FixtureTests {
  @Test(arguments: fixtures)
  func findsExactlyWhatIsMarked(path: String) throws {
    let text = String(decoding: try Data(contentsOf: fixtureFolder.appending(path: path)), as: UTF8.self)
    let (plain, marks) = withoutMarks(text)
    let ruleID = String(path.prefix { $0 != "/" })
    let kind = path.contains("-error") ? "error" : path.contains("-warning") ? "warning" : "valid"
    #expect(marks.isEmpty == (kind == "valid"), "a valid fixture has no marks, any other has some")
    let files = surroundings.filter { !replaces(plain, $0.bytes) } + [WorkspaceFile(path: path, bytes: plain)]
    let validation = validate(files, scope: .workspace)
    let found = validation.findings.map { finding in
      "\(finding.id) \(finding.severity.rawValue) \(validation.sources[finding.span.source].path) \(finding.span.utf8)"
    }
    #expect(found == marks.map { "\(ruleID) \(kind) \(path) \($0)" })
  }

  /// Every rule has a bad fixture and its nearest good neighbour.
  @Test(arguments: ruleIDs)
  func hasFixturesBothWays(ruleID: String) {
    let own = fixtures.filter { $0.hasPrefix(ruleID + "/") }
    #expect(own.contains { !$0.hasSuffix("-valid.xml") })
    #expect(own.contains { $0.hasSuffix("-valid.xml") })
  }
}

private let fixtureFolder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

private let fixtures: [String] =
  FileManager.default.subpaths(atPath: fixtureFolder.path(percentEncoded: false))?
  .filter { $0.hasSuffix(".xml") }.sorted() ?? []

/// The characters without marks, and the ranges between them.
private func withoutMarks(_ text: String) -> ([UInt8], [Range<Int>]) {
  var bytes: [UInt8] = []
  var marks: [Range<Int>] = []
  var open: [Int] = []
  for scalar in text.unicodeScalars {
    switch scalar {
    case "⟦": open.append(bytes.count)
    case "⟧": if let start = open.popLast() { marks.append(start..<bytes.count) }
    default: bytes += Array(String(scalar).utf8)
    }
  }
  return (bytes, marks.sorted { $0.lowerBound < $1.lowerBound })
}

/// Whether a fixture is itself a document of this kind and stands in the place of ours.
private func replaces(_ fixture: [UInt8], _ own: [UInt8]) -> Bool {
  let text = String(decoding: fixture, as: UTF8.self)
  return text.contains("<programme") && String(decoding: own, as: UTF8.self).contains("<programme")
    && !text.contains("<!-- beside another programme -->")
}

/// A workspace in French and English with two themes, two frameworks, two modules and a card.
private let surroundings: [WorkspaceFile] = [
  (
    "programme.xml",
    """
    <programme xmlns="urn:passerelle:1" id="small" xml:lang="fr">
      <title>Petit</title><title xml:lang="en">Small</title>
      <languages default="fr" fallback="fr en"/>
      <issuer name="Acme" url="https://acme.example"/>
      <theme id="tools"><name>Outils</name><name xml:lang="en">Tools</name></theme>
      <theme id="lead"><name>Conduire</name><name xml:lang="en">Leading</name></theme>
    </programme>
    """
  ),
  (
    "frameworks/levelled.xml",
    """
    <framework xmlns="urn:passerelle:1" id="levelled-1" xml:lang="fr" levels="8" source="S" licence="CC0-1.0">
      <title>À niveaux</title><title xml:lang="en">Levelled</title>
      <competence code="1.1"><name>Chercher</name><name xml:lang="en">Searching</name></competence>
      <competence code="1.2"><name>Trier</name><name xml:lang="en">Sorting</name></competence>
    </framework>
    """
  ),
  (
    "frameworks/plain.xml",
    """
    <framework xmlns="urn:passerelle:1" id="plain-1" xml:lang="fr" source="S" licence="CC0-1.0">
      <title>Sans niveaux</title><title xml:lang="en">Plain</title>
      <competence code="A"><name>Écouter</name><name xml:lang="en">Listening</name></competence>
    </framework>
    """
  ),
  ("modules/start.xml", smallModule(id: "start", teaches: "level=\"2\"")),
  ("modules/second.xml", smallModule(id: "second", teaches: "level=\"3\"", requires: "<passed module=\"start\"/>")),
  (
    "cards/sheet.xml",
    """
    <card xmlns="urn:passerelle:1" id="sheet" xml:lang="fr"><title>Fiche</title><title xml:lang="en">Sheet</title>
      <body><p>Un.</p></body><body xml:lang="en"><p>One.</p></body></card>
    """
  ),
].map { WorkspaceFile(path: $0.0, bytes: Array($0.1.utf8)) }

private func smallModule(id: String, teaches level: String, requires: String = "") -> String {
  """
  <module xmlns="urn:passerelle:1" id="\(id)" version="1.0.0" xml:lang="fr" theme="tools" direction="junior-to-senior">
    <title>T</title><title xml:lang="en">T</title><summary>S</summary><summary xml:lang="en">S</summary>
    <lifecycle status="published"/><rights licence="CC-BY-4.0" holder="H"/><time minutes="30"/>
    <objectives><objective id="o1" for="senior" verb="apply"><statement>F</statement><statement xml:lang="en">D</statement>
      <competence framework="levelled-1" code="1.1" \(level)/></objective></objectives>
    \(requires.isEmpty ? "" : "<requires>\(requires)</requires>")
    <session><activity id="a1" minutes="30" lead="junior" mode="practice"><junior>M</junior><junior xml:lang="en">S</junior>
      <senior>F</senior><senior xml:lang="en">D</senior></activity></session>
    <checks><check id="c1" for="o1" kind="observation" attested-by="junior"><criterion>V</criterion>
      <criterion xml:lang="en">T</criterion></check></checks>
  </module>
  """
}
