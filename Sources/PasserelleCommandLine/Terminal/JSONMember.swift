/// A value of JSON whose shape others decide.
enum JSONMember: Codable {
  /// Characters.
  case text(String)
  /// A whole number.
  case number(Int64)
  /// Several values.
  case list([JSONMember])
  /// Nothing.
  case null

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let number = try? container.decode(Int64.self) {
      self = .number(number)
    } else if let list = try? container.decode([JSONMember].self) {
      self = .list(list)
    } else {
      self = .null
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let text): try container.encode(text)
    case .number(let number): try container.encode(number)
    case .list(let list): try container.encode(list)
    case .null: try container.encodeNil()
    }
  }
}
