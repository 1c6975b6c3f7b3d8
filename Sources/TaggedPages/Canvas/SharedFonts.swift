internal import CPangoCairo
internal import Synchronization

/// The turn of the thread that reads fonts.
///
/// Cairo keeps the faces of fonts for the whole process, ten of them open. To open one more it closes one that no thread
/// reads, and whether one does it looks up without waiting for a thread that is about to (`_has_unlocked_face` of 1.16
/// to 1.18); and it opens several beside each other, which FreeType does not allow. So one thread at a time reads.
private let reading = Mutex(())

/// The fonts of the process, read by one thread at a time.
///
/// Pango has a font map for each thread, which would go with the thread, at a time for which nobody waits; so all share
/// one that stays.
@safe enum SharedFonts {
  private nonisolated(unsafe) static let map = unsafe pango_cairo_font_map_new()

  /// Does what may read a font: measures or shows a text, ends a page or a file.
  ///
  /// Within `body` it must not be called again.
  static func alone<Result: Sendable>(_ body: () -> Result) -> Result {
    reading.withLock { _ in body() }
  }

  /// Where texts are set for what is drawn with `context`; to be called alone.
  static func setting(for context: OpaquePointer) -> OpaquePointer? {
    let fonts = unsafe pango_font_map_create_context(map)
    unsafe pango_cairo_update_context(context, fonts)
    return unsafe fonts
  }
}
