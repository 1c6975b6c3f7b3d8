internal import Bilingual
internal import CPangoCairo

/// Pages that are being drawn, with Cairo for the surface and Pango for the text.
///
/// The same drawing goes to a tagged PDF, to SVG or to PNG. It owns the C objects and no pointer leaves this file.
/// Lengths are in points from the top left corner. Cairo keeps its first failure and ignores every call after it, so
/// failures are looked at once, at the end. Several may be drawn on at once, each on its thread.
@safe package struct PageCanvas: ~Copyable {
  /// What is drawn on.
  package enum Medium: Sendable {
    /// A document of several pages.
    case pdf(DocumentMetadata)
    /// A drawing of one page.
    case svg
    /// A picture of one page, with this many pixels in a point.
    case png(scale: Double)
  }

  /// What was drawn.
  package struct Drawing: Sendable {
    /// The file.
    package let bytes: [UInt8]
    /// What the figures show, in the order in which they were drawn.
    package let figures: [String]
  }

  private let medium: Medium
  private let record: DrawingRecord
  private let surface: OpaquePointer
  private let context: OpaquePointer
  private let texts: SetTexts

  /// An empty document, which reuses what a document before it on the same thread set.
  package init(_ format: PageFormat, on medium: Medium, reusing type: StandingType? = nil) {
    self.medium = medium
    record = DrawingRecord()
    let closure = unsafe Unmanaged.passUnretained(record).toOpaque()
    let (width, height) = (format.width, format.height)
    switch medium {
    case .pdf(let metadata):
      unsafe surface = cairo_pdf_surface_create_for_stream(DrawingRecord.receive, closure, width, height)
      for (key, value) in metadata.entries { unsafe cairo_pdf_surface_set_metadata(surface, key, value) }
    case .svg:
      unsafe surface = cairo_svg_surface_create_for_stream(DrawingRecord.receive, closure, width, height)
    case .png(let scale):
      unsafe surface = cairo_image_surface_create(
        CAIRO_FORMAT_RGB24, CInt((width * scale).rounded()), CInt((height * scale).rounded()))
    }
    unsafe context = cairo_create(surface)
    if case .png(let scale) = medium {
      unsafe cairo_set_source_rgb(context, 1, 1, 1)
      unsafe cairo_paint(context)
      unsafe cairo_scale(context, scale, scale)
    }
    if case .pdf(let metadata) = medium {
      unsafe texts = (type ?? StandingType()).texts(in: metadata.language, for: context)
    } else {
      unsafe texts = SetTexts(for: context, language: nil)
    }
  }

  deinit {
    SharedFonts.inHand { _ in
      unsafe cairo_destroy(context)
      unsafe cairo_surface_destroy(surface)  // writes to the record
    }
    withExtendedLifetime(record) {}
  }

  /// The height of a text that is broken into lines of a width.
  package func height(of text: String, _ style: TextStyle, width: Double) -> Double {
    size(of: text, style, width: width).height
  }

  /// The width of a text on one line.
  package func width(of text: String, _ style: TextStyle) -> Double {
    size(of: text, style, width: nil).width
  }

  /// Draws a text broken into lines of a width, the top left corner of the first at a point.
  ///
  /// Each line is drawn by itself, so that the space it was broken at is a space like any other: Cairo would write
  /// it as a marked sequence of its own, at which Poppler takes the element to be at its end.
  package func draw(_ text: String, _ style: TextStyle, x: Double, y: Double, width: Double) {
    let lines = lines(of: text, style, width: width)
    for line in lines {
      let free = max(0, width - line.width)
      let shift =
        switch style.alignment {
        case .left: 0.0
        case .centre: free / 2
        case .right: free
        }
      // A text of one line is shown as it was measured, without being set again.
      if lines.count == 1 {
        show(text, style, x: x + shift, y: y + line.top, width: width)
      } else {
        show(String(text[line.range]), style, x: x + shift, y: y + line.top, width: nil)
      }
    }
  }

  /// Draws a text on one line, with an ellipsis where it is wider than it may be.
  package func drawLine(_ text: String, _ style: TextStyle, x: Double, y: Double, width: Double) {
    show(text, style, x: x, y: y, width: width, endsInEllipsis: true)
  }

  /// Cuts a text, broken into lines of a width, after the last line that ends within a height; nil where not
  /// even the first does, or all do.
  package func split(_ text: String, _ style: TextStyle, width: Double, height: Double) -> (String, String)? {
    let lines = lines(of: text, style, width: width)
    guard let next = lines.firstIndex(where: { $0.bottom > height }), next > 0 else { return nil }
    let cut = lines[next].range.lowerBound
    return (String(text[..<cut]), String(text[cut...]))
  }

  /// Draws what `body` draws as one element of the document's structure (ISO 32000-1, 14.8.4).
  package func element(_ kind: StructureElement, _ body: () -> Void) {
    tagged(kind.rawValue, body)
  }

  /// Draws what `body` draws as a figure, which is said in words to those who do not see it.
  package func figure(_ words: String, _ body: () -> Void) {
    record.figures.append(words)
    tagged("Figure", body)
  }

  /// Fills what a path encloses.
  package func fill(_ path: PagePath, _ colour: Colour) {
    trace(path)
    setInk(colour)
    unsafe cairo_fill(context)
  }

  /// Draws along a path with a pen of a thickness in points.
  package func stroke(_ path: PagePath, _ colour: Colour, thickness: Double) {
    trace(path)
    setInk(colour)
    unsafe cairo_set_line_width(context, thickness)
    unsafe cairo_stroke(context)
  }

  /// Draws a picture into a box, as large as its proportions allow, at the middle.
  package func draw(_ picture: PagePicture, x: Double, y: Double, width: Double, height: Double) {
    let (columns, rows) = (Double(picture.width), Double(picture.height))
    let scale = min(width / columns, height / rows)
    unsafe cairo_save(context)
    unsafe cairo_translate(context, x + (width - columns * scale) / 2, y + (height - rows * scale) / 2)
    unsafe cairo_scale(context, scale, scale)
    unsafe picture.withSurface { unsafe cairo_set_source_surface(context, $0, 0, 0) }
    unsafe cairo_paint(context)
    unsafe cairo_restore(context)
  }

  /// Draws squares in rows, the dark ones black, from a point at the top left.
  ///
  /// A document and a picture get them as pixels, which is a tenth of the bytes of boxes; each square has several,
  /// since Poppler smooths what it has to enlarge. A drawing gets boxes, since browsers smooth all pixels.
  package func draw(_ squares: [Bool], columns: Int, x: Double, y: Double, edge: Double) {
    if case .svg = medium {
      fill(.squares(squares, columns: columns, x: x, y: y, edge: edge), .black)
      return
    }
    let fineness = 4
    let picture = PagePicture(squares, columns: columns, pixelsEach: fineness)
    unsafe cairo_save(context)
    unsafe cairo_translate(context, x, y)
    unsafe cairo_scale(context, edge / Double(fineness), edge / Double(fineness))
    unsafe picture.withSurface { surface in
      unsafe cairo_set_source_surface(context, surface, 0, 0)
      unsafe cairo_pattern_set_filter(cairo_get_source(context), CAIRO_FILTER_NEAREST)
    }
    unsafe cairo_paint(context)
    unsafe cairo_restore(context)
  }

  /// Ends the page; what follows goes onto the next.
  package func endPage() {
    SharedFonts.inHand { _ in unsafe cairo_show_page(context) }
  }

  /// What was drawn, as a file.
  package consuming func finish() throws(PageFailure) -> Drawing {
    let drawn = unsafe cairo_status(context)
    var written = CAIRO_STATUS_SUCCESS
    if case .png = medium {
      let closure = unsafe Unmanaged.passUnretained(record).toOpaque()
      unsafe cairo_surface_flush(surface)
      written = unsafe cairo_surface_write_to_png_stream(surface, DrawingRecord.receive, closure)
    }
    SharedFonts.inHand { _ in unsafe cairo_surface_finish(surface) }
    for status in [drawn, written, unsafe cairo_surface_status(surface)] where status != CAIRO_STATUS_SUCCESS {
      throw PageFailure(reason: unsafe String(cString: cairo_status_to_string(status)))
    }
    if case .svg = medium { return Drawing(bytes: svgWithStableNames(record.bytes), figures: record.figures) }
    return Drawing(bytes: record.bytes, figures: record.figures)
  }

  private func tagged(_ tag: String, _ body: () -> Void) {
    unsafe cairo_tag_begin(context, tag, nil)
    body()
    unsafe cairo_tag_end(context, tag)
  }

  /// A line of a broken text: its part of the text, with the space it was broken at, and its edges below the top.
  private struct Line {
    let range: Range<String.Index>
    let width: Double
    let top: Double
    let bottom: Double
  }

  private func lines(of text: String, _ style: TextStyle, width: Double) -> [Line] {
    SharedFonts.inHand { fonts in
      let layout = unsafe texts.layout(text, style, width: width, in: fonts)
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
        lines.append(
          Line(range: start..<end, width: Double(extents.width) / Double(PANGO_SCALE), top: top, bottom: bottom))
        top = bottom
      }
      return lines
    }
  }

  private func show(
    _ text: String, _ style: TextStyle, x: Double, y: Double, width: Double?, endsInEllipsis: Bool = false
  ) {
    setInk(style.ink)
    unsafe cairo_move_to(context, x, y)
    SharedFonts.inHand { fonts in
      unsafe pango_cairo_show_layout(
        context, texts.layout(text, style, width: width, endsInEllipsis: endsInEllipsis, in: fonts))
    }
  }

  private func size(of text: String, _ style: TextStyle, width edge: Double?) -> (width: Double, height: Double) {
    var width: CInt = 0
    var height: CInt = 0
    SharedFonts.inHand { fonts in
      unsafe pango_layout_get_size(texts.layout(text, style, width: edge, in: fonts), &width, &height)
    }
    return (Double(width) / Double(PANGO_SCALE), Double(height) / Double(PANGO_SCALE))
  }

  private func trace(_ path: PagePath) {
    for step in path.steps {
      switch step {
      case .move(let x, let y): unsafe cairo_move_to(context, x, y)
      case .line(let x, let y): unsafe cairo_line_to(context, x, y)
      case .curve(let first, let second, let end):
        unsafe cairo_curve_to(context, first.x, first.y, second.x, second.y, end.x, end.y)
      case .rectangle(let x, let y, let width, let height):
        unsafe cairo_rectangle(context, x, y, width, height)
      }
    }
  }

  private func setInk(_ ink: Colour) {
    unsafe cairo_set_source_rgb(context, ink.red, ink.green, ink.blue)
  }
}
