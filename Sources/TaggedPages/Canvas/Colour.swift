/// A colour of sRGB.
package struct Colour: Hashable, Sendable {
  /// How much red, 0 to 1.
  package let red: Double
  /// How much green, 0 to 1.
  package let green: Double
  /// How much blue, 0 to 1.
  package let blue: Double

  /// White, the colour of the sheet.
  package static let white = Colour(red: 1, green: 1, blue: 1)

  /// Black, the colour of codes.
  package static let black = Colour(red: 0, green: 0, blue: 0)

  /// A colour from its parts, each 0 to 1.
  package init(red: Double, green: Double, blue: Double) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// The colour mixed with white: itself at 1, white at 0.
  package func tint(_ strength: Double) -> Colour {
    func mixed(_ part: Double) -> Double { 1 - (1 - part) * strength }
    return Colour(red: mixed(red), green: mixed(green), blue: mixed(blue))
  }
}
