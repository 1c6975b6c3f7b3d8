/// How a text looks on a page.
package struct TextStyle: Hashable, Sendable {
  /// A family of Debian's `fonts-noto-core`, and what stands in for the scripts that it lacks: for Chinese, Japanese
  /// and Korean a family of `fonts-noto-cjk`, for any other what fontconfig finds.
  ///
  /// The families are named, since what fontconfig finds depends on what else is installed.
  package enum Family: String, Hashable, Sendable {
    /// For what is read.
    case sans = """
      Noto Sans,Noto Sans Arabic,Noto Sans Hebrew,Noto Sans Armenian,Noto Sans Georgian,Noto Sans Devanagari,\
      Noto Sans Thai,Noto Sans CJK JP
      """
    /// For what is looked at.
    case display = """
      Noto Serif Display,Noto Serif,Noto Naskh Arabic,Noto Serif Hebrew,Noto Serif Armenian,Noto Serif Georgian,\
      Noto Serif Devanagari,Noto Serif Thai,Noto Sans CJK JP
      """
  }

  /// The thickness of the strokes.
  package enum Weight: Hashable, Sendable {
    /// Of running text.
    case regular
    /// Of labels.
    case bold
  }

  /// Where the lines of a text stand within its width.
  package enum Alignment: Hashable, Sendable {
    /// At the left edge.
    case left
    /// In the middle.
    case centre
    /// At the right edge.
    case right
  }

  /// The family.
  package var family: Family
  /// The size in points.
  package var size: Double
  /// The thickness.
  package var weight: Weight
  /// The colour.
  package var ink: Colour
  /// Where its lines stand.
  package var alignment: Alignment
  /// Free space between letters, in points; none for scripts whose letters join.
  package var spacing: Double

  /// A style from its parts.
  package init(
    family: Family = .sans, size: Double, weight: Weight = .regular, ink: Colour, alignment: Alignment = .left,
    spacing: Double = 0
  ) {
    self.family = family
    self.size = size
    self.weight = weight
    self.ink = ink
    self.alignment = alignment
    self.spacing = spacing
  }

  /// The style in another size: this one times a factor.
  package func scaled(by factor: Double) -> TextStyle {
    var style = self
    style.size *= factor
    style.spacing *= factor
    return style
  }
}
