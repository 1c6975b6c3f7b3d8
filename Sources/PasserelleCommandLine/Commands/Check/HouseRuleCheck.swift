import Bilingual
import Diagnostics
import HouseRules
import Markup
import Validators

/// The findings of an organisation's own rules, which the programme names.
struct HouseRuleCheck {
  /// The documents, and the files of rules after them.
  private(set) var sources: Sources
  /// What the rules find, and what is wrong with them.
  private(set) var findings: [Diagnostic] = []
  /// What each id is about, by the title of its file.
  private(set) var titles: [String: String] = [:]

  /// Runs the rules on the documents that the grammar accepts.
  ///
  /// A file that is not in the workspace is a matter for `ResourceMissing`; outside a workspace no rule runs.
  init(_ validation: Validation, _ request: CheckRequest) throws {
    sources = validation.sources
    guard let folder = request.folder, let listing = request.listing, !validation.houseRules.isEmpty else { return }
    let documents = Self.queried(validation, request)
    for reference in validation.houseRules where listing.files.contains(reference.address) {
      let path = reference.address
      let file = try readDocumentFile(at: folder.path + "/" + path, shownAs: folder.shown(path))
      let utf8 = (try? decode(file.bytes))?.utf8 ?? []
      let id = sources.add(Source(path: file.path, utf8: utf8))
      let (rules, faults) = readHouseRules(utf8, as: id, phase: reference.phase, name: Self.name(of: path))
      findings += faults
      guard let rules else { continue }
      for id in rules.ids { titles[id] = rules.title }
      findings += HouseRules.run(rules, on: documents)
    }
    findings = findings.inReadingOrder()
  }

  private static func queried(
    _ validation: Validation, _ request: CheckRequest
  ) -> [(path: String, document: QueriedDocument)] {
    let byDocument = Dictionary(grouping: validation.findings, by: \.span.source)
    var reader = MarkupReader(grammar: nil)
    return (0..<validation.sources.count).compactMap { index in
      let id = SourceID(index: index)
      guard DocumentStage(reachedWith: byDocument[id] ?? []) == .accepted else { return nil }
      let source = validation.sources[id]
      return reader.readToQuery(source.utf8, as: id).map { (request.portable(source.path), $0) }
    }
  }

  /// A file's name without what comes after its first dot.
  private static func name(of path: String) -> String {
    String(path.split(separator: "/").last.map { $0.prefix { $0 != "." } } ?? "")
  }
}
