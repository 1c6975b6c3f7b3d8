import Foundation

extension String {
  /// The scalars of the canonical decomposition, so that an accent can be told from its letter.
  var decomposed: String.UnicodeScalarView {
    decomposedStringWithCanonicalMapping.unicodeScalars
  }
}
