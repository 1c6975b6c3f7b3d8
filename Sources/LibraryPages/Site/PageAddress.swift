internal import Bilingual
internal import CurriculumModel

/// A page of the site, whatever its language.
enum PageAddress: Hashable, Sendable {
  case catalogue
  case curricula
  case cards
  case findings
  case verification
  case module(Identifier<Module>)
  case sheet(Identifier<Module>)
  case card(Identifier<Card>)
  case curriculum(Identifier<Curriculum>)
  case plan(Identifier<Certificate>)
  case session(Identifier<Certificate>, Int)
  /// The picture of a curriculum's conditions.
  case graph(Identifier<Curriculum>)

  /// The path from the site's root.
  func path(in language: Language) -> String { "\(language.rawValue)/\(place)" }

  /// The way from this page to the site's root.
  var root: String { String(repeating: "../", count: place.count { $0 == "/" } + 1) }

  /// The way from this page to another one in the same language.
  func link(to other: PageAddress, in language: Language) -> String { root + other.path(in: language) }

  private var place: String {
    switch self {
    case .catalogue: "index.html"
    case .curricula: "curricula.html"
    case .cards: "cards.html"
    case .findings: "findings.html"
    case .verification: "verify.html"
    case .module(let id): "modules/\(id).html"
    case .sheet(let id): "sheets/\(id).html"
    case .card(let id): "cards/\(id).html"
    case .curriculum(let id): "curricula/\(id).html"
    case .plan(let id): "plans/\(id).html"
    case .session(let id, let number): "plans/\(id)/\(number).html"
    case .graph(let id): "graphs/\(id).svg"
    }
  }
}

extension PageAddress {
  /// The page and the language of a path from the site's root; nil where no page could have it.
  static func parsed(_ path: String) -> (address: PageAddress, language: Language)? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard let language = parts.first.flatMap(Language.init(rawValue:)) else { return nil }
    return address(Array(parts.dropFirst())).map { ($0, language) }
  }

  private static func address(_ parts: [String]) -> PageAddress? {
    let name = parts.last.flatMap { last in
      last.hasSuffix(".html") ? String(last.dropLast(5)) : last.hasSuffix(".svg") ? String(last.dropLast(4)) : nil
    }
    guard let name else { return nil }
    let found: PageAddress? =
      switch (parts.count, parts[0]) {
      case (1, "index.html"): .catalogue
      case (1, "curricula.html"): .curricula
      case (1, "cards.html"): .cards
      case (1, "findings.html"): .findings
      case (1, "verify.html"): .verification
      case (2, "modules"): .module(Identifier(name))
      case (2, "sheets"): .sheet(Identifier(name))
      case (2, "cards"): .card(Identifier(name))
      case (2, "curricula"): .curriculum(Identifier(name))
      case (2, "plans"): .plan(Identifier(name))
      case (2, "graphs"): .graph(Identifier(name))
      case (3, "plans"): Int(name).map { .session(Identifier(parts[1]), $0) }
      default: nil
      }
    // What is written in another way than we write it is no page: "07.html", "index.svg".
    return found.flatMap { $0.place == parts.joined(separator: "/") ? $0 : nil }
  }
}
