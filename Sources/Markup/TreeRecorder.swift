internal import CLibXML2
internal import Diagnostics

/// What libxml2 reports while it parses, written down as a tree with exact places.
///
/// A class, because libxml2 hands it back to each callback as an opaque pointer.
final class TreeRecorder {
  private let bytes: [UInt8]
  private var nodes: [NodeRecord] = []
  private var attributes: [AttributeRecord] = []
  private var names: [QualifiedName] = []
  /// Names by the addresses of libxml2's interned strings.
  private var known: [NameKey: Int32] = [:]
  private var open: [Int32] = []
  private var lastChild: [Int32] = []
  private var text = ""
  /// Whether white space came before any other character; runs of it between elements are kept as one space.
  private var hasWhiteSpace = false
  private var markupEnd = 0
  /// The first fault; nothing is recorded after it.
  private(set) var fault: MarkupFault?

  private struct NameKey: Hashable {
    let local: Int
    let namespace: Int
  }

  init(bytes: [UInt8]) {
    self.bytes = bytes
    nodes.reserveCapacity(bytes.count / 48)
  }

  func tree(source: SourceID) -> MarkupTree? {
    guard fault == nil, !nodes.isEmpty else { return nil }
    return MarkupTree(source: source, nodes: nodes, attributes: attributes, names: names)
  }

  func note(_ kind: MarkupFault.Kind, at utf8: Range<Int>) {
    if fault == nil { fault = MarkupFault(kind, at: utf8) }
  }

  /// The innermost open element and its start tag, for faults that speak of it.
  var innermost: (name: String, tag: Range<Int>)? {
    guard let index = open.last else { return nil }
    let node = nodes[Int(index)]
    let name = node.name >= 0 ? names[Int(node.name)].local : ""
    return (name, Int(node.start)..<Int(node.startEnd))
  }

  var depth: Int { open.count }

  /// The bytes of the document.
  var count: Int { bytes.count }

  func byte(_ index: Int) -> UInt8 { bytes[index] }

  func characters(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  // MARK: Events

  /// An element starts; `offset` lies at the end of its start tag, before `>` or `/>`.
  func start(
    local: UnsafePointer<xmlChar>, namespace: UnsafePointer<xmlChar>?, prefix: UnsafePointer<xmlChar>?,
    attributes count: Int, _ values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, offset: Int
  ) {
    var tagStart = min(offset, bytes.count) - 1
    while tagStart > 0, bytes[tagStart] != UInt8(ascii: "<") { tagStart -= 1 }
    flushText(until: tagStart)
    var tagEnd = offset
    while tagEnd < bytes.count, bytes[tagEnd] != UInt8(ascii: ">") { tagEnd += 1 }
    tagEnd = min(tagEnd + 1, bytes.count)
    var node = NodeRecord(
      name: unsafe name(local, namespace), parent: open.last ?? -1, start: UInt32(tagStart), startEnd: UInt32(tagEnd))
    node.prefixLength = unsafe prefix.map { UInt16(clamping: unsafe length($0) + 1) } ?? 0
    node.firstAttribute = Int32(attributes.count)
    node.attributeCount = Int32(count)
    if let values = unsafe values, count > 0 { unsafe record(count, values, in: tagStart..<tagEnd) }
    append(node)
    open.append(Int32(nodes.count - 1))
    lastChild.append(-1)
    markupEnd = tagEnd
  }

  /// The innermost element ends; `offset` lies behind its end tag.
  func end(offset: Int) {
    guard let index = open.last else { return }
    var tagStart = Int(nodes[Int(index)].startEnd)
    if offset > tagStart {
      tagStart = min(offset, bytes.count) - 1
      while tagStart > 0, bytes[tagStart] != UInt8(ascii: "<") { tagStart -= 1 }
      flushText(until: tagStart)
    }
    open.removeLast()
    lastChild.removeLast()
    nodes[Int(index)].endTagStart = UInt32(tagStart)
    nodes[Int(index)].end = UInt32(max(offset, Int(nodes[Int(index)].startEnd)))
    markupEnd = max(offset, markupEnd)
  }

  /// Characters, with references replaced.
  func characters(_ start: UnsafePointer<xmlChar>, _ length: Int) {
    let characters = unsafe UnsafeBufferPointer(start: start, count: length)
    if text.isEmpty, unsafe characters.allSatisfy({ $0 == 0x20 || $0 == 0x0A || $0 == 0x09 || $0 == 0x0D }) {
      hasWhiteSpace = true
      return
    }
    if text.isEmpty, hasWhiteSpace { text = " " }
    text += unsafe String(decoding: characters, as: UTF8.self)
  }

  // MARK: Recording

  private func append(_ node: NodeRecord) {
    let index = Int32(nodes.count)
    nodes.append(node)
    guard let parent = open.last, let last = lastChild.last else { return }
    if last >= 0 { nodes[Int(last)].nextSibling = index } else { nodes[Int(parent)].firstChild = index }
    lastChild[lastChild.count - 1] = index
  }

  private func flushText(until end: Int) {
    guard !text.isEmpty || hasWhiteSpace, !open.isEmpty else { return }
    var node = NodeRecord(name: -1, parent: open[open.count - 1], start: UInt32(markupEnd), startEnd: UInt32(end))
    node.text = text.isEmpty ? " " : text
    append(node)
    text = ""
    hasWhiteSpace = false
  }

  private func record(_ count: Int, _ values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>, in tag: Range<Int>) {
    let tokens = attributeTokens(in: bytes, tag: tag)
    for index in 0..<min(count, tokens.count) {
      // Five pointers for each attribute: local name, prefix, namespace, start and end of the value.
      guard let local = unsafe values[5 * index], let start = unsafe values[5 * index + 3],
        let end = unsafe values[5 * index + 4]
      else { continue }
      var value = unsafe String(decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self)
      // Without entity substitution libxml2 leaves an ampersand as its character reference.
      if value.utf8.contains(UInt8(ascii: "&")) { value = value.replacing("&#38;", with: "&") }
      attributes.append(
        AttributeRecord(
          name: unsafe name(local, values[5 * index + 2]), value: value,
          nameStart: UInt32(tokens[index].name.lowerBound), nameEnd: UInt32(tokens[index].name.upperBound),
          valueStart: UInt32(tokens[index].value.lowerBound), valueEnd: UInt32(tokens[index].value.upperBound)))
    }
  }

  private func name(_ local: UnsafePointer<xmlChar>, _ namespace: UnsafePointer<xmlChar>?) -> Int32 {
    let key = NameKey(local: Int(bitPattern: local), namespace: Int(bitPattern: namespace))
    if let index = known[key] { return index }
    names.append(
      QualifiedName(
        local: unsafe String(cString: local), namespace: unsafe namespace.map { unsafe String(cString: $0) }))
    let index = Int32(names.count - 1)
    known[key] = index
    return index
  }

  private func length(_ string: UnsafePointer<xmlChar>) -> Int {
    Int(unsafe xmlStrlen(string))
  }
}
