import Glibc
import TaggedPages

/// A guilloche, such as old certificates have: the curve of a point within a circle that rolls in another.
struct Rosette {
  /// The middle.
  let x: Double
  /// The middle.
  let y: Double
  /// How far it reaches, in points.
  let radius: Double

  /// The curve (a hypotrochoid of 29 and 12), drawn once, as short straight lines.
  var path: PagePath {
    let (large, small, arm) = (29.0, 12.0, 11.0)
    let scale = radius / (large - small + arm)
    let steps = 960
    var path = PagePath()
    for step in 0...steps {
      let angle = Double(step) / Double(steps) * 12 * 2 * .pi
      let inner = (large - small) / small * angle
      let point = (
        x + scale * ((large - small) * cos(angle) + arm * cos(inner)),
        y + scale * ((large - small) * sin(angle) - arm * sin(inner))
      )
      if step == 0 {
        path.move(toX: point.0, y: point.1)
      } else {
        path.addLine(toX: point.0, y: point.1)
      }
    }
    return path
  }
}
