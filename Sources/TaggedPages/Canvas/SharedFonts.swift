internal import CPangoCairo
internal import Synchronization

/// The fonts of the process, read by one thread at a time.
///
/// Cairo keeps the faces of fonts for the whole process, ten of them open. To open one more it closes one that no thread
/// reads, and whether one does it looks up without waiting for a thread that is about to (`_has_unlocked_face` of 1.16
/// to 1.18); and it opens several beside each other, which FreeType does not allow. So whatever may read a font – to
/// measure or show a text, to end a page or a file – is done with the fonts in hand. Pango's font map for each thread
/// would go with the thread, at a time for which nobody waits; so all share one that stays.
@safe struct SharedFonts: ~Copyable {
  private static let shared = Mutex(SharedFonts())

  private let map = unsafe pango_cairo_font_map_new()

  private init() {}

  /// Does something with the fonts in hand; within `body` they cannot be asked for again.
  static func inHand<Result: Sendable>(_ body: (borrowing SharedFonts) -> Result) -> Result {
    shared.withLock { body($0) }
  }

  /// Where texts are set for what is drawn with `context`.
  func setting(for context: OpaquePointer) -> OpaquePointer? {
    let setting = unsafe pango_font_map_create_context(map)
    unsafe pango_cairo_update_context(context, setting)
    return unsafe setting
  }
}
