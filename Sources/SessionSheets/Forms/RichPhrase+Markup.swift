package import Stationery

extension RichPhrase {
  /// The phrase as it stands in a page; what the template `phrase` makes of it.
  package var markup: PageMarkup {
    let pieces = PageMarkup(joining: runs.map(\.markup))
    guard let foreign else { return pieces }
    return "<span lang=\"\(foreign)\">\(pieces)</span>"
  }
}

extension RichPhrase.Run {
  /// The piece with what marks it around it, the innermost first.
  fileprivate var markup: PageMarkup {
    var piece: PageMarkup = "\(characters)"
    if isCode { piece = "<code>\(piece)</code>" }
    if isEmphasis { piece = "<em>\(piece)</em>" }
    if isStrong { piece = "<strong>\(piece)</strong>" }
    if let href { piece = "<a href=\"\(href)\">\(piece)</a>" }
    if let speech { piece = "<span lang=\"\(speech)\">\(piece)</span>" }
    return piece
  }
}
