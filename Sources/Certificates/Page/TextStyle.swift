/// How a text looks on a page.
struct TextStyle: Hashable, Sendable {
  /// A family of Debian's `fonts-noto-core`; fontconfig puts another in for the scripts that it lacks.
  enum Family: String, Hashable, Sendable {
    /// For what is read.
    case sans = "Noto Sans"
    /// For what is looked at.
    case display = "Noto Serif Display"
  }

  /// The thickness of the strokes.
  enum Weight: Hashable, Sendable {
    /// Of running text.
    case regular
    /// Of labels.
    case bold
  }

  /// A colour of the page.
  enum Ink: Hashable, Sendable {
    /// For text.
    case dark
    /// For what stands back.
    case muted
    /// The deep blue-green of titles and labels.
    case accent

    /// Red, green and blue, 0 to 1; each has a contrast of at least 4.5 to 1 with white.
    var components: (red: Double, green: Double, blue: Double) {
      switch self {
      case .dark: (0.11, 0.13, 0.15)
      case .muted: (0.36, 0.40, 0.43)
      case .accent: (0.07, 0.34, 0.40)
      }
    }
  }

  /// The family.
  var family: Family = .sans
  /// The size in points.
  var size: Double
  /// The thickness.
  var weight: Weight = .regular
  /// The colour.
  var ink: Ink = .dark

  /// The style in another size: this one times a factor.
  func scaled(by factor: Double) -> TextStyle {
    var style = self
    style.size *= factor
    return style
  }
}
