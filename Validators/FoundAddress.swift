internal import CurriculumReading
internal import Diagnostics
internal import Markup

/// An address that a document gives, and what for.
struct FoundAddress {
  /// What the address is for.
  enum Purpose {
    /// A page or a file that helps.
    case reading
    /// A picture that a sheet or a certificate shows.
    case picture
  }

  let purpose: Purpose
  /// The address as written, at its place.
  let address: Located<String>
  /// The document's path.
  let document: String
}

extension FoundAddress {
  /// Every address within a document's root.
  static func all(within root: Element, of document: String) -> [FoundAddress] {
    var found: [FoundAddress] = []
    add(addressesWithin: root, of: document, to: &found)
    return found
  }

  private static func add(addressesWithin element: Element, of document: String, to found: inout [FoundAddress]) {
    let own: (purpose: Purpose, attribute: String)? =
      switch element.name.local {
      case "resource", "link", "house-rules": (.reading, "href")
      case "figure": (.picture, "src")
      case "issuer": (.picture, "logo")
      default: nil
      }
    if let own, let address = element[attribute: own.attribute] {
      found.append(FoundAddress(purpose: own.purpose, address: address.map(trimmed), document: document))
    }
    for child in element.elements { add(addressesWithin: child, of: document, to: &found) }
  }
}
