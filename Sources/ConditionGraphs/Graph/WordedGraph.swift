/// A graph in the words of one language, ready to be written in any form.
package struct WordedGraph: Sendable {
  /// The language of the words, as `xml:lang` writes it.
  package var language: String
  /// What the graph shows.
  package var title: String
  /// The same in a sentence or two, for those who cannot see it.
  package var summary: String
  /// The nodes.
  package var nodes: [Node]
  /// The edges, each with the places of its nodes.
  package var edges: [Edge]
  /// What the shapes mean, in the order in which they are explained.
  package var legend: [LegendEntry]

  /// A graph from its parts; edges name nodes that are there.
  package init(
    language: String, title: String, summary: String, nodes: [Node], edges: [Edge], legend: [LegendEntry]
  ) {
    self.language = language
    self.title = title
    self.summary = summary
    self.nodes = nodes
    self.edges = edges
    self.legend = legend
  }

  /// How a node looks.
  package enum Shape: String, Sendable, Encodable {
    /// Something to do.
    case module
    /// How many of several are asked for.
    case junction
    /// What somebody must be able to do.
    case competence
    /// A choice of modules.
    case group
    /// A sum of minutes or modules.
    case amount
    /// What is earned.
    case certificate
  }

  /// Where a node stands for a pair.
  package enum Mark: Hashable, Sendable {
    /// The pair has it.
    case done
    /// It is in the pair's plan, in the session of this number, where it is a module.
    case planned(session: Int?)
    /// It is neither.
    case aside
  }

  /// A node.
  package struct Node: Sendable {
    /// What programs call it.
    package var id: String
    /// How it looks.
    package var shape: Shape
    /// What it is.
    package var title: String
    /// What else is to be known of it; empty where nothing is.
    package var detail: String
    /// Where it stands for a pair; nil where none is shown.
    package var mark: Mark?
    /// The mark in words; empty where there is none.
    package var standing: String

    /// A node from its parts.
    package init(id: String, shape: Shape, title: String, detail: String, mark: Mark?, standing: String) {
      self.id = id
      self.shape = shape
      self.title = title
      self.detail = detail
      self.mark = mark
      self.standing = standing
    }
  }

  /// An edge from what is needed to what needs it.
  package struct Edge: Sendable {
    /// The place of the node that is needed.
    package var from: Int
    /// The place of the node that needs it.
    package var to: Int
    /// Whether the first teaches the second, as others may.
    package var teaches: Bool

    /// An edge from its parts.
    package init(from: Int, to: Int, teaches: Bool) {
      self.from = from
      self.to = to
      self.teaches = teaches
    }
  }

  /// What a shape or a mark means.
  package struct LegendEntry: Sendable {
    /// What is explained.
    package enum Sample: Sendable {
      /// A shape.
      case shape(Shape)
      /// A line from what teaches a competence.
      case teaching
      /// A mark.
      case mark(Mark)
    }

    /// What is explained.
    package var sample: Sample
    /// What it means.
    package var words: String

    /// An entry from its parts.
    package init(_ sample: Sample, _ words: String) {
      self.sample = sample
      self.words = words
    }
  }

  /// A node and what it needs, in words: for tools that read aloud.
  func spoken(_ place: Int) -> String {
    let node = nodes[place]
    return [node.title, node.detail, node.standing].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
