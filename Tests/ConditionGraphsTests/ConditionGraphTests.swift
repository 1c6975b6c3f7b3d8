import ConditionGraphs
import CurriculumModel
import Diagnostics
import Markup
import Testing
import Validators

/// Which nodes and edges a library's conditions make, and what is written of them.
struct ConditionGraphTests {
  /// A library from modules' conditions, in XML.
  private func library(_ conditions: [String: String], curriculum: String = "") throws -> Library {
    func text(_ name: String) -> String { "<\(name)>x</\(name)>" }
    var files = [
      WorkspaceFile(
        path: "programme.xml",
        bytes: Array(
          """
          <programme xmlns="urn:passerelle:1" id="p" xml:lang="en"><title>x</title><languages default="en"/>
          <issuer name="x" url="https://x.example"/><theme id="t"><name>x</name></theme></programme>
          """.utf8))
    ]
    for (id, requires) in conditions.sorted(by: { $0.key < $1.key }) {
      let module = """
        <module xmlns="urn:passerelle:1" id="\(id)" version="1.0.0" xml:lang="en" theme="t" direction="mutual">
        <title>Title of \(id)</title><summary>x</summary><lifecycle status="published"/>
        <rights licence="x" holder="x"/><time minutes="5"/>
        <objectives><objective id="o" for="both" verb="apply"><statement>x</statement></objective></objectives>
        \(requires.isEmpty ? "" : "<requires>\(requires)</requires>")
        <session><activity id="a" minutes="5" lead="both" mode="talk"><junior>x</junior><senior>x</senior></activity></session>
        <checks><check id="c" for="o" kind="observation" attested-by="both"><criterion>x</criterion></check></checks></module>
        """
      files.append(WorkspaceFile(path: "\(id).xml", bytes: Array(module.utf8)))
    }
    if !curriculum.isEmpty { files.append(WorkspaceFile(path: "curriculum.xml", bytes: Array(curriculum.utf8))) }
    return try #require(validate(files, scope: .workspace).makeLibrary())
  }

  private func edges(_ graph: ConditionGraph) -> [String] {
    graph.edges.map { "\(name($0.from)) > \(name($0.to))" }.sorted()
  }

  private func name(_ node: ConditionGraph.Node) -> String {
    switch node {
    case .module(let id): id.rawValue
    case .competence(let competence, _): competence.description
    case .junction(let number, let count, let parts): "#\(number) \(count)/\(parts)"
    case .group(let id): "group \(id)"
    case .amount: "amount"
    case .certificate(let id): "certificate \(id)"
    }
  }

  @Test func whatAModuleNeedsPointsAtIt() throws {
    let library = try library([
      "a": "", "b": "<passed module=\"a\"/>", "c": "<passed module=\"a\"/><passed module=\"b\"/>",
    ])
    #expect(edges(ConditionGraph(in: library)) == ["a > b", "a > c", "b > c"])
    #expect(edges(ConditionGraph(of: ["b"], in: library)) == ["a > b"])
  }

  @Test func alternativesMeetInAJunction() throws {
    let library = try library([
      "a": "", "b": "", "c": "",
      "d": """
      <any><passed module="a"/><all><passed module="b"/><passed module="c"/></all></any>
      <at-least n="2"><passed module="a"/><passed module="b"/><passed module="c"/></at-least>
      """,
    ])
    #expect(
      edges(ConditionGraph(in: library)) == [
        "#1 1/2 > d", "#2 2/2 > #1 1/2", "#3 2/3 > d", "a > #1 1/2", "a > #3 2/3", "b > #2 2/2", "b > #3 2/3",
        "c > #2 2/2", "c > #3 2/3",
      ])
  }

  @Test func whatAsksForAllOfItsPartsNeedsNoJunction() throws {
    let library = try library([
      "a": "", "b": "", "c": "<all><passed module=\"a\"/><any><passed module=\"b\"/></any></all>",
      "d": "<at-least n=\"2\"><passed module=\"a\"/><passed module=\"b\"/></at-least>",
    ])
    #expect(edges(ConditionGraph(in: library)) == ["a > c", "a > d", "b > c", "b > d"])
  }

  @Test func aCurriculumLeadsToItsGroupsAndCertificates() throws {
    let library = try library(
      ["a": "", "b": "<passed module=\"a\"/>", "c": ""],
      curriculum: """
        <curriculum xmlns="urn:passerelle:1" id="k" version="1" xml:lang="en"><title>x</title>
        <rhythm minutes="60" every-weeks="1" sessions="3"/><group id="g" at-least="1"><title>x</title>
        <module ref="b"/></group><certificate id="z" for="pair"><title>x</title><earned-when><passed group="g"/>
        <minutes at-least="5"/></earned-when></certificate></curriculum>
        """)
    let curriculum = try #require(library.curricula["k"])
    let graph = ConditionGraph(of: curriculum, in: library)
    #expect(edges(graph) == ["a > b", "amount > certificate z", "b > group g", "group g > certificate z"])
    #expect(!graph.nodes.contains(.module("c")))
    let impact = LibraryImpact(of: "a", in: library)
    #expect(impact.required == ["b"])
    #expect(impact.curricula.map(\.certificates) == [["z"]])
    #expect(impact.curricula.map(\.groups) == [[]])
    // Its minutes would count, but nothing in the curriculum names it.
    #expect(LibraryImpact(of: "c", in: library).curricula.isEmpty)
  }

  private static let odd = WordedGraph(
    language: "en", title: "A \"title\" <b>&amp;", summary: "x\\",
    nodes: [
      .init(
        id: "a\"b", shape: .module, title: "<script>alert(1)</script> \"#`", detail: "", mark: .done, standing: "passed"
      ),
      .init(id: "j", shape: .junction, title: "one of 2", detail: "", mark: nil, standing: ""),
      .init(
        id: "z", shape: .certificate, title: "Z & co", detail: "for the pair", mark: .planned(session: 2), standing: "s"
      ),
    ],
    edges: [.init(from: 0, to: 1, teaches: false), .init(from: 1, to: 2, teaches: true)],
    legend: [.init(.shape(.module), "module"), .init(.teaching, "teaches"), .init(.mark(.done), "done")])

  @Test func charactersThatMeanSomethingAreEscaped() throws {
    let svg = try Self.odd.svg()
    let root = try #require(Markup.read(Array(svg.utf8), as: SourceID(index: 0), grammar: nil).tree?.root)
    #expect(root.name.local == "svg")
    #expect(root[attribute: "lang"]?.value == "en")
    #expect(!svg.contains("<script>"))
    #expect(svg.contains("&lt;script&gt;"))
    #expect(Self.odd.dot.contains(##""a\"b" [label="<script>alert(1)</script> \"#`\npassed""##))
    #expect(!Self.odd.mermaid.contains("<script>"))
    #expect(Self.odd.mermaid.contains("n1 -.-> n2"))
  }

  @Test func theSameGraphIsTheSamePicture() throws {
    #expect(try Self.odd.svg() == Self.odd.svg())
  }

  @Test func everyNodeAndEdgeIsDrawnAndNamed() throws {
    let svg = try Self.odd.svg()
    #expect(svg.matches(of: /role="graphics-symbol"/).count == 3)
    #expect(svg.matches(of: /marker-end/).count == 3)
    #expect(svg.contains("aria-label=\"Z &amp; co, for the pair, s ← one of 2\""))
    #expect(svg.contains("class=\"tick\""))
  }
}
