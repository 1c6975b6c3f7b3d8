/// The elements inside an element, in order; nothing is copied, and each step is O(1).
package struct ChildElements: Collection, Sendable {
  private let tree: MarkupTree
  private let parent: Int

  /// A place among siblings.
  package struct Index: Comparable, Sendable {
    let element: Int

    package static func < (a: Index, b: Index) -> Bool { a.element < b.element }
  }

  init(of parent: Int, in tree: MarkupTree) {
    self.tree = tree
    self.parent = parent
  }

  package var startIndex: Index { Index(element: parent + 1) }
  package var endIndex: Index { Index(element: Int(tree.elements[parent].subtreeEnd)) }

  package subscript(index: Index) -> Element { Element(tree: tree, index: index.element) }

  package func index(after index: Index) -> Index { Index(element: Int(tree.elements[index.element].subtreeEnd)) }
}
