package import Markup

/// The namespace of the vocabulary.
package let vocabularyNamespace = "urn:passerelle:1"

/// What a document is, by its root element.
package enum DocumentKind: String, CaseIterable, Sendable, Codable {
  /// An organisation's programme.
  case programme
  /// A framework of competences.
  case framework
  /// A curriculum.
  case curriculum
  /// A learning module.
  case module
  /// A take-away sheet.
  case card

  /// The kind of the document with this root; nil for a root that the vocabulary does not have.
  package init?(root: Element) {
    self.init(rawValue: root.name.local)
  }
}
