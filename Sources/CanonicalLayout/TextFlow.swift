/// A part of running text, between whose parts lines may be broken or not.
enum TextUnit {
  /// Characters that hold together: words, tags, comments.
  case glue([UInt8])
  /// White space, where a line may be broken.
  case space
}

/// Running text as it is collected, each run of white space made one.
///
/// Readers collapse white space across tags, so a space that follows one directly or across a tag means nothing.
struct TextFlow {
  private var units: [TextUnit] = []
  /// Whether readers have white space, or nothing yet, before what comes next.
  private var endsInSpace = true

  /// Adds characters, in which white space may be collapsed.
  mutating func add(text: ArraySlice<UInt8>) {
    var rest = text
    while let byte = rest.first {
      if isSpace(byte) {
        rest = rest.drop(while: isSpace)
        if !endsInSpace { units.append(.space) }
        endsInSpace = true
      } else {
        let word = rest.prefix { !isSpace($0) }
        units.append(.glue(Array(word)))
        endsInSpace = false
        rest = rest[word.endIndex...]
      }
    }
  }

  /// Adds a tag, between which and what stands beside it no line is broken.
  mutating func add(tag: [UInt8]) {
    units.append(.glue(tag))
  }

  /// Adds a section, a comment or an instruction, after which white space is kept: what is in it is not looked at.
  mutating func add(whole: [UInt8]) {
    units.append(.glue(whole))
    endsInSpace = false
  }

  /// The units without white space at their end, which readers pass over.
  var trimmed: [TextUnit] {
    var units = self.units
    while case .space? = units.last { units.removeLast() }
    return units
  }
}
