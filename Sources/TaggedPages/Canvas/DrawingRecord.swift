internal import Bilingual
internal import CPangoCairo

/// Where Cairo writes, and what cannot be written to it: a class, since Cairo keeps a pointer to it.
final class DrawingRecord {
  /// What was written.
  var bytes: [UInt8] = []
  /// What the figures show, in the order in which they were drawn.
  var figures: [String] = []

  /// Cairo's way to write to a record, which it gets as its closure.
  static let receive: @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<UInt8>?, CUnsignedInt) -> cairo_status_t =
    { closure, data, count in
      guard let closure = unsafe closure, let data = unsafe data else { return CAIRO_STATUS_WRITE_ERROR }
      let record = unsafe Unmanaged<DrawingRecord>.fromOpaque(closure).takeUnretainedValue()
      unsafe record.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
      return CAIRO_STATUS_SUCCESS
    }
}

extension DocumentMetadata {
  /// The entries of a document's information, as Cairo knows them.
  var entries: [(cairo_pdf_metadata_t, String)] {
    [
      (CAIRO_PDF_METADATA_TITLE, title),
      (CAIRO_PDF_METADATA_AUTHOR, author),
      (CAIRO_PDF_METADATA_SUBJECT, subject),
      (CAIRO_PDF_METADATA_CREATOR, Self.creator),
      (CAIRO_PDF_METADATA_CREATE_DATE, created.iso),
      (CAIRO_PDF_METADATA_MOD_DATE, created.iso),
    ]
  }
}
