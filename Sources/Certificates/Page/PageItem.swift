import TaggedPages

/// One thing in the flow of a certificate's page, from top to bottom.
struct PageItem: Hashable, Sendable {
  /// Its text.
  var text: String
  /// How the text looks.
  var style: TextStyle
  /// What it is in the document's structure: a title, a heading, a paragraph, or an item of a list.
  var element: StructureElement
  /// Where it stands.
  var column: Column = .full
  /// Free space above it in points, unless it is the first of its page.
  var spaceAbove: Double
  /// The heading to its left, for what stands in the column of values.
  var label: String?
  /// The heading to its left where the item comes first on a later page, away from its group's label.
  var continuationLabel: String?
  /// The columns of a certificate.
  enum Column: Hashable, Sendable {
    /// The whole width.
    case full
    /// The middle of it.
    case narrow
    /// To the right of the labels.
    case values
  }

  /// The item with everything that has a size in another one.
  func scaled(by factor: Double) -> PageItem {
    var item = self
    item.style = style.scaled(by: factor)
    item.spaceAbove *= factor
    return item
  }
}
