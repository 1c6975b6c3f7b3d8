/// A piece of a page in the making, put together in code where a template would be filled a thousand times over.
///
/// Every text is escaped where it is put in, as in a template; only another piece goes in as it is.
package struct PageMarkup: ExpressibleByStringInterpolation, Hashable, Sendable {
  /// The piece as it stands in the page.
  package let html: String

  /// A piece from markup of the program's own.
  package init(stringLiteral markup: StaticString) {
    html = markup.description
  }

  /// A piece from markup of the program's own, with what is put into it.
  package init(stringInterpolation parts: Interpolation) {
    html = parts.html
  }

  /// Pieces, one after the other.
  package init(joining pieces: some Sequence<PageMarkup>) {
    html = pieces.reduce(into: "") { $0 += $1.html }
  }

  /// What a piece is put together from.
  package struct Interpolation: StringInterpolationProtocol {
    fileprivate var html = ""

    /// A piece of about so many characters.
    package init(literalCapacity: Int, interpolationCount: Int) {
      html.reserveCapacity(literalCapacity + 32 * interpolationCount)
    }

    /// Takes markup of the program's own.
    package mutating func appendLiteral(_ markup: StaticString) { html += markup.description }

    /// Puts a text in, escaped.
    package mutating func appendInterpolation(_ text: String) { html += PageText().escapeText(text) }

    /// Puts another piece in; nothing where there is none.
    package mutating func appendInterpolation(_ piece: PageMarkup?) { html += piece?.html ?? "" }
  }
}
