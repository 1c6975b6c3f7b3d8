import CGraphviz

/// Where boxes and the lines between them lie on a page, in pixels from its top left corner.
struct Placement {
  /// A place on the page.
  struct Point {
    var x: Double
    var y: Double
  }

  /// The width and height of a box.
  struct Size {
    var width: Double
    var height: Double
  }

  /// The page.
  private(set) var size = Size(width: 0, height: 0)
  /// The middle of each box.
  private(set) var centres: [Point]
  /// The control points of each line: a point, then three for each piece (cubic Bézier curves).
  private(set) var lines: [[Point]]

  /// Places boxes from left to right by Graphviz's `dot` (Gansner, Koutsofios, North and Vo 1993).
  ///
  /// The same boxes and lines lie in the same places wherever the same Graphviz runs. Graphviz keeps what it does in
  /// variables of its own: not for two threads at a time.
  init(of boxes: [Size], between edges: [(from: Int, to: Int)]) throws {
    centres = Array(repeating: Point(x: 0, y: 0), count: boxes.count)
    lines = Array(repeating: [], count: edges.count)
    let text = try GraphvizRun(Self.source(boxes, edges)).plain()
    var waiting = Dictionary(
      edges.enumerated().map { ("n\($1.from) n\($1.to)", $0) }, uniquingKeysWith: { first, _ in first })
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ")
      func number(_ place: Int) -> Double { words.count > place ? Double(words[place]) ?? 0 : 0 }
      func point(_ place: Int) -> Point {
        Point(x: number(place) * Self.scale, y: size.height - number(place + 1) * Self.scale)
      }
      switch words.first {
      case "graph":
        size = Size(width: number(2) * Self.scale, height: number(3) * Self.scale)
      case "node":
        guard let place = words.dropFirst().first.flatMap({ Int($0.dropFirst()) }), boxes.indices.contains(place) else {
          continue
        }
        centres[place] = point(2)
      case "edge":
        guard words.count > 3, let place = waiting.removeValue(forKey: "\(words[1]) \(words[2])") else { continue }
        lines[place] = (0..<Int(number(3))).map { point(4 + 2 * $0) }
      default: continue
      }
    }
  }

  /// Pixels in an inch, in which Graphviz reckons.
  private static let scale = 72.0

  private static func source(_ boxes: [Size], _ edges: [(from: Int, to: Int)]) -> String {
    var lines = [
      "digraph {", "graph [rankdir=LR, nodesep=0.22, ranksep=0.7];",
      "node [shape=box, fixedsize=true, label=\"\"];", "edge [arrowhead=none];",
    ]
    for (place, box) in boxes.enumerated() {
      lines.append("n\(place) [width=\(box.width / scale), height=\(box.height / scale)];")
    }
    lines += edges.map { "n\($0.from) -> n\($0.to);" }
    return (lines + ["}"]).joined(separator: "\n")
  }
}

/// Why a graph could not be laid out.
package struct DrawingFailure: Error {
  /// What did not work.
  package let message: String
}

/// A graph in Graphviz's hands.
@safe private struct GraphvizRun: ~Copyable {
  private let context: OpaquePointer
  private let graph: UnsafeMutablePointer<Agraph_t>

  init(_ source: String) throws {
    agseterr(AGERR)
    guard let context = unsafe gvContext() else { throw DrawingFailure(message: "gvContext") }
    guard let graph = unsafe source.withCString({ unsafe agmemread($0) }) else {
      unsafe gvFreeContext(context)
      throw DrawingFailure(message: "agmemread")
    }
    unsafe self.context = unsafe context
    unsafe self.graph = unsafe graph
  }

  /// The places of everything, in Graphviz's plain form.
  func plain() throws -> String {
    guard unsafe gvLayout(context, graph, "dot") == 0 else { throw DrawingFailure(message: "gvLayout") }
    defer { unsafe gvFreeLayout(context, graph) }
    var data: UnsafeMutablePointer<CChar>?
    var length: UInt32 = 0
    guard unsafe gvRenderData(context, graph, "plain", &data, &length) == 0, let data = unsafe data else {
      throw DrawingFailure(message: "gvRenderData")
    }
    defer { unsafe gvFreeRenderData(data) }
    return unsafe String(cString: data)
  }

  deinit {
    unsafe agclose(graph)
    unsafe gvFreeContext(context)
  }
}
