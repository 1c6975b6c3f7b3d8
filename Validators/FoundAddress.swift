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
  /// Every address of the draft that a file of the workspace may answer to.
  static func all(in draft: CurriculumDraft, _ sources: Sources) -> [FoundAddress] {
    let roots =
      draft.programmes.map(\.element) + draft.frameworks.map(\.element) + draft.modules.map(\.element)
      + draft.cards.map(\.element) + draft.curricula.map(\.element)
    var found: [FoundAddress] = []
    for root in roots { add(addressesWithin: root, of: sources[root.nameSpan.source].path, to: &found) }
    return found
  }

  private static func add(addressesWithin element: Element, of document: String, to found: inout [FoundAddress]) {
    let own: (purpose: Purpose, attribute: String)? =
      switch element.name.local {
      case "resource", "link": (.reading, "href")
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
