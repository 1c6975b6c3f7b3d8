/// What shapes and marks mean, beneath a drawing: a sample and its words, side by side as far as the width goes.
struct DrawnLegend {
  /// The elements, from the legend's top left corner.
  private(set) var lines: [String] = []
  /// The height in pixels.
  private(set) var height = 0.0

  /// A legend of this width.
  init(_ entries: [WordedGraph.LegendEntry], width: Double) {
    guard !entries.isEmpty else { return }
    var x = 0.0
    var y = 8.0
    for entry in entries {
      let needed = 44 + textWidth(entry.words, size: 11.5) + 22
      if x > 0, x + needed > width {
        x = 0
        y += 28
      }
      lines.append("<g transform=\"translate(\(shown(x)) \(shown(y)))\">")
      lines += sample(entry.sample)
      lines.append("<text class=\"small legend\" x=\"44\" y=\"14\">\(escaped(entry.words))</text></g>")
      x += needed
    }
    height = y + 30
  }

  private func sample(_ sample: WordedGraph.LegendEntry.Sample) -> [String] {
    let size = Placement.Size(width: 34, height: 20)
    switch sample {
    case .shape(let shape): return ["<g class=\"\(shape.rawValue)\">"] + outline(of: shape, size: size) + ["</g>"]
    case .teaching: return ["<path class=\"edge teaches\" d=\"M0 10 H34\" marker-end=\"url(#arrow)\"/>"]
    case .mark(.done):
      return ["<g class=\"module done\">"] + outline(of: .module, size: size)
        + [
          "<circle class=\"badge\" cx=\"31\" cy=\"2\" r=\"7\"/><path class=\"tick\" d=\"M28 2 l2.4 2.8 l4.6 -5.4\"/></g>"
        ]
    case .mark(.planned): return ["<g class=\"module planned\">"] + outline(of: .module, size: size) + ["</g>"]
    case .mark(.aside): return ["<g class=\"module aside\">"] + outline(of: .module, size: size) + ["</g>"]
    }
  }
}
