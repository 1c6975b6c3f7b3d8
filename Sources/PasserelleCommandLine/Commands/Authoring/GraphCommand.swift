import ArgumentParser
import Bilingual
import ConditionGraphs
import CurriculumModel
import DomainWords
import FoundationEssentials
import ProgrammeModel
import Stationery

/// `graph [ID]`: the conditions of a library, a curriculum or a module, as a picture or in the words of other tools.
struct GraphCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    about(
      "graph", en: "Draw what must come before what: as SVG, DOT or Mermaid.",
      fr: "Dessiner ce qui doit précéder quoi\u{A0}: en SVG, DOT ou Mermaid.")
  }

  /// How a graph is written.
  enum Form: String, CaseIterable, ExpressibleByArgument {
    /// A picture, laid out.
    case svg
    /// Graphviz's language.
    case dot
    /// A Mermaid flow chart.
    case mermaid
    /// For programs.
    case json
  }

  @Argument(
    help: help(
      en: "A curriculum or a module; the whole library where there is none.",
      fr: "Un parcours ou un module\u{202F}; toute la bibliothèque s’il n’y en a pas.", value: .id))
  var id: String?

  @Option(
    help: help(
      en: "A pair, whose progress and plan are drawn over its curriculum.",
      fr: "Un binôme, dont l’avancement et le plan se superposent à son parcours.", value: .pair))
  var pair: String?

  @Option(help: help(en: "How to write it.", fr: "Forme de la sortie.", value: .form))
  var format: Form = .svg

  @OptionGroup var product: OutputOptions
  @OptionGroup var workspace: LedgerOptions
  @OptionGroup var clock: ClockOptions

  func run() throws {
    let open = try OpenWorkspace(workspace)
    let layer = try pair.map { try PairLayer($0, in: open, at: clock.moment) }
    let (graph, subject) = try subject(of: open, layer)
    let worded = GraphWords(
      FactWords(workspace: open), layer: layer.map { layer in { (layer.mark(of: $0), layer.standing($0)) } }
    ).worded(graph, titled: subject)
    let text: String
    switch format {
    case .dot: text = worded.dot
    case .mermaid: text = worded.mermaid
    case .json: text = try JSONOutput.text(GraphRecord(worded)) + "\n"
    case .svg:
      do {
        text = try worded.svg()
      } catch {
        throw CommandFailure(
          .inputOutput,
          Wording(
            en: "Graphviz could not lay the graph out (\(error))",
            fr: "Graphviz n’a pas pu disposer le graphe (\(error))"),
          remedies: [Wording(en: "write it with --format dot", fr: "l’écrire avec --format dot")])
      }
    }
    try product.write(Array(text.utf8))
    if let output = product.output {
      Conversation.hint(said(en: "written to \(output)", fr: "écrit dans \(output)"))
    }
  }

  /// The graph that is asked for, and what it is of.
  private func subject(of open: OpenWorkspace, _ layer: PairLayer?) throws -> (ConditionGraph, String) {
    let library = open.library
    guard let id = id ?? layer?.pair.curriculum.rawValue else {
      return (
        ConditionGraph(in: library),
        said(en: "What comes before what: the whole library", fr: "Ce qui précède quoi\u{A0}: toute la bibliothèque")
      )
    }
    if let curriculum = library.curricula[Identifier(id)] {
      let title = open.words(curriculum.title)
      guard let layer else { return (ConditionGraph(of: curriculum, in: library), title) }
      return (
        ConditionGraph(of: curriculum, in: library),
        said(en: "\(title): the pair \(layer.pair.id)", fr: "\(title)\u{A0}: le binôme \(layer.pair.id)")
      )
    }
    if let module = library.modules[Identifier(id)] {
      return (
        ConditionGraph(of: [module.id], in: library),
        said(
          en: "What comes before \(spokenLanguage.quote(open.words(module.title)))",
          fr: "Ce qui précède \(spokenLanguage.quote(open.words(module.title)))")
      )
    }
    throw unknown(
      Wording(en: "curriculum or module", fr: "de parcours ni de module"), id,
      among: library.curricula.keys.map(\.rawValue) + library.modules.keys.map(\.rawValue),
      called: open.curriculumTitles + open.moduleTitles)
  }
}

/// A graph as programs read it.
private struct GraphRecord: Encodable {
  let title: String
  let nodes: [Node]
  let edges: [Edge]

  struct Node: Encodable {
    let id: String
    let kind: WordedGraph.Shape
    let title: String
    let detail: String
    @OrNull var state: String?
    @OrNull var session: Int?
  }

  struct Edge: Encodable {
    let from: String
    let to: String
    let teaches: Bool
  }

  init(_ graph: WordedGraph) {
    title = graph.title
    nodes = graph.nodes.map { node in
      let (state, session): (String?, Int?) =
        switch node.mark {
        case .done: ("done", nil)
        case .planned(let session): ("planned", session)
        case .aside: ("aside", nil)
        case nil: (nil, nil)
        }
      return Node(
        id: node.id, kind: node.shape, title: node.title, detail: node.detail, state: state, session: session)
    }
    edges = graph.edges.map { Edge(from: graph.nodes[$0.from].id, to: graph.nodes[$0.to].id, teaches: $0.teaches) }
  }
}
