package import CurriculumModel

/// The opaque identifier under which facts about a person are kept; the name stands beside it in one row only.
package typealias PersonKey = UniversalID<Person>

/// A person of the programme.
package struct Person: Hashable, Sendable {
  /// The opaque key under which facts are kept.
  package let key: PersonKey
  /// What people type for the person, such as `awa`; as personal as the name, and erased with it.
  package let handle: Identifier<Person>
  /// The name, as it stands on certificates.
  package let name: String
  /// The language in which to write to the person.
  package let language: LanguageTag

  /// A person from the parts.
  package init(key: PersonKey, handle: Identifier<Person>, name: String, language: LanguageTag) {
    self.key = key
    self.handle = handle
    self.name = name
    self.language = language
  }
}
