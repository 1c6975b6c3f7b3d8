extension WordedGraph {
  /// The graph in Graphviz's language, to be laid out and changed by whoever likes.
  package var dot: String {
    var lines = [
      "digraph \(quoted(title)) {",
      "  graph [rankdir=LR, label=\(quoted(title)), labelloc=t, fontname=\"sans-serif\"];",
      "  node [shape=box, style=rounded, fontname=\"sans-serif\", fontsize=11];",
      "  edge [arrowsize=0.7];",
    ]
    for node in nodes {
      let label = [node.title, node.detail, node.standing].filter { !$0.isEmpty }
      let text = label.map { quotedInside($0) }.joined(separator: "\\n")
      let attributes = (["label=\"\(text)\""] + look(of: node)).joined(separator: ", ")
      lines.append("  \(quoted(node.id)) [\(attributes)];")
    }
    for edge in edges {
      let style = edge.teaches ? " [style=dashed, arrowhead=open]" : ""
      lines.append("  \(quoted(nodes[edge.from].id)) -> \(quoted(nodes[edge.to].id))\(style);")
    }
    return (lines + ["}"]).joined(separator: "\n") + "\n"
  }

  private func look(of node: Node) -> [String] {
    let shape: [String] =
      switch node.shape {
      case .module: []
      case .junction: ["shape=oval", "style=solid", "fontsize=9", "margin=0.02", "height=0.2"]
      case .competence: ["shape=hexagon", "style=solid"]
      case .group: ["shape=box", "peripheries=2"]
      case .amount: ["shape=note", "style=solid"]
      case .certificate: ["shape=tab", "style=bold"]
      }
    switch node.mark {
    case .done: return shape + ["style=filled", "fillcolor=gray85"]
    case .planned: return shape + ["penwidth=2.5"]
    case .aside: return shape + ["style=dashed"]
    case nil: return shape
    }
  }

  private func quoted(_ text: String) -> String { "\"\(quotedInside(text))\"" }

  private func quotedInside(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
  }
}
