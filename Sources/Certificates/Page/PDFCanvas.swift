import Bilingual
import CPangoCairo

/// A PDF document that is being drawn, with Cairo for the surface and Pango for the text.
///
/// It owns the C objects and no pointer leaves this file. Lengths are in points from the top left corner. Cairo
/// keeps its first failure and ignores every call after it, so failures are looked at once, at the end.
@safe struct PDFCanvas: ~Copyable {
  private let sink: ByteSink
  private let surface: OpaquePointer
  private let context: OpaquePointer
  private let layout: OpaquePointer

  /// A document without pages.
  init(_ format: PageFormat, metadata: PDFMetadata) {
    sink = ByteSink()
    let closure = unsafe Unmanaged.passUnretained(sink).toOpaque()
    unsafe surface = cairo_pdf_surface_create_for_stream(ByteSink.receive, closure, format.width, format.height)
    unsafe context = cairo_create(surface)
    unsafe layout = pango_cairo_create_layout(context)
    for (key, value) in metadata.entries { unsafe cairo_pdf_surface_set_metadata(surface, key, value) }
    let fonts = unsafe pango_layout_get_context(layout)
    unsafe pango_context_set_language(fonts, pango_language_from_string(metadata.language.rawValue))
    unsafe pango_context_set_round_glyph_positions(fonts, 0)
    unsafe pango_layout_set_auto_dir(layout, 0)
    unsafe pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
    setAttributes()
  }

  deinit {
    unsafe g_object_unref(UnsafeMutableRawPointer(layout))
    unsafe cairo_destroy(context)
    unsafe cairo_surface_destroy(surface)  // writes to the sink
    withExtendedLifetime(sink) {}
  }

  /// The height of a text that is broken into lines of a width.
  func height(of text: String, _ style: TextStyle, width: Double) -> Double {
    set(text, style, width: width)
    return logicalSize.height
  }

  /// The width of a text on one line.
  func width(of text: String, _ style: TextStyle) -> Double {
    set(text, style, width: nil)
    return logicalSize.width
  }

  /// Draws a text broken into lines of a width, the top left corner of the first at a point.
  ///
  /// Each line is drawn by itself, so that the space it was broken at is a space like any other: Cairo would write
  /// it as a marked sequence of its own, at which Poppler takes the element to be at its end.
  func draw(_ text: String, _ style: TextStyle, x: Double, y: Double, width: Double) {
    for line in lines(of: text, style, width: width) {
      show(String(text[line.range]), style, x: x, y: y + line.top, width: nil)
    }
  }

  /// Draws a text on one line, with an ellipsis where it is wider than it may be.
  func drawLine(_ text: String, _ style: TextStyle, x: Double, y: Double, width: Double) {
    unsafe pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END)
    show(text, style, x: x, y: y, width: width)
    unsafe pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_NONE)
  }

  /// Cuts a text, broken into lines of a width, after the last line that ends within a height; nil where not
  /// even the first does, or all do.
  func split(_ text: String, _ style: TextStyle, width: Double, height: Double) -> (String, String)? {
    let lines = lines(of: text, style, width: width)
    guard let next = lines.firstIndex(where: { $0.bottom > height }), next > 0 else { return nil }
    let cut = lines[next].range.lowerBound
    return (String(text[..<cut]), String(text[cut...]))
  }

  /// Draws what `body` draws as one element of the document's structure (ISO 32000-1, 14.8.4).
  func element(_ kind: StructureElement, _ body: () -> Void) {
    unsafe cairo_tag_begin(context, kind.rawValue, nil)
    body()
    unsafe cairo_tag_end(context, kind.rawValue)
  }

  /// Draws a horizontal line.
  func rule(x: Double, y: Double, width: Double, thickness: Double, _ ink: TextStyle.Ink) {
    setInk(ink)
    unsafe cairo_rectangle(context, x, y - thickness / 2, width, thickness)
    unsafe cairo_fill(context)
  }

  /// Strokes a curve through three points of a parabola: both ends and, between them, the top.
  func arch(from start: (x: Double, y: Double), to end: (x: Double, y: Double), rise: Double, thickness: Double) {
    setInk(.accent)
    let third = (end.x - start.x) / 3
    let lift = rise * 4 / 3
    unsafe cairo_set_line_width(context, thickness)
    unsafe cairo_move_to(context, start.x, start.y)
    unsafe cairo_curve_to(
      context, start.x + third, start.y - lift, end.x - third, end.y - lift, end.x, end.y)
    unsafe cairo_stroke(context)
  }

  /// Ends the page; what follows goes onto the next.
  func endPage() {
    unsafe cairo_show_page(context)
  }

  /// The document's bytes.
  consuming func finish() throws(PDFError) -> [UInt8] {
    let drawn = unsafe cairo_status(context)
    unsafe cairo_surface_finish(surface)
    let written = unsafe cairo_surface_status(surface)
    for status in [drawn, written] where status != CAIRO_STATUS_SUCCESS {
      throw PDFError(reason: unsafe String(cString: cairo_status_to_string(status)))
    }
    return sink.bytes
  }

  /// A line of a broken text: its part of the text, with the space it was broken at, and its edges below the top.
  private struct Line {
    let range: Range<String.Index>
    let top: Double
    let bottom: Double
  }

  private func lines(of text: String, _ style: TextStyle, width: Double) -> [Line] {
    set(text, style, width: width)
    var lines: [Line] = []
    var top = 0.0
    let count = unsafe pango_layout_get_line_count(layout)
    for index in 0..<count {
      guard let line = unsafe pango_layout_get_line_readonly(layout, index) else { break }
      var extents = PangoRectangle()
      unsafe pango_layout_line_get_extents(line, nil, &extents)
      let bottom = top + Double(extents.height) / Double(PANGO_SCALE)
      let start = unsafe text.utf8.index(text.startIndex, offsetBy: Int(line.pointee.start_index))
      let end = unsafe text.utf8.index(start, offsetBy: Int(line.pointee.length))
      lines.append(Line(range: start..<end, top: top, bottom: bottom))
      top = bottom
    }
    return lines
  }

  private func show(_ text: String, _ style: TextStyle, x: Double, y: Double, width: Double?) {
    set(text, style, width: width)
    setInk(style.ink)
    unsafe cairo_move_to(context, x, y)
    unsafe pango_cairo_show_layout(context, layout)
  }

  private var logicalSize: (width: Double, height: Double) {
    var width: CInt = 0
    var height: CInt = 0
    unsafe pango_layout_get_size(layout, &width, &height)
    return (Double(width) / Double(PANGO_SCALE), Double(height) / Double(PANGO_SCALE))
  }

  private func set(_ text: String, _ style: TextStyle, width: Double?) {
    let description = unsafe pango_font_description_new()
    defer { unsafe pango_font_description_free(description) }
    unsafe pango_font_description_set_family(description, style.family.rawValue)
    unsafe pango_font_description_set_absolute_size(description, style.size * Double(PANGO_SCALE))
    unsafe pango_font_description_set_weight(
      description, style.weight == .bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
    unsafe pango_layout_set_font_description(layout, description)
    unsafe pango_layout_set_width(layout, width.map { CInt($0 * Double(PANGO_SCALE)) } ?? -1)
    unsafe pango_layout_set_text(layout, text, CInt(text.utf8.count))
  }

  /// Ligatures are off, so that readers which take text out of the page find the letters that were put in.
  private func setAttributes() {
    let attributes = unsafe pango_attr_list_new()
    unsafe pango_attr_list_insert(attributes, pango_attr_font_features_new("liga=0, clig=0, dlig=0, hlig=0"))
    unsafe pango_layout_set_attributes(layout, attributes)
    unsafe pango_attr_list_unref(attributes)
  }

  private func setInk(_ ink: TextStyle.Ink) {
    let (red, green, blue) = ink.components
    unsafe cairo_set_source_rgb(context, red, green, blue)
  }
}

/// Where Cairo writes the document: a class, since Cairo keeps a pointer to it.
private final class ByteSink {
  var bytes: [UInt8] = []

  static let receive: @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<UInt8>?, CUnsignedInt) -> cairo_status_t =
    { closure, data, count in
      guard let closure = unsafe closure, let data = unsafe data else { return CAIRO_STATUS_WRITE_ERROR }
      let sink = unsafe Unmanaged<ByteSink>.fromOpaque(closure).takeUnretainedValue()
      unsafe sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
      return CAIRO_STATUS_SUCCESS
    }
}

extension PDFMetadata {
  fileprivate var entries: [(cairo_pdf_metadata_t, String)] {
    [
      (CAIRO_PDF_METADATA_TITLE, title),
      (CAIRO_PDF_METADATA_AUTHOR, author),
      (CAIRO_PDF_METADATA_SUBJECT, subject),
      (CAIRO_PDF_METADATA_CREATOR, "Passerelle"),
      (CAIRO_PDF_METADATA_CREATE_DATE, created.iso),
      (CAIRO_PDF_METADATA_MOD_DATE, created.iso),
    ]
  }
}
