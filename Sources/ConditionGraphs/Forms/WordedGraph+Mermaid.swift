extension WordedGraph {
  /// The graph as a Mermaid flow chart, which many wikis and code hosts draw.
  package var mermaid: String {
    var lines = ["---", "title: \(jsonQuoted(title))", "---", "flowchart LR"]
    for (place, node) in nodes.enumerated() {
      let label = [node.title, node.detail, node.standing].filter { !$0.isEmpty }.map(escaped)
        .joined(separator: "<br/>")
      let (open, close) = brackets(of: node.shape)
      lines.append("  n\(place)\(open)\"\(label)\"\(close)")
    }
    for edge in edges { lines.append("  n\(edge.from) \(edge.teaches ? "-.->" : "-->") n\(edge.to)") }
    let classes: [(name: String, style: String, isMeant: (Mark) -> Bool)] = [
      ("done", "fill:#ddd,stroke:#333,color:#000", { $0 == .done }),
      ("planned", "stroke-width:3px", { if case .planned = $0 { true } else { false } }),
      ("aside", "stroke-dasharray:4 3", { $0 == .aside }),
    ]
    for (name, style, isMeant) in classes {
      let places = nodes.indices.filter { nodes[$0].mark.map(isMeant) ?? false }
      guard !places.isEmpty else { continue }
      lines.append("  classDef \(name) \(style)")
      lines.append("  class \(places.map { "n\($0)" }.joined(separator: ",")) \(name)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func brackets(of shape: Shape) -> (String, String) {
    switch shape {
    case .module: ("(", ")")
    case .junction: ("([", "])")
    case .competence: ("{{", "}}")
    case .group: ("[[", "]]")
    case .amount: ("[/", "/]")
    case .certificate: ("[", "]")
    }
  }

  private func escaped(_ text: String) -> String {
    text.replacing("#", with: "#35;").replacing("&", with: "#amp;").replacing("\"", with: "#quot;")
      .replacing("<", with: "#lt;").replacing(">", with: "#gt;").replacing("`", with: "#96;")
  }

  private func jsonQuoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
