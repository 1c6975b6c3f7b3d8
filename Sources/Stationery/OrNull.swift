/// A member of JSON that is written as `null` where there is no value, so that every run has the same keys.
@propertyWrapper
package struct OrNull<Value: Encodable>: Encodable {
  /// The value, where there is one.
  package var wrappedValue: Value?

  /// A member from its value.
  package init(wrappedValue: Value?) {
    self.wrappedValue = wrappedValue
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(wrappedValue)
  }
}

extension OrNull: Sendable where Value: Sendable {}
