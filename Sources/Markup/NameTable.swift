internal import CLibXML2

/// The names of documents, numbered by the addresses of libxml2's interned strings.
///
/// One parser interns the same name at the same address in each document that it reads, so most names are known
/// from the document before. Open addressing over a power of two; O(1) for each name.
struct NameTable {
  private(set) var names: [QualifiedName] = []
  private var keys: [Key] = []
  /// For each slot the number of the name, or -1.
  private var slots: [Int32] = []

  private struct Key: Equatable {
    let local: UInt
    let namespace: UInt

    /// Addresses differ least in their lowest bits.
    var hash: Int { Int(truncatingIfNeeded: (local >> 3) &* 0x9E37_79B9 ^ namespace >> 3) }
  }

  /// The number of a name.
  mutating func number(_ local: UnsafePointer<xmlChar>, _ namespace: UnsafePointer<xmlChar>?) -> Int32 {
    let key = Key(local: UInt(bitPattern: local), namespace: UInt(bitPattern: namespace))
    if keys.count * 2 >= slots.count { grow() }
    var slot = key.hash & (slots.count - 1)
    while slots[slot] >= 0 {
      if keys[Int(slots[slot])] == key { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(keys.count)
    keys.append(key)
    names.append(
      QualifiedName(
        local: unsafe String(cString: local), namespace: unsafe namespace.map { unsafe String(cString: $0) }))
    return Int32(names.count - 1)
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: max(256, slots.count * 2))
    for (number, key) in keys.enumerated() {
      var slot = key.hash & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }
}
