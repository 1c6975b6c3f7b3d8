internal import CPangoCairo

/// The texts of a document, set by Pango, each once: what is measured is drawn soon after, and what stands at the foot
/// of every page is set for the first alone.
///
/// They may serve several documents. Shaping letters is the dearest part of a page. It owns Pango's layouts, which are
/// valid as long as it is; no pointer leaves this folder.
@safe final class SetTexts {
  /// All that the lines of a text depend on; neither its colour nor its place.
  private struct Key: Hashable {
    let text: String
    let family: TextStyle.Family
    let size: Double
    let weight: TextStyle.Weight
    let spacing: Double
    let width: Double?
    let endsInEllipsis: Bool
  }

  private var setting: OpaquePointer?
  private var layouts: [Key: OpaquePointer] = unsafe [:]

  /// No texts yet, for what is drawn with `context` and others of its kind; in a language, where the document has one.
  init(for context: OpaquePointer, language: String?) {
    SharedFonts.inHand { fonts in
      unsafe setting = fonts.setting(for: context)
      if let language { unsafe pango_context_set_language(setting, pango_language_from_string(language)) }
      unsafe pango_context_set_round_glyph_positions(setting, 0)
      unsafe pango_context_set_base_dir(setting, PANGO_DIRECTION_LTR)
      withoutHinting()
    }
  }

  deinit {
    SharedFonts.inHand { _ in
      unsafe layouts.values.forEach { unsafe g_object_unref(UnsafeMutableRawPointer($0)) }
      unsafe g_object_unref(UnsafeMutableRawPointer(setting))
    }
  }

  /// A text broken into lines of a width in points, or on one line where there is none.
  ///
  /// `endsInEllipsis` cuts what is wider to one line. The layout may be looked at as long as the fonts are in hand.
  func layout(
    _ text: String, _ style: TextStyle, width: Double?, endsInEllipsis: Bool = false, in fonts: borrowing SharedFonts
  ) -> OpaquePointer {
    let key = Key(
      text: text, family: style.family, size: style.size, weight: style.weight, spacing: style.spacing, width: width,
      endsInEllipsis: endsInEllipsis)
    if let known = unsafe layouts[key] { return unsafe known }
    let layout = unsafe set(key)
    unsafe layouts[key] = layout
    return unsafe layout
  }

  private func set(_ key: Key) -> OpaquePointer {
    let layout: OpaquePointer = unsafe pango_layout_new(setting)
    let description = unsafe pango_font_description_new()
    defer { unsafe pango_font_description_free(description) }
    unsafe pango_font_description_set_family(description, key.family.rawValue)
    unsafe pango_font_description_set_absolute_size(description, key.size * Double(PANGO_SCALE))
    unsafe pango_font_description_set_weight(
      description, key.weight == .bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
    unsafe pango_layout_set_font_description(layout, description)
    // Both languages run from left to right, whatever script a name at the beginning of a sentence has.
    unsafe pango_layout_set_auto_dir(layout, 0)
    unsafe pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
    unsafe pango_layout_set_width(layout, key.width.map { CInt($0 * Double(PANGO_SCALE)) } ?? -1)
    if key.endsInEllipsis { unsafe pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END) }
    unsafe setAttributes(of: layout, spacing: key.spacing)
    unsafe pango_layout_set_text(layout, key.text, CInt(key.text.utf8.count))
    return unsafe layout
  }

  /// Ligatures are off, so that readers which take text out of the page find the letters that were put in.
  private func setAttributes(of layout: OpaquePointer, spacing: Double) {
    let attributes = unsafe pango_attr_list_new()
    unsafe pango_attr_list_insert(attributes, pango_attr_font_features_new("liga=0, clig=0, dlig=0, hlig=0"))
    if spacing > 0 {
      unsafe pango_attr_list_insert(attributes, pango_attr_letter_spacing_new(CInt(spacing * Double(PANGO_SCALE))))
    }
    unsafe pango_layout_set_attributes(layout, attributes)
    unsafe pango_attr_list_unref(attributes)
  }

  /// Pictures are drawn with the widths that documents have, so that lines break at the same words.
  private func withoutHinting() {
    let options = unsafe cairo_font_options_create()
    defer { unsafe cairo_font_options_destroy(options) }
    unsafe cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    unsafe cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    unsafe cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    unsafe pango_cairo_context_set_font_options(setting, options)
  }
}
