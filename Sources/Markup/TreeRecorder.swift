internal import CLibXML2
internal import Diagnostics

/// What libxml2 reports while it parses, written down as a tree with exact places.
///
/// It borrows a document's bytes from `begin` to `finish`; while libxml2 parses, it carries the recorder's address.
@safe struct TreeRecorder {
  private var bytes = unsafe UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private var elements: [ElementRecord] = []
  private var attributes: [AttributeRecord] = []
  /// The names of all documents so far.
  private(set) var names = NameTable()
  /// How many bytes an attribute's value may have.
  private let longestValue: Int
  /// The innermost open element, or -1.
  private var open: Int32 = -1
  /// How many elements are open.
  private(set) var depth = 0
  /// The first fault; nothing is recorded after it.
  private(set) var fault: MarkupFault?

  /// A recorder of documents whose attributes have so many bytes at most.
  init(longestValue: Int) {
    self.longestValue = longestValue
  }

  /// Forgets the document before, but neither its names nor the memory that it took.
  mutating func begin(_ bytes: UnsafeBufferPointer<UInt8>) {
    unsafe self.bytes = bytes
    elements.removeAll(keepingCapacity: true)
    attributes.removeAll(keepingCapacity: true)
    (open, depth, fault) = (-1, 0, nil)
  }

  /// The document that was recorded, in memory of its own; its fault where it is not well-formed.
  mutating func finish(_ utf8: [UInt8], as source: SourceID) throws(MarkupFault) -> MarkupTree {
    unsafe bytes = UnsafeBufferPointer(start: nil, count: 0)
    if let fault { throw fault }
    guard !elements.isEmpty, open < 0 else { throw MarkupFault(.empty, at: 0..<0) }
    return unsafe MarkupTree(
      source: source, utf8: utf8, elements: elements.withUnsafeBufferPointer { unsafe Array($0) },
      attributes: attributes.withUnsafeBufferPointer { unsafe Array($0) }, names: names.names)
  }

  mutating func note(_ kind: MarkupFault.Kind, at utf8: Range<Int>) {
    if fault == nil { fault = MarkupFault(kind, at: utf8) }
  }

  /// The innermost open element and its start tag, for faults that speak of it.
  var innermost: (name: String, tag: Range<Int>)? {
    guard open >= 0 else { return nil }
    let element = elements[Int(open)]
    return (names.names[Int(element.name)].local, Int(element.start)..<Int(element.startEnd))
  }

  /// Whether the innermost element stands in one of its own name that holds no other.
  var isOpenAgain: Bool {
    guard open >= 0 else { return false }
    let element = elements[Int(open)]
    return element.parent >= 0 && element.parent == open - 1 && elements[Int(element.parent)].name == element.name
  }

  /// Whether an element of this name is open around the innermost one.
  func isOpenAround(_ name: String) -> Bool {
    guard open >= 0 else { return false }
    var place = elements[Int(open)].parent
    while place >= 0 {
      if names.names[Int(elements[Int(place)].name)].local == name { return true }
      place = elements[Int(place)].parent
    }
    return false
  }

  /// The bytes of the document.
  var count: Int { unsafe bytes.count }

  func byte(_ index: Int) -> UInt8 { unsafe bytes[index] }

  func characters(_ range: Range<Int>) -> String {
    unsafe String(decoding: bytes[range], as: UTF8.self)
  }

  // MARK: Events

  /// An element starts; `offset` lies at the end of its start tag, before `>` or `/>`.
  mutating func start(
    local: UnsafePointer<xmlChar>, namespace: UnsafePointer<xmlChar>?, prefix: UnsafePointer<xmlChar>?,
    attributes count: Int, _ values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, offset: Int,
    parsed: UnsafePointer<UInt8>
  ) {
    var tagStart = min(offset, self.count) - 1
    while tagStart > 0, byte(tagStart) != UInt8(ascii: "<") { tagStart -= 1 }
    var tagEnd = offset
    while tagEnd < self.count, byte(tagEnd) != UInt8(ascii: ">") { tagEnd += 1 }
    tagEnd = min(tagEnd + 1, self.count)
    elements.append(
      ElementRecord(
        name: unsafe names.number(local, namespace), parent: open, firstAttribute: Int32(attributes.count),
        attributeCount: UInt16(clamping: count),
        prefixLength: unsafe prefix.map { UInt16(clamping: unsafe Int(xmlStrlen($0)) + 1) } ?? 0,
        start: UInt32(tagStart), startEnd: UInt32(tagEnd)))
    if let values = unsafe values, count > 0 {
      unsafe record(count, values, in: tagStart..<tagEnd, offset: offset, parsed: parsed)
    }
    open = Int32(elements.count - 1)
    depth += 1
    holdLimits(tagStart..<tagEnd, attributes: count)
  }

  private mutating func holdLimits(_ tag: Range<Int>, attributes count: Int) {
    if depth > MarkupLimits.depth { note(.tooDeep(limit: MarkupLimits.depth), at: tag) }
    if count > MarkupLimits.attributes { note(.tooManyAttributes(limit: MarkupLimits.attributes), at: tag) }
    if elements.count + attributes.count > MarkupLimits.parts {
      note(.tooManyParts(limit: MarkupLimits.parts), at: tag)
    }
  }

  /// The innermost element ends; `offset` lies behind its end tag.
  mutating func end(offset: Int) {
    guard open >= 0 else { return }
    let index = Int(open)
    elements[index].subtreeEnd = Int32(elements.count)
    elements[index].end = max(UInt32(min(offset, count)), elements[index].startEnd)
    open = elements[index].parent
    depth -= 1
  }

  /// Writes down the attributes of a tag.
  ///
  /// Most values are parsed where they stand, so that their addresses tell their places; where libxml2 had to make a
  /// value anew, the tag's own bytes tell. `parsed` is the address of the byte at `offset`.
  private mutating func record(
    _ count: Int, _ values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>, in tag: Range<Int>, offset: Int,
    parsed: UnsafePointer<UInt8>
  ) {
    var tokens: [AttributeTokens]?
    for index in 0..<min(count, Int(UInt16.max)) {
      // Five pointers for each attribute: local name, prefix, namespace, start and end of the value.
      guard let local = unsafe values[5 * index], let start = unsafe values[5 * index + 3],
        let end = unsafe values[5 * index + 4]
      else { continue }
      let number = unsafe names.number(local, values[5 * index + 2])
      var place = unsafe (offset + (start - parsed))..<(offset + (end - parsed))
      if !(place.lowerBound > tag.lowerBound && place.upperBound < tag.upperBound) {
        if tokens == nil { tokens = unsafe attributeTokens(in: Array(bytes[tag]), tag: 0..<tag.count) }
        let found = tokens ?? []
        let value = index < found.count ? found[index].value : 0..<0
        place = (tag.lowerBound + value.lowerBound)..<(tag.lowerBound + value.upperBound)
      }
      if place.count > longestValue { note(.valueTooLong(limit: longestValue), at: tag) }
      attributes.append(
        AttributeRecord(name: number, valueStart: UInt32(place.lowerBound), valueEnd: UInt32(place.upperBound)))
    }
  }
}
