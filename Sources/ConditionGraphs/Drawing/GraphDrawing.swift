internal import Synchronization

/// Graphviz keeps what it does in variables of its own, so graphs are laid out one at a time.
private let layingOut = Mutex(())

extension WordedGraph {
  /// The graph as a picture, laid out by Graphviz; throws where it cannot be laid out.
  ///
  /// Everything is said by shape, line and words; colour says nothing alone. The picture names itself and each of its nodes
  /// to tools that read aloud, in the graph's language, and follows the reader's choice of light or dark.
  package func svg() throws -> String {
    let boxes = nodes.map(NodeBox.init)
    let placement = try layingOut.withLock { _ in
      try Placement(of: boxes.map(\.size), between: edges.map { ($0.from, $0.to) })
    }
    var drawing = GraphDrawing(graph: self, boxes: boxes, placement: placement)
    return drawing.drawn()
  }
}

/// The drawing of a graph that is laid out.
private struct GraphDrawing {
  let graph: WordedGraph
  let boxes: [NodeBox]
  let placement: Placement
  private var lines: [String] = []

  private let margin = 24.0
  private let head = 46.0

  init(graph: WordedGraph, boxes: [NodeBox], placement: Placement) {
    self.graph = graph
    self.boxes = boxes
    self.placement = placement
  }

  mutating func drawn() -> String {
    let legend = DrawnLegend(graph.legend, width: max(placement.size.width, 420))
    let width = max(placement.size.width, 420, textWidth(graph.title, size: 18)) + 2 * margin
    let height = placement.size.height + head + legend.height + 2 * margin
    lines = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(shown(width))\" height=\"\(shown(height))\" "
        + "viewBox=\"0 0 \(shown(width)) \(shown(height))\" role=\"graphics-document\" lang=\"\(graph.language)\" "
        + "xml:lang=\"\(graph.language)\" aria-labelledby=\"title\" aria-describedby=\"summary\">",
      "<title id=\"title\">\(escaped(graph.title))</title>", "<desc id=\"summary\">\(escaped(graph.summary))</desc>",
      GraphStyle.text, "<rect class=\"page\" width=\"100%\" height=\"100%\"/>",
      "<text class=\"heading\" x=\"\(shown(margin))\" y=\"\(shown(margin + 18))\">\(escaped(graph.title))</text>",
      "<g transform=\"translate(\(shown(margin)) \(shown(margin + head)))\">",
    ]
    for (place, edge) in graph.edges.enumerated() { draw(edge, along: placement.lines[place]) }
    for place in graph.nodes.indices { draw(place) }
    lines.append("</g>")
    let top = placement.size.height + head + margin + 14
    lines.append("<g transform=\"translate(\(shown(margin)) \(shown(top)))\" aria-hidden=\"true\">")
    lines += legend.lines
    lines += ["</g>", "</svg>"]
    return lines.joined(separator: "\n") + "\n"
  }

  private mutating func draw(_ edge: WordedGraph.Edge, along points: [Placement.Point]) {
    guard points.count >= 4 else { return }
    var path = "M\(shown(points[0]))"
    for index in stride(from: 1, to: points.count - 2, by: 3) {
      path += " C\(shown(points[index])) \(shown(points[index + 1])) \(shown(points[index + 2]))"
    }
    let isAside = [edge.from, edge.to].contains { graph.nodes[$0].mark == .aside }
    let classes = ["edge", edge.teaches ? "teaches" : nil, isAside ? "far" : nil].compactMap(\.self)
    lines.append("<path class=\"\(classes.joined(separator: " "))\" d=\"\(path)\" marker-end=\"url(#arrow)\"/>")
  }

  private mutating func draw(_ place: Int) {
    let node = graph.nodes[place]
    let box = boxes[place]
    let centre = placement.centres[place]
    let needed = graph.edges.filter { $0.to == place }.map { graph.nodes[$0.from].title }
    let standing =
      switch node.mark {
      case .done: " done"
      case .planned: " planned"
      case .aside: " aside"
      case nil: ""
      }
    let spoken = graph.spoken(place) + (needed.isEmpty ? "" : " ← " + needed.joined(separator: " + "))
    lines.append(
      "<g class=\"\(node.shape.rawValue)\(standing)\" role=\"graphics-symbol\" aria-label=\"\(escaped(spoken))\" "
        + "transform=\"translate(\(shown(centre.x - box.size.width / 2)) \(shown(centre.y - box.size.height / 2)))\">")
    lines.append("<title>\(escaped(spoken))</title>")
    lines += outline(of: node.shape, size: box.size)
    drawText(box, isJunction: node.shape == .junction)
    if node.mark == .done { lines += tick(at: box.size.width) }
    lines.append("</g>")
  }

  private mutating func drawText(_ box: NodeBox, isJunction: Bool) {
    let middle = shown(box.size.width / 2)
    if isJunction {
      lines.append("<text class=\"small\" x=\"\(middle)\" y=\"15\">\(escaped(box.title.joined(separator: " ")))</text>")
      return
    }
    var y = NodeBox.padding + 12
    for line in box.title {
      lines.append("<text x=\"\(middle)\" y=\"\(shown(y))\">\(escaped(line))</text>")
      y += NodeBox.titleStep
    }
    y -= 2
    for line in box.detail {
      lines.append("<text class=\"small\" x=\"\(middle)\" y=\"\(shown(y))\">\(escaped(line))</text>")
      y += NodeBox.detailStep
    }
  }

  private func tick(at x: Double) -> [String] {
    [
      "<circle class=\"badge\" cx=\"\(shown(x - 2))\" cy=\"2\" r=\"9\"/>",
      "<path class=\"tick\" d=\"M\(shown(x - 6)) 2 l3 3.5 l6 -7\"/>",
    ]
  }
}

/// The outline of a shape whose box begins at the origin.
func outline(of shape: WordedGraph.Shape, size: Placement.Size) -> [String] {
  let (width, height) = (size.width, size.height)
  let box = "width=\"\(shown(width))\" height=\"\(shown(height))\""
  switch shape {
  case .module: return ["<rect class=\"box\" \(box) rx=\"7\"/>"]
  case .junction: return ["<rect class=\"box\" \(box) rx=\"\(shown(height / 2))\"/>"]
  case .group:
    let inner = "x=\"3.5\" y=\"3.5\" width=\"\(shown(width - 7))\" height=\"\(shown(height - 7))\""
    return ["<rect class=\"box\" \(box) rx=\"3\"/>", "<rect class=\"inner\" \(inner) rx=\"1\"/>"]
  case .amount:
    return [
      "<path class=\"box\" d=\"M0 0 H\(shown(width - 10)) L\(shown(width)) 10 V\(shown(height)) H0 Z\"/>",
      "<path class=\"inner\" d=\"M\(shown(width - 10)) 0 V10 H\(shown(width))\"/>",
    ]
  case .competence:
    return [
      "<path class=\"box\" d=\"M11 0 H\(shown(width - 11)) L\(shown(width)) \(shown(height / 2)) "
        + "L\(shown(width - 11)) \(shown(height)) H11 L0 \(shown(height / 2)) Z\"/>"
    ]
  case .certificate:
    return [
      "<path class=\"ribbon\" d=\"M\(shown(width - 20)) \(shown(height - 4)) v14 l6 -4 l6 4 v-14 z\"/>",
      "<rect class=\"box\" \(box)/>",
      "<circle class=\"seal\" cx=\"\(shown(width - 14))\" cy=\"\(shown(height - 4))\" r=\"7\"/>",
    ]
  }
}

/// A number with no more digits than a pixel needs.
func shown(_ number: Double) -> String {
  let tenths = Int((number * 10).rounded())
  return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
}

private func shown(_ point: Placement.Point) -> String { "\(shown(point.x)) \(shown(point.y))" }

/// Characters as they stand in XML.
func escaped(_ text: String) -> String {
  text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    .replacing("\"", with: "&quot;")
}
