/// Lines, curves and boxes on a page, in points from its top left corner.
package struct PagePath: Hashable, Sendable {
  /// A place on a page.
  package struct Point: Hashable, Sendable {
    /// To the right of the left edge.
    package let x: Double
    /// Below the top edge.
    package let y: Double
  }

  enum Step: Hashable, Sendable {
    case move(x: Double, y: Double)
    case line(x: Double, y: Double)
    case curve(Point, Point, Point)
    case rectangle(x: Double, y: Double, width: Double, height: Double)
  }

  private(set) var steps: [Step] = []

  /// A path with nothing in it.
  package init() {}

  /// A box.
  package static func rectangle(x: Double, y: Double, width: Double, height: Double) -> PagePath {
    var path = PagePath()
    path.addRectangle(x: x, y: y, width: width, height: height)
    return path
  }

  /// The curve through three points of a parabola: both ends and, between them, the top.
  package static func arch(from start: (x: Double, y: Double), to end: (x: Double, y: Double), rise: Double) -> PagePath
  {
    let third = (end.x - start.x) / 3
    let lift = rise * 4 / 3
    var path = PagePath()
    path.move(toX: start.x, y: start.y)
    path.addCurve(
      by: (start.x + third, start.y - lift), (end.x - third, end.y - lift), to: (end.x, end.y))
    return path
  }

  /// The dark ones of squares in rows as boxes, one for each run in a row.
  static func squares(_ squares: [Bool], columns: Int, x: Double, y: Double, edge: Double) -> PagePath {
    var path = PagePath()
    for (row, start) in stride(from: 0, to: squares.count, by: columns).enumerated() {
      var column = 0
      while column < columns {
        let first = column
        while column < columns, squares[start + column] { column += 1 }
        if column > first {
          path.addRectangle(
            x: x + Double(first) * edge, y: y + Double(row) * edge, width: Double(column - first) * edge, height: edge)
        }
        column += 1
      }
    }
    return path
  }

  /// Begins a new line at a point.
  package mutating func move(toX x: Double, y: Double) {
    steps.append(.move(x: x, y: y))
  }

  /// Adds a straight line to a point.
  package mutating func addLine(toX x: Double, y: Double) {
    steps.append(.line(x: x, y: y))
  }

  /// Adds a Bézier curve by two points to a third.
  package mutating func addCurve(
    by first: (x: Double, y: Double), _ second: (x: Double, y: Double), to end: (x: Double, y: Double)
  ) {
    steps.append(
      .curve(Point(x: first.x, y: first.y), Point(x: second.x, y: second.y), Point(x: end.x, y: end.y)))
  }

  /// Adds a box.
  package mutating func addRectangle(x: Double, y: Double, width: Double, height: Double) {
    steps.append(.rectangle(x: x, y: y, width: width, height: height))
  }
}
