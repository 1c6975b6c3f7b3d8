package import CurriculumModel

/// The modules of a library without their texts, found by identifier.
package struct ModuleOutlines: Sendable {
  /// The outlines, in order of path.
  package let inOrder: [ModuleOutline]
  /// The place of each among them, the first of each identifier.
  package let places: [Identifier<Module>: Int]

  /// A table of outlines.
  package init(_ outlines: [ModuleOutline]) {
    inOrder = outlines
    places = Dictionary(
      outlines.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  /// The first outline of an identifier.
  package subscript(id: Identifier<Module>) -> ModuleOutline? { places[id].map { inOrder[$0] } }
}
