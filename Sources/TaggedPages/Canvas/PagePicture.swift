internal import CPangoCairo

/// A picture of pixels, read from PNG.
@safe package final class PagePicture: Sendable {
  /// How many pixels it is wide.
  package let width: Int
  /// How many pixels it is high.
  package let height: Int
  private let pixels: [UInt8]
  private let rowLength: Int
  private let isOpaque: Bool

  /// The most pixels that are decoded: a page of A4 at 600 dots per inch.
  package static let pixelLimit = 36_000_000

  /// A picture from the bytes of a PNG file, or nil where they are none, are damaged, or are more pixels than the
  /// limit, which is seen before any is decoded.
  package init?(png: [UInt8]) {
    guard let size = Self.size(ofPNG: png), size.width * size.height <= Self.pixelLimit else { return nil }
    let source = ByteSource(png)
    let closure = unsafe Unmanaged.passUnretained(source).toOpaque()
    guard let surface = unsafe cairo_image_surface_create_from_png_stream(ByteSource.give, closure) else { return nil }
    defer {
      unsafe cairo_surface_destroy(surface)
      withExtendedLifetime(source) {}
    }
    unsafe cairo_surface_flush(surface)
    guard unsafe cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS,
      let data = unsafe cairo_image_surface_get_data(surface)
    else { return nil }
    let format = unsafe cairo_image_surface_get_format(surface)
    guard format == CAIRO_FORMAT_ARGB32 || format == CAIRO_FORMAT_RGB24 else { return nil }
    width = Int(unsafe cairo_image_surface_get_width(surface))
    height = Int(unsafe cairo_image_surface_get_height(surface))
    rowLength = Int(unsafe cairo_image_surface_get_stride(surface))
    isOpaque = format == CAIRO_FORMAT_RGB24
    unsafe pixels = Array(UnsafeBufferPointer(start: data, count: rowLength * height))
  }

  /// A picture of black and white squares in rows, each this many pixels wide and high.
  init(_ squares: [Bool], columns: Int, pixelsEach fineness: Int) {
    width = columns * fineness
    height = squares.count / columns * fineness
    rowLength = width * 4
    isOpaque = true
    var pixels: [UInt8] = []
    pixels.reserveCapacity(rowLength * height)
    for start in stride(from: 0, to: squares.count, by: columns) {
      let row = squares[start..<(start + columns)].flatMap { isDark in
        [UInt8](repeating: isDark ? 0 : 255, count: 4 * fineness)
      }
      for _ in 0..<fineness { pixels += row }
    }
    self.pixels = pixels
  }

  /// The lightness of every pixel on white, row by row, 0 black to 255 white.
  package var lightness: [UInt8] {
    var lightness: [UInt8] = []
    lightness.reserveCapacity(width * height)
    for row in 0..<height {
      for column in 0..<width {
        let start = row * rowLength + column * 4
        // Cairo's pixels are 32-bit words, premultiplied by their opacity; bytes lie in the machine's order.
        let word =
          UInt32(pixels[start]) | UInt32(pixels[start + 1]) << 8 | UInt32(pixels[start + 2]) << 16
          | UInt32(pixels[start + 3]) << 24
        let value = UInt32(littleEndian: word)
        let light = ((value >> 16 & 0xFF) * 77 + (value >> 8 & 0xFF) * 150 + (value & 0xFF) * 29) >> 8
        let white = isOpaque ? 0 : 255 - (value >> 24)
        lightness.append(UInt8(min(255, light + white)))
      }
    }
    return lightness
  }

  /// The width and height that the head of a PNG file gives, or nil where it has none (PNG, section 11.2.2).
  package static func size(ofPNG png: [UInt8]) -> (width: Int, height: Int)? {
    guard png.count >= 24, png.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
      png[12..<16].elementsEqual("IHDR".utf8)
    else { return nil }
    let numbers = [16, 20].map { start in png[start..<(start + 4)].reduce(0) { $0 << 8 | Int($1) } }
    guard numbers.allSatisfy({ (1...100_000).contains($0) }) else { return nil }
    return (numbers[0], numbers[1])
  }

  /// Lends the picture as one of Cairo's.
  func withSurface(_ body: (OpaquePointer) -> Void) {
    let format = isOpaque ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32
    // Cairo copies what it embeds, and a page may outlive the call: the surface owns its pixels.
    guard let surface = unsafe cairo_image_surface_create(format, CInt(width), CInt(height)) else { return }
    defer { unsafe cairo_surface_destroy(surface) }
    guard let target = unsafe cairo_image_surface_get_data(surface),
      Int(unsafe cairo_image_surface_get_stride(surface)) == rowLength
    else { return }
    unsafe pixels.withUnsafeBufferPointer { source in
      guard let start = source.baseAddress else { return }
      unsafe target.update(from: start, count: source.count)
    }
    unsafe cairo_surface_mark_dirty(surface)
    unsafe body(surface)
  }
}

/// Bytes that Cairo reads: a class, since Cairo keeps a pointer to it.
private final class ByteSource {
  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  static let give:
    @convention(c) (UnsafeMutableRawPointer?, UnsafeMutablePointer<UInt8>?, CUnsignedInt) -> cairo_status_t =
      { closure, target, count in
        guard let closure = unsafe closure, let target = unsafe target else { return CAIRO_STATUS_READ_ERROR }
        let source = unsafe Unmanaged<ByteSource>.fromOpaque(closure).takeUnretainedValue()
        let end = source.place + Int(count)
        guard end <= source.bytes.count else { return CAIRO_STATUS_READ_ERROR }
        for (index, byte) in source.bytes[source.place..<end].enumerated() { unsafe target[index] = byte }
        source.place = end
        return CAIRO_STATUS_SUCCESS
      }
}
