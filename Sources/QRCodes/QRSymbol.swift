internal import CQRencode

/// A QR code (ISO/IEC 18004) as a square of dark and light modules.
@safe package struct QRSymbol: Hashable, Sendable {
  /// The number of modules along an edge.
  package let width: Int
  /// Whether each module is dark, row by row from the top left.
  package let modules: [Bool]

  /// The white border that a code needs, in modules.
  package static let quietZone = 4

  /// The smallest code that holds the bytes, at the lowest level of correction, so that the modules are as large as
  /// can be; nil where not even the largest does, which holds 2,953.
  package init?(_ bytes: [UInt8]) {
    guard let code = unsafe QRcode_encodeData(CInt(bytes.count), bytes, 0, QR_ECLEVEL_L) else { return nil }
    defer { unsafe QRcode_free(code) }
    width = Int(unsafe code.pointee.width)
    guard let data = unsafe code.pointee.data else { return nil }
    // The lowest bit of a module's byte is its colour; the others say what it is there for.
    modules = unsafe UnsafeBufferPointer(start: data, count: width * width).map { $0 & 1 == 1 }
  }
}
