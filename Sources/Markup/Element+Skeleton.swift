extension Element {
  /// What is left of the element without its words: every start tag within as it is written, where it ends among the
  /// others, and whether characters stand directly inside.
  ///
  /// Two documents with the same skeleton differ in running text alone, and lack it in the same places. O(n) for n bytes.
  package var skeleton: [UInt8] {
    let end = Int(record.subtreeEnd)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(64 * (end - index))
    for place in index..<end {
      let element = tree.elements[place]
      bytes += tree.utf8[Int(element.start)..<Int(element.startEnd)]
      let inside = UInt32(truncatingIfNeeded: Int(element.subtreeEnd) - place)
      for shift in stride(from: 0, to: 32, by: 8) { bytes.append(UInt8(truncatingIfNeeded: inside >> UInt32(shift))) }
      bytes.append(Element(tree: tree, index: place).hasOwnText ? 1 : 0)
    }
    return bytes
  }
}
