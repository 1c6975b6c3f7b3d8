internal import Bilingual
internal import CurriculumModel
internal import CurriculumReading
internal import Diagnostics
internal import Markup

/// A file that a document points to and that the workspace does not have.
enum ResourceMissing: ReferenceRule {
  static func findings(in document: DocumentContext, of library: LibraryContext) -> [Diagnostic] {
    guard let listing = library.listing else { return [] }
    return document.addresses.compactMap { found in
      guard case .local(let address) = AddressKind(found.address.value) else { return nil }
      guard !address.path.isEmpty else { return noAddress(found) }
      guard let target = listing.target(of: address, from: found.document), !listing.files.contains(target)
      else { return nil }
      return finding(found, target, listing)
    }
  }

  private static func noAddress(_ found: FoundAddress) -> Diagnostic {
    Diagnostic(
      id, at: found.address.span, summary: Wording(en: "no address is given", fr: "aucune adresse n’est donnée"),
      explanation: Wording(
        en: "It is written here, or the element is left out.", fr: "Elle s’écrit ici, ou l’élément est à supprimer."))
  }

  private static func finding(_ found: FoundAddress, _ target: String, _ listing: WorkspaceListing) -> Diagnostic {
    let written = found.address.value
    var solutions: [Diagnostic.Solution] = []
    if let host = written.split(separator: "/", omittingEmptySubsequences: false).first,
      looksLikeHost(host, in: written)
    {
      let address = "https://" + written.replacing(" ", with: "%20")
      solutions.append(
        .init(
          Wording(en: "write \(en(address))", fr: "écrire \(fr(address))"),
          [.init(found.address.span, with: address)]))
    }
    solutions += nearest(to: target, among: listing.files).map { near in
      let path = relative(near, from: found.document, in: listing)
      return .init(
        Wording(en: "write \(en(path)) instead", fr: "écrire plutôt \(fr(path))"),
        [.init(found.address.span, with: path)])
    }
    if solutions.isEmpty {
      solutions = [
        .init(Wording(en: "add the file, or correct its path", fr: "ajouter le fichier, ou corriger son chemin"))
      ]
    }
    return Diagnostic(
      id, at: found.address.span,
      summary: Wording(
        en: "there is no file \(en(target)) in the workspace",
        fr: "il n’y a pas de fichier \(fr(target)) dans l’espace de travail"),
      explanation: Wording(
        en: "An address without ‘https:’ is a file, looked for from the folder of the document that names it.",
        fr:
          "Une adresse sans «\u{A0}https:\u{A0}» est un fichier, cherché depuis le dossier du document qui le nomme."),
      solutions: solutions)
  }

  /// Whether an address begins like one of the web whose scheme was forgotten.
  private static func looksLikeHost(_ host: Substring, in written: String) -> Bool {
    guard !host.hasPrefix("www.") else { return true }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    return host.utf8.count < written.utf8.count && labels.count > 1 && labels.allSatisfy { !$0.isEmpty }
  }

  /// A path of the workspace as a document in one of its folders writes it.
  private static func relative(_ path: String, from document: String, in listing: WorkspaceListing) -> String {
    let here = listing.target(of: LocalAddress(path: ""), from: document)?.split(separator: "/") ?? []
    let there = path.split(separator: "/")
    let shared = zip(here, there.dropLast()).prefix { $0 == $1 }.count
    let steps = here.dropFirst(shared).map { _ in ".." } + there.dropFirst(shared).map { encoded($0) }
    return steps.joined(separator: "/")
  }

  /// A file's name as an address writes it.
  private static func encoded(_ name: Substring) -> String {
    String(name).replacing("%", with: "%25").replacing(" ", with: "%20").replacing("#", with: "%23")
      .replacing("?", with: "%3F").replacing("&", with: "%26").replacing("\"", with: "%22").replacing("<", with: "%3C")
  }
}
