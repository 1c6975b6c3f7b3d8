import Validators

/// The index of a library as it was once written, and what single documents said since.
///
/// After one change ten thousand modules need not be written again.
struct KeptIndex {
  /// With more changes than this the index is written anew, so that reading stays short.
  private static let mostChanges = 64

  private var whole: [UInt8]
  /// By place: an index of the document alone.
  private var changes: [Int: [UInt8]] = [:]

  /// An index, all of it.
  init(_ index: LibraryIndex) {
    whole = LibraryIndexWriter.bytes(index)
  }

  /// Reads what `write(to:)` wrote; nil where there is too little.
  init?(_ reader: inout MemoryReader) {
    guard let whole = reader.sizedBytes(), let count = reader.number(), (0...Int64(reader.rest.count)).contains(count)
    else { return nil }
    self.whole = Array(whole)
    for _ in 0..<count {
      guard let place = reader.number(), let bytes = reader.sizedBytes() else { return nil }
      changes[Int(clamping: place)] = Array(bytes)
    }
  }

  /// Writes it, to be read by `init(_:)`.
  func write(to writer: inout MemoryWriter) {
    writer.writeSized(whole)
    writer.write(Int64(changes.count))
    for (place, bytes) in changes.sorted(by: { $0.key < $1.key }) {
      writer.write(Int64(place))
      writer.writeSized(bytes)
    }
  }

  /// The index as it is now; nil where the bytes are none.
  var index: LibraryIndex? {
    guard let index = LibraryIndexReader.index(whole[...]) else { return nil }
    if changes.isEmpty { return index }
    var entries = index.entries
    for (place, bytes) in changes {
      guard entries.indices.contains(place), let entry = LibraryIndexReader.index(bytes[...])?.entries.first else {
        return nil
      }
      entries[place] = entry
    }
    return LibraryIndex(entries)
  }

  /// Keeps the index as it is now, where only the documents at these places say something else than before.
  mutating func follow(_ now: LibraryIndex, changedAt places: [Int]) {
    for place in places { changes[place] = LibraryIndexWriter.bytes(LibraryIndex([now.entries[place]])) }
    if changes.count > Self.mostChanges { self = Self(now) }
  }
}
