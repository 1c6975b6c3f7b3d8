import CZlib

/// The gzip format (RFC 1952), in which status lists are packed.
enum GZip {
  /// Packs some bytes; the same bytes are always packed alike.
  static func compress(_ bytes: [UInt8]) -> [UInt8] {
    var stream = unsafe z_stream()
    guard unsafe passerelle_gzip_begin(&stream) == Z_OK else { return [] }
    defer { unsafe deflateEnd(&stream) }
    var output = [UInt8](repeating: 0, count: Int(unsafe deflateBound(&stream, uLong(bytes.count))))
    var input = bytes
    let count = output.count
    let written = unsafe input.withUnsafeMutableBufferPointer { source in
      unsafe output.withUnsafeMutableBufferPointer { target in
        unsafe stream.next_in = source.baseAddress
        unsafe stream.avail_in = uInt(source.count)
        unsafe stream.next_out = target.baseAddress
        unsafe stream.avail_out = uInt(count)
        return unsafe deflate(&stream, Z_FINISH) == Z_STREAM_END ? count - Int(stream.avail_out) : 0
      }
    }
    return Array(output.prefix(written))
  }

  /// Unpacks some bytes, or gives nil where they are damaged, or are more than the limit once unpacked.
  static func decompress(_ bytes: [UInt8], limit: Int) -> [UInt8]? {
    var stream = unsafe z_stream()
    guard unsafe passerelle_gunzip_begin(&stream) == Z_OK else { return nil }
    defer { unsafe inflateEnd(&stream) }
    var output = [UInt8](repeating: 0, count: limit)
    var input = bytes
    let written: Int? = unsafe input.withUnsafeMutableBufferPointer { source in
      unsafe output.withUnsafeMutableBufferPointer { target in
        unsafe stream.next_in = source.baseAddress
        unsafe stream.avail_in = uInt(source.count)
        unsafe stream.next_out = target.baseAddress
        unsafe stream.avail_out = uInt(limit)
        guard unsafe inflate(&stream, Z_FINISH) == Z_STREAM_END, unsafe stream.avail_in == 0 else { return nil }
        return unsafe limit - Int(stream.avail_out)
      }
    }
    return written.map { Array(output.prefix($0)) }
  }
}
