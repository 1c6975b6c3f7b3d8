internal import CLibXML2
package import Diagnostics

/// A document that can be asked in XPath, each of whose nodes knows its place.
///
/// A class, because the nodes that a question finds keep their document alive; libxml2's document is freed with it.
@safe package final class QueriedDocument {
  /// The document with exact places.
  package let tree: MarkupTree
  let document: xmlDocPtr

  /// Takes libxml2's document, made of the same characters as the tree, and numbers its elements in document order.
  init(tree: MarkupTree, taking document: xmlDocPtr) {
    self.tree = tree
    unsafe self.document = unsafe document
    var index = 0
    var next = unsafe xmlDocGetRootElement(document)
    while let node = unsafe next {
      if unsafe node.pointee.type == XML_ELEMENT_NODE {
        index += 1
        unsafe node.pointee._private = UnsafeMutableRawPointer(bitPattern: index)
      }
      unsafe next = unsafe Self.following(node)
    }
  }

  deinit {
    unsafe xmlFreeDoc(document)
  }

  /// The document's own node, above its root element.
  package var node: QueriedNode { unsafe QueriedNode(UnsafeMutableRawPointer(document), of: self) }

  /// The root element.
  package var root: QueriedNode? { unsafe xmlDocGetRootElement(document).map { unsafe QueriedNode($0, of: self) } }

  /// The next node in document order.
  private static func following(_ node: xmlNodePtr) -> xmlNodePtr? {
    if unsafe node.pointee.type == XML_ELEMENT_NODE, let child = unsafe node.pointee.children { return unsafe child }
    var node = unsafe node
    while true {
      if let next = unsafe node.pointee.next { return unsafe next }
      guard let parent = unsafe node.pointee.parent, unsafe parent.pointee.type == XML_ELEMENT_NODE else { return nil }
      unsafe node = unsafe parent
    }
  }
}

/// A node that a question found: an element, an attribute, a text or a whole document.
@safe package struct QueriedNode {
  /// Its document, kept alive.
  package let document: QueriedDocument
  let pointer: xmlNodePtr

  init(_ pointer: UnsafeMutableRawPointer, of document: QueriedDocument) {
    unsafe self.pointer = unsafe pointer.assumingMemoryBound(to: xmlNode.self)
    self.document = document
  }

  /// Where it is: an element's name, an attribute's value, the name of the element around anything else.
  package var span: SourceSpan {
    let root = document.tree.root
    guard unsafe pointer.pointee.type != XML_DOCUMENT_NODE else { return root.nameSpan }
    if unsafe pointer.pointee.type == XML_ELEMENT_NODE { return unsafe element(pointer)?.nameSpan ?? root.nameSpan }
    guard let parent = unsafe pointer.pointee.parent, let around = unsafe element(parent) else { return root.nameSpan }
    guard unsafe pointer.pointee.type == XML_ATTRIBUTE_NODE else { return around.nameSpan }
    // An attribute's record begins as a node's does, up to its namespace.
    let name = QualifiedName(
      local: unsafe string(pointer.pointee.name),
      namespace: unsafe pointer.pointee.ns.map { unsafe string($0.pointee.href) })
    return around.attributes.first { $0.name == name }?.value.span ?? around.nameSpan
  }

  /// The name as it is written, with its prefix; the empty text where there is none.
  package var writtenName: String {
    switch unsafe pointer.pointee.type {
    case XML_ELEMENT_NODE, XML_ATTRIBUTE_NODE:
      let prefix = unsafe pointer.pointee.ns.flatMap { unsafe $0.pointee.prefix }.map { unsafe string($0) + ":" } ?? ""
      return unsafe prefix + string(pointer.pointee.name)
    default: return ""
    }
  }

  private func element(_ node: xmlNodePtr) -> Element? {
    let number = unsafe Int(bitPattern: node.pointee._private)
    guard number > 0, number <= document.tree.elements.count else { return nil }
    return Element(tree: document.tree, index: number - 1)
  }

  private func string(_ characters: UnsafePointer<xmlChar>?) -> String {
    unsafe characters.map { unsafe String(cString: $0) } ?? ""
  }
}

extension QueriedNode: Hashable {
  package static func == (a: Self, b: Self) -> Bool { unsafe a.pointer == b.pointer }

  package func hash(into hasher: inout Hasher) {
    unsafe hasher.combine(pointer)
  }
}
