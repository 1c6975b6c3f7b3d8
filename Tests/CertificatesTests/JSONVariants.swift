@testable import Certificates

extension JSONValue {
  /// The value with one member set, added at the end where there is none, or left out where it has no value.
  func replacing(_ path: [String], with value: JSONValue?) -> JSONValue {
    guard case .object(let members) = self, let name = path.first else { return value ?? .null }
    if path.count == 1 {
      guard let value else { return .object(members.filter { $0.name != name }) }
      guard self[name] != nil else { return .object(members + [Member(name: name, value: value)]) }
    }
    return .object(
      members.map { member in
        guard member.name == name else { return member }
        return Member(name: name, value: member.value.replacing(Array(path.dropFirst()), with: value))
      })
  }

  /// Every value that differs from this one in one place: a scalar changed, a member or item left out or added.
  var variants: [JSONValue] {
    switch self {
    case .null: [.bool(true), .string("")]
    case .bool(let value): [.bool(!value), .null]
    case .number(let spelling): [.number(spelling + "0"), .string(spelling), .null]
    case .string(let text): [.string(text + " "), .string(""), .string(text.uppercased() + "x"), .null]
    case .array, .object: changes(\.variants) + drops + grown
    }
  }

  /// Every value that has one member more than this one in one object.
  var additions: [JSONValue] {
    switch self {
    case .null, .bool, .number, .string: []
    case .array: changes(\.additions)
    case .object: changes(\.additions) + grown
    }
  }

  private func changes(_ variants: (JSONValue) -> [JSONValue]) -> [JSONValue] {
    var changes: [JSONValue] = []
    if case .array(let items) = self {
      for (index, item) in items.enumerated() {
        for variant in variants(item) {
          var changed = items
          changed[index] = variant
          changes.append(.array(changed))
        }
      }
    }
    if case .object(let members) = self {
      for (index, member) in members.enumerated() {
        for variant in variants(member.value) {
          var changed = members
          changed[index] = Member(name: member.name, value: variant)
          changes.append(.object(changed))
        }
      }
    }
    return changes
  }

  private var drops: [JSONValue] {
    func without<Item>(_ index: Int, _ items: [Item]) -> [Item] {
      var rest = items
      rest.remove(at: index)
      return rest
    }
    if case .array(let items) = self { return items.indices.map { .array(without($0, items)) } }
    if case .object(let members) = self { return members.indices.map { .object(without($0, members)) } }
    return []
  }

  private var grown: [JSONValue] {
    if case .array(let items) = self { return [.array(items + items.prefix(1))] }
    if case .object(let members) = self { return [.object(members + [Member(name: "added", value: "x")])] }
    return []
  }
}
