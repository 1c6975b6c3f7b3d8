import TaggedPages

/// The programme's sign, a footbridge: its deck, the arch below it and what holds the one on the other.
struct Footbridge {
  /// The width of the arch, in points.
  let span: Double

  /// How high it is.
  var height: Double { span * 0.25 }

  /// Draws it, the middle of the water line at a point.
  func draw(on canvas: borrowing PageCanvas, x: Double, y: Double, _ colour: Colour) {
    let left = x - span / 2
    let rise = span * 0.23
    let thickness = span / 70
    let deck = y - span * 0.065
    canvas.stroke(.arch(from: (left, y), to: (left + span, y), rise: rise), colour, thickness: thickness)
    var rest = PagePath.rectangle(
      x: left - span * 0.09, y: deck - thickness / 2, width: span * 1.18, height: thickness)
    for step in 2..<7 {
      let position = Double(step) / 8
      let top = y - rise * 4 * position * (1 - position)
      rest.addRectangle(x: left + span * position - 0.3, y: top, width: 0.6, height: deck - top)
    }
    canvas.fill(rest, colour)
  }
}
