internal import CLibXML2

/// Asks documents in XPath 1.0; nothing is opened, and only the documents given can be reached.
///
/// Besides XPath's functions there are `current()`, the node that a rule is about (XSLT 1.0, section 12.4);
/// `document('path')`, a document of the session; and `library()`, `library('module')` and `library('module', 'id')`, the
/// root elements of all documents, those of one name, and the one with this identifier.
///
/// A class, because libxml2 hands it back to each function as an opaque pointer; for one thread.
@safe package final class QuerySession {
  private let context: xmlXPathContextPtr
  private let byPath: [String: QueriedDocument]
  private let byAddress: [UnsafeMutableRawPointer: QueriedDocument]
  private let all: [QueriedDocument]
  private var byName: [String: [QueriedDocument]] = [:]
  private var byIdentifier: [String: QueriedDocument] = [:]
  /// The node that `current()` is.
  package var current: QueriedNode?
  private var message = ""

  /// A session over documents by path; nil where there is no memory.
  package init?(_ documents: [(path: String, document: QueriedDocument)], namespaces: [(prefix: String, name: String)])
  {
    startLibXML2()
    guard let context = unsafe xmlXPathNewContext(nil) else { return nil }
    unsafe self.context = unsafe context
    all = documents.map(\.document)
    byPath = Dictionary(documents.map { ($0.path, $0.document) }, uniquingKeysWith: { first, _ in first })
    unsafe byAddress = unsafe Dictionary(
      all.map { unsafe (UnsafeMutableRawPointer($0.document), $0) }, uniquingKeysWith: { first, _ in first })
    for document in all {
      let root = document.tree.root
      byName[root.name.local, default: []].append(document)
      if let id = root[attribute: "id"]?.value {
        let key = Self.key(root.name.local, id)
        if byIdentifier[key] == nil { byIdentifier[key] = document }
      }
    }
    unsafe context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
    unsafe context.pointee.error = { data, error in unsafe noteQueryError(data, error?.pointee.message) }
    for (prefix, name) in namespaces { unsafe xmlXPathRegisterNs(context, prefix, name) }
    unsafe xmlXPathRegisterFunc(context, "current", answerCurrent)
    unsafe xmlXPathRegisterFunc(context, "document", answerDocument)
    unsafe xmlXPathRegisterFunc(context, "library", answerLibrary)
  }

  deinit {
    unsafe xmlXPathFreeContext(context)
  }

  /// Compiles a question.
  package func compile(_ text: String) throws(QueryRefusal) -> CompiledQuery {
    message = ""
    guard let compiled = unsafe xmlXPathCtxtCompile(context, text) else { throw .wrong(message: message) }
    return unsafe CompiledQuery(text, taking: compiled)
  }

  /// The answer for a node.
  ///
  /// - Parameter limit: How many steps the question may take in all, over every node that it is asked of.
  package func answer(_ query: CompiledQuery, at node: QueriedNode, limit: Int) throws(QueryRefusal) -> QueryValue {
    guard query.steps < limit else { throw .tooSlow }
    message = ""
    unsafe context.pointee.doc = unsafe node.document.document
    unsafe context.pointee.node = unsafe node.pointer
    unsafe context.pointee.opLimit = UInt(limit - query.steps)
    unsafe context.pointee.opCount = 0
    let object = unsafe xmlXPathCompiledEval(query.compiled, context)
    let steps = unsafe Int(context.pointee.opCount)
    query.steps += steps + 1
    guard let object = unsafe object else {
      if unsafe context.pointee.opCount >= context.pointee.opLimit { throw .tooSlow }
      throw .wrong(message: message)
    }
    return unsafe QueryValue(taking: object)
  }

  /// The nodes of an answer, in document order; nil where it is no set of nodes.
  package func nodes(of value: QueryValue) -> [QueriedNode]? {
    unsafe value.addresses?.compactMap { address in
      let owner = unsafe address.assumingMemoryBound(to: xmlNode.self).pointee.doc
      guard let owner = unsafe owner, let document = unsafe byAddress[UnsafeMutableRawPointer(owner)] else {
        return nil
      }
      return unsafe QueriedNode(address, of: document)
    }
  }

  /// Gives a variable a value, in the place of another that it has.
  package func set(_ name: String, to value: QueryValue) {
    unsafe xmlXPathRegisterVariable(context, name, xmlXPathObjectCopy(value.object))
  }

  // MARK: Functions

  fileprivate func note(_ text: String) {
    if message.isEmpty { message = text.split(separator: "\n").first.map(String.init) ?? text }
  }

  fileprivate func document(at path: String) -> QueriedDocument? { byPath[path] }

  fileprivate func library(_ name: String?, _ id: String?) -> [QueriedDocument] {
    guard let name else { return all }
    guard let id else { return byName[name] ?? [] }
    return byIdentifier[Self.key(name, id)].map { [$0] } ?? []
  }

  private static func key(_ name: String, _ id: String) -> String { name + " " + id }
}

private func noteQueryError(_ data: UnsafeMutableRawPointer?, _ message: UnsafeMutablePointer<CChar>?) {
  guard let data = unsafe data else { return }
  let text = unsafe message.map { unsafe String(cString: $0) } ?? ""
  unsafe Unmanaged<QuerySession>.fromOpaque(data).takeUnretainedValue().note(text)
}

private func session(of parser: xmlXPathParserContextPtr) -> QuerySession? {
  unsafe parser.pointee.context?.pointee.userData.map {
    unsafe Unmanaged<QuerySession>.fromOpaque($0).takeUnretainedValue()
  }
}

private func answerCurrent(_ parser: xmlXPathParserContextPtr?, _ count: Int32) {
  guard let parser = unsafe parser else { return }
  guard count == 0 else { return unsafe xmlXPathErr(parser, Int32(XPATH_INVALID_ARITY.rawValue)) }
  unsafe valuePush(parser, xmlXPathNewNodeSet(session(of: parser)?.current?.pointer))
}

private func answerDocument(_ parser: xmlXPathParserContextPtr?, _ count: Int32) {
  guard let parser = unsafe parser else { return }
  guard count == 1, let path = unsafe text(from: parser) else {
    return unsafe xmlXPathErr(parser, Int32(XPATH_INVALID_ARITY.rawValue))
  }
  unsafe valuePush(parser, xmlXPathNewNodeSet(session(of: parser)?.document(at: path)?.node.pointer))
}

private func answerLibrary(_ parser: xmlXPathParserContextPtr?, _ count: Int32) {
  guard let parser = unsafe parser else { return }
  guard count <= 2 else { return unsafe xmlXPathErr(parser, Int32(XPATH_INVALID_ARITY.rawValue)) }
  let id = count > 1 ? unsafe text(from: parser) : nil
  let name = count > 0 ? unsafe text(from: parser) : nil
  let found = unsafe session(of: parser)?.library(name, id) ?? []
  let set = unsafe xmlXPathNodeSetCreate(nil)
  for document in found {
    if let root = document.root { unsafe xmlXPathNodeSetAddUnique(set, root.pointer) }
  }
  unsafe valuePush(parser, xmlXPathWrapNodeSet(set))
}

/// The function's last argument, taken off the stack, as a text.
private func text(from parser: xmlXPathParserContextPtr) -> String? {
  let characters = unsafe xmlXPathPopString(parser)
  defer { unsafe passerelle_free(characters) }
  return unsafe characters.map { unsafe String(cString: $0) }
}
