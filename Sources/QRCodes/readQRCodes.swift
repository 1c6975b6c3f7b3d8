internal import CZBar

/// The content of every QR code in a picture, each once, in the order in which they are found.
///
/// Codes that stand askew, blurred or on uneven paper are read as far as libzbar reads them. O(n) for n pixels.
///
/// - Parameters:
///   - lightness: the lightness of every pixel, row by row, 0 black to 255 white.
///   - width: the number of pixels in a row.
package func readQRCodes(in lightness: [UInt8], width: Int) -> [[UInt8]] {
  guard width > 0, lightness.count >= width, let scanner = CodeScanner() else { return [] }
  return scanner.codes(in: lightness, width: width)
}

/// libzbar's scanner, for QR codes alone.
@safe private struct CodeScanner: ~Copyable {
  private let scanner: OpaquePointer

  init?() {
    guard let scanner = unsafe zbar_image_scanner_create() else { return nil }
    unsafe self.scanner = scanner
    // Debian's libzbar tells what it reads to the message bus, which is nobody's business.
    unsafe zbar_image_scanner_request_dbus(scanner, 0)
    unsafe zbar_image_scanner_set_config(scanner, ZBAR_NONE, ZBAR_CFG_ENABLE, 0)
    unsafe zbar_image_scanner_set_config(scanner, ZBAR_QRCODE, ZBAR_CFG_ENABLE, 1)
  }

  deinit {
    unsafe zbar_image_scanner_destroy(scanner)
  }

  func codes(in lightness: [UInt8], width: Int) -> [[UInt8]] {
    guard let image = unsafe zbar_image_create() else { return [] }
    defer { unsafe zbar_image_destroy(image) }
    let height = lightness.count / width
    unsafe zbar_image_set_format(image, UInt(fourCharacters("Y800")))
    unsafe zbar_image_set_size(image, CUnsignedInt(width), CUnsignedInt(height))
    return unsafe lightness.withUnsafeBufferPointer { pixels in
      unsafe zbar_image_set_data(image, pixels.baseAddress, UInt(width * height), nil)
      guard unsafe zbar_scan_image(scanner, image) > 0 else { return [] }
      var codes: [[UInt8]] = []
      var next = unsafe zbar_image_first_symbol(image)
      while let symbol = unsafe next {
        if let data = unsafe zbar_symbol_get_data(symbol) {
          let count = Int(unsafe zbar_symbol_get_data_length(symbol))
          let code = unsafe UnsafeBufferPointer(start: data, count: count).map { UInt8(bitPattern: $0) }
          if !codes.contains(code) { codes.append(code) }
        }
        unsafe next = zbar_symbol_next(symbol)
      }
      return codes
    }
  }

  /// A format's code: its four letters, the first lowest.
  private func fourCharacters(_ letters: String) -> Int {
    letters.utf8.reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
