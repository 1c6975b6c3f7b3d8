/// The elements inside an element, in order; nothing is copied, and each step is O(1) past the text in between.
package struct ChildElements: Collection, Sendable {
  let tree: MarkupTree
  private let first: Int

  /// A place among siblings.
  package struct Index: Comparable, Sendable {
    let node: Int

    package static func < (a: Index, b: Index) -> Bool { a.node < b.node }
  }

  init(tree: MarkupTree, first: Int) {
    self.tree = tree
    self.first = Self.element(at: first, in: tree)
  }

  package var startIndex: Index { Index(node: first) }
  package var endIndex: Index { Index(node: .max) }

  package subscript(index: Index) -> Element { Element(tree: tree, index: index.node) }

  package func index(after index: Index) -> Index {
    Index(node: Self.element(at: Int(tree.nodes[index.node].nextSibling), in: tree))
  }

  /// The first element at this node or after it among its siblings.
  private static func element(at node: Int, in tree: MarkupTree) -> Int {
    var node = node
    while node >= 0, tree.nodes[node].name < 0 { node = Int(tree.nodes[node].nextSibling) }
    return node < 0 ? .max : node
  }
}
