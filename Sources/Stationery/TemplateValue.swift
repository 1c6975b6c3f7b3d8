internal import Mustache

/// A value as a template reads it: its members by name, looked at once.
///
/// A member without a value is there and false, so that a template never takes the one of the same name around it
/// instead. A class, because members are found when they are asked for and then kept.
final class TemplateValue: MustacheParent {
  private let value: Any
  private lazy var members: [String: Any] = {
    var members: [String: Any] = [:]
    for child in Mirror(reflecting: value).children {
      if let label = child.label { members[label] = Self.readable(child.value) }
    }
    return members
  }()

  private init(_ value: Any) {
    self.value = value
  }

  func child(named name: String) -> Any? { members[name] }

  /// A value that a template can read: texts, numbers and truth values as they are, lists one by one.
  static func readable(_ value: Any) -> Any {
    switch value {
    case is String, is Bool, is Int: return value
    default: break
    }
    let mirror = Mirror(reflecting: value)
    return switch mirror.displayStyle {
    case .optional: mirror.children.first.map { readable($0.value) } ?? false
    case .collection: mirror.children.map { readable($0.value) }
    case .struct, .class, .tuple: TemplateValue(value)
    default: value
    }
  }
}

/// Text as it stands in a page, within quotation marks too.
struct PageText: MustacheContentType {
  /// The name by which a template asks for it.
  static let name = "PAGE"

  /// Escapes byte by byte: a sign that closes a text is that sign even where an accent follows it.
  func escapeText(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      case UInt8(ascii: "'"): bytes += "&#39;".utf8
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
