/// The sheet that a page is drawn on.
package enum PageFormat: String, Hashable, Sendable, CaseIterable {
  /// ISO 216 A4, 210 mm by 297 mm.
  case a4
  /// ANSI A, 8.5 in by 11 in.
  case letter

  /// Width in points of 1/72 in.
  package var width: Double {
    switch self {
    case .a4: 595.28
    case .letter: 612
    }
  }

  /// Height in points of 1/72 in.
  package var height: Double {
    switch self {
    case .a4: 841.89
    case .letter: 792
    }
  }
}
