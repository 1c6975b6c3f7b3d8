import Bilingual
import CurriculumModel
import Diagnostics
import Foundation
import Testing
import Validators

/// Each rule's fixtures: `<RuleID>/<case>-error.xml`, `-warning.xml` or `-valid.xml`.
///
/// A fixture is one document, or a folder of several, read beside the small workspace below. ⟦ and ⟧ mark the place of each finding; any
/// finding that is not marked, and any mark without its finding, fails the test.
struct FixtureTests {
  @Test(arguments: fixtures)
  func findsExactlyWhatIsMarked(fixture: String) throws {
    let ruleID = String(fixture.prefix { $0 != "/" })
    let kind = fixture.hasSuffix("-error") ? "error" : fixture.hasSuffix("-warning") ? "warning" : "valid"
    let (files, marks) = try workspace(of: fixture)
    #expect(marks.isEmpty == (kind == "valid"), "a valid fixture has no marks, any other has some")
    let validation = validated(files)
    let found = validation.findings.map { finding in
      "\(finding.id) \(finding.severity.rawValue) \(validation.sources[finding.span.source].path) \(finding.span.utf8)"
    }
    #expect(found == marks.map { "\(ruleID) \(kind) \($0)" })
  }

  /// Where the likeliest remedy holds edits, they mend the finding and bring no other.
  @Test(arguments: fixtures.filter { !$0.hasSuffix("-valid") })
  func mendsWhatItOffersToMend(fixture: String) throws {
    let files = try workspace(of: fixture).files
    let validation = validated(files)
    for finding in validation.findings {
      guard let edits = finding.solutions.first?.replacements, !edits.isEmpty else { continue }
      let mended = validated(files.map { applying(edits, to: $0, validation.sources) }).findings
      #expect(mended.count < validation.findings.count, "\(mended.map(\.summary.en))")
    }
  }

  /// Every rule has a bad fixture and its nearest good neighbour.
  @Test(arguments: ruleIDs)
  func hasFixturesBothWays(ruleID: String) {
    let own = fixtures.filter { $0.hasPrefix(ruleID + "/") }
    #expect(own.contains { !$0.hasSuffix("-valid") })
    #expect(own.contains { $0.hasSuffix("-valid") })
  }
}

private let fixtureFolder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

private let fixturePaths: [String] =
  FileManager.default.subpaths(atPath: fixtureFolder.path(percentEncoded: false))?
  .filter { $0.hasSuffix(".xml") }.sorted() ?? []

/// Each fixture's rule and case: the path of its document without `.xml`, or of its folder.
private let fixtures: [String] = Set(
  fixturePaths.map { path in path.dropLast(4).split(separator: "/").prefix(2).joined(separator: "/") }
).sorted()

private func documents(of fixture: String) -> [String] {
  fixturePaths.filter { $0 == fixture + ".xml" || $0.hasPrefix(fixture + "/") }
}

/// The fixture's documents within the small workspace, without marks, and the places marked.
private func workspace(of fixture: String) throws -> (files: [WorkspaceFile], marks: [String]) {
  var files = surroundings
  var marked: [String] = []
  for path in documents(of: fixture) {
    let text = String(decoding: try Data(contentsOf: fixtureFolder.appending(path: path)), as: UTF8.self)
    let (plain, marks) = withoutMarks(text)
    files = files.filter { !replaces(plain, $0.bytes) } + [WorkspaceFile(path: path, bytes: plain)]
    marked += marks.map { "\(path) \($0)" }
  }
  return (files, marked)
}

private func validated(_ files: [WorkspaceFile]) -> Validation {
  validate(
    files, scope: .workspace, today: CalendarDay(iso: "2026-11-23"),
    listing: WorkspaceListing(
      folder: "", files: Set(files.map(\.path) + otherFiles),
      sizes: ["images/logo.png": 65_536, "images/large.png": 65_537]),
    recorded: RecordedTexts(["recorded": [SemanticVersion(1, 0, 0): ["before"]]]) { _ in "now" })
}

/// A document with the edits that concern it, the last place first.
private func applying(
  _ edits: [Diagnostic.Solution.Replacement], to file: WorkspaceFile, _ sources: Sources
) -> WorkspaceFile {
  var bytes = file.bytes
  let own = edits.filter { sources[$0.span.source].path == file.path }
  for edit in own.sorted(by: { $0.span > $1.span }) {
    bytes.replaceSubrange(edit.span.utf8, with: Array(edit.text.utf8))
  }
  return WorkspaceFile(path: file.path, bytes: bytes)
}

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

/// Files of the workspace that are no documents.
private let otherFiles = [
  "ResourceMissing/guide.md", "guide.pdf", "images/big screen.png", "images/screen.png",
  "images/logo.png", "images/logo.svg", "images/large.png",
]

/// A workspace in French and English with two themes, two frameworks, two modules, a card and a curriculum that
/// offers every module about tools in sessions of an hour.
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
  (
    "curricula/tools.xml",
    """
    <curriculum xmlns="urn:passerelle:1" id="all-tools" version="1" xml:lang="fr">
      <title>Outils</title><title xml:lang="en">Tools</title>
      <rhythm minutes="60" every-weeks="2" sessions="6"/>
      <group id="any-tool" at-least-minutes="30" theme="tools"/>
    </curriculum>
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
