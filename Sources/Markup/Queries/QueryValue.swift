internal import CLibXML2

/// What a question's answer is: nodes, a text, a number or a truth.
///
/// A class, because libxml2's object is freed once. Its nodes belong to documents that the session keeps.
@safe package final class QueryValue {
  let object: xmlXPathObjectPtr

  init(taking object: xmlXPathObjectPtr) {
    unsafe self.object = unsafe object
  }

  deinit {
    unsafe xmlXPathFreeObject(object)
  }

  /// The answer as a truth, by XPath's rules.
  package var isTrue: Bool { unsafe xmlXPathCastToBoolean(object) == 1 }

  /// The answer as a text, by XPath's rules: of nodes, the first one's.
  package var text: String {
    let characters = unsafe xmlXPathCastToString(object)
    defer { unsafe passerelle_free(characters) }
    return unsafe characters.map { unsafe String(cString: $0) } ?? ""
  }

  /// The addresses of the nodes in document order; nil where the answer is no set of nodes.
  var addresses: [UnsafeMutableRawPointer]? {
    guard unsafe object.pointee.type == XPATH_NODESET else { return nil }
    guard let set = unsafe object.pointee.nodesetval else { return unsafe [] }
    unsafe xmlXPathNodeSetSort(set)
    return unsafe (0..<Int(set.pointee.nodeNr)).compactMap { index in
      // A namespace is no node with a place.
      unsafe set.pointee.nodeTab[index].flatMap { node in
        unsafe node.pointee.type == XML_NAMESPACE_DECL ? nil : UnsafeMutableRawPointer(node)
      }
    }
  }
}

/// A question in XPath 1.0, compiled once.
///
/// A class, because libxml2's form is freed once; and not to be shared between threads, because libxml2 keeps the
/// functions that it looks up in it.
@safe package final class CompiledQuery {
  /// The question.
  package let text: String
  let compiled: xmlXPathCompExprPtr
  /// How many steps it has taken so far, over all nodes that it was asked of.
  package internal(set) var steps = 0

  init(_ text: String, taking compiled: xmlXPathCompExprPtr) {
    self.text = text
    unsafe self.compiled = unsafe compiled
  }

  deinit {
    unsafe xmlXPathFreeCompExpr(compiled)
  }
}

/// Why a question has no answer.
package enum QueryRefusal: Error, Equatable, Sendable {
  /// It is wrong, in libxml2's words.
  case wrong(message: String)
  /// It takes more steps than it may.
  case tooSlow
}
