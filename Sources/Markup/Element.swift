package import Diagnostics

/// An element of a tree.
package struct Element: Sendable {
  let tree: MarkupTree
  let index: Int

  private var record: NodeRecord { tree.nodes[index] }

  /// The name.
  package var name: QualifiedName { tree.names[Int(record.name)] }

  /// Where the name is written in the start tag.
  package var nameSpan: SourceSpan {
    let start = Int(record.start) + 1
    let prefixed = Int(record.prefixLength)
    return SourceSpan(tree.source, start..<(start + prefixed + name.local.utf8.count))
  }

  /// The start tag.
  package var tagSpan: SourceSpan { SourceSpan(tree.source, Int(record.start)..<Int(record.startEnd)) }

  /// The whole element, end tag included.
  package var span: SourceSpan { SourceSpan(tree.source, Int(record.start)..<Int(record.end)) }

  /// What stands between the tags.
  package var contentSpan: SourceSpan {
    let lower = min(Int(record.startEnd), Int(record.end))
    let upper = record.startEnd == record.end ? lower : max(lower, Int(record.endTagStart))
    return SourceSpan(tree.source, lower..<upper)
  }

  /// The element around this one.
  package var parent: Element? {
    record.parent < 0 ? nil : Element(tree: tree, index: Int(record.parent))
  }

  /// The attributes in the order in which they are written, namespace declarations left out.
  package var attributes: [Attribute] {
    let record = record
    return (record.firstAttribute..<(record.firstAttribute + record.attributeCount)).map {
      tree.attribute(at: Int($0))
    }
  }

  /// The attribute of this local name: one without a namespace, or `lang` for `xml:lang`.
  package subscript(attribute local: String) -> Located<String>? {
    let record = record
    for index in Int(record.firstAttribute)..<Int(record.firstAttribute + record.attributeCount)
    where tree.names[Int(tree.attributes[index].name)].local == local {
      return tree.attribute(at: index).value
    }
    return nil
  }

  /// What stands inside, in order.
  package var children: [Node] {
    var nodes: [Node] = []
    var next = Int(record.firstChild)
    while next >= 0 {
      let child = tree.nodes[next]
      if child.name >= 0 {
        nodes.append(.element(Element(tree: tree, index: next)))
      } else {
        nodes.append(.text(Located(child.text, at: SourceSpan(tree.source, Int(child.start)..<Int(child.startEnd)))))
      }
      next = Int(child.nextSibling)
    }
    return nodes
  }

  /// The elements inside, in order.
  package var elements: ChildElements {
    ChildElements(tree: tree, first: Int(record.firstChild))
  }

  /// The elements of this local name inside, in order.
  package func elements(named local: String) -> [Element] {
    elements.filter { $0.isNamed(local) }
  }

  /// Whether this is the local name.
  package func isNamed(_ local: String) -> Bool {
    tree.names[Int(record.name)].local == local
  }

  /// The first element of this local name inside.
  package func first(_ local: String) -> Element? {
    var next = Int(record.firstChild)
    while next >= 0 {
      let child = tree.nodes[next]
      if child.name >= 0, tree.names[Int(child.name)].local == local { return Element(tree: tree, index: next) }
      next = Int(child.nextSibling)
    }
    return nil
  }
}

extension MarkupTree {
  func attribute(at index: Int) -> Attribute {
    let record = attributes[index]
    return Attribute(
      name: names[Int(record.name)],
      value: Located(record.value, at: SourceSpan(source, Int(record.valueStart)..<Int(record.valueEnd))),
      nameSpan: SourceSpan(source, Int(record.nameStart)..<Int(record.nameEnd)))
  }
}
