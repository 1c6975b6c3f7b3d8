import FoundationEssentials

/// Values as the JSON that other programs read: sorted keys, two spaces, slashes as they are.
enum JSONOutput {
  /// Prints a value on standard output.
  static func print(_ value: some Encodable) throws {
    Conversation.print(try text(value))
  }

  /// A value as JSON.
  static func text(_ value: some Encodable, pretty: Bool = true) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting =
      pretty ? [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes] : [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}
