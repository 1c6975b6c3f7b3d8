#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A colour of sRGB as programmes write it: `#12566a`.
package struct PageColour: Hashable, Sendable, CustomStringConvertible {
  /// How much red, 0 to 255.
  package let red: Int
  /// How much green, 0 to 255.
  package let green: Int
  /// How much blue, 0 to 255.
  package let blue: Int

  /// A colour from its parts, each 0 to 255.
  package init(red: Int, green: Int, blue: Int) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// The colour that a text writes, or nil where it is not `#` and six hexadecimal digits.
  package init?(_ text: String) {
    guard text.utf8.count == 7, text.hasPrefix("#"), text.dropFirst().allSatisfy(\.isHexDigit),
      let number = Int(text.dropFirst(), radix: 16)
    else { return nil }
    self.init(red: number >> 16, green: number >> 8 & 0xFF, blue: number & 0xFF)
  }

  package var description: String {
    "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// The contrast ratio with white, in hundredths, rounded down (WCAG 2.2, "contrast ratio").
  package var contrastWithWhite: Int {
    let luminance = 0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
    return Int(1.05 / (luminance + 0.05) * 100)
  }

  /// The colour with each part a percentage of what it was.
  package func scaled(byPercent percent: Int) -> PageColour {
    PageColour(red: red * percent / 100, green: green * percent / 100, blue: blue * percent / 100)
  }

  private static func linear(_ part: Int) -> Double {
    let share = Double(part) / 255
    return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
  }
}
