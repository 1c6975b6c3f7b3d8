import Bilingual
import SessionSheets

/// Where a command's product goes: to a file, as a whole, or to standard output.
struct Product {
  /// The file; nil for standard output.
  let file: String?

  /// Writes the product.
  func write(_ bytes: [UInt8]) throws {
    if let file {
      try writeAtomically(bytes, to: file)
    } else {
      Conversation.write(bytes)
    }
  }

  /// Refuses what a terminal cannot show, before anything is computed.
  func refuseTerminal(_ name: String) throws {
    guard file == nil, Conversation.outputIsTerminal else { return }
    throw CommandFailure(
      .usage, Wording(en: "a \(name) is not for a terminal", fr: "un \(name) n’est pas fait pour un terminal"),
      remedies: [Wording(en: "name a file with --output", fr: "nommer un fichier avec --output")])
  }

  /// How lines look there: as wide as a page, and coloured on a terminal alone.
  var style: TerminalStyle {
    guard file == nil else { return .plain }
    return TerminalStyle(width: TextLayout.width, isColoured: Conversation.isColoured)
  }
}
