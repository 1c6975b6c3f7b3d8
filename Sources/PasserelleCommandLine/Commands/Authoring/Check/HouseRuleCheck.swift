import Bilingual
import Diagnostics
import HouseRules
import Markup
import Validators

/// The findings of an organisation's own rules, which the programme names.
struct HouseRuleCheck {
  /// What is kept of it for another run.
  struct Kept: Codable {
    /// The files of rules that were read, as paths from the workspace.
    var files: [String] = []
    /// What the rules find, and what is wrong with them.
    var findings: [Diagnostic] = []
    /// What each id is about, by the title of its file.
    var titles: [String: String] = [:]
  }

  /// The documents, and the files of rules after them.
  private(set) var sources: Sources
  /// What was found.
  private(set) var kept = Kept()

  /// What the rules find, and what is wrong with them.
  var findings: [Diagnostic] { kept.findings }
  /// What each id is about, by the title of its file.
  var titles: [String: String] { kept.titles }

  /// Runs the rules.
  ///
  /// A file that is not in the workspace is a matter for `ResourceMissing`; outside a workspace no rule runs.
  init(_ verdict: Verdict, _ request: CheckRequest) throws {
    sources = verdict.sources
    guard let folder = request.folder, let listing = request.listing, !verdict.houseRules.isEmpty else { return }
    let (documents, accepted) = Self.queried(verdict, request)
    for reference in verdict.houseRules where listing.files.contains(reference.address) {
      let path = reference.address
      let (id, utf8) = try add(path, of: folder)
      let (rules, faults) = readHouseRules(utf8, as: id, phase: reference.phase, name: Self.name(of: path))
      kept.files.append(path)
      kept.findings += faults
      guard let rules else { continue }
      for id in rules.ids { kept.titles[id] = rules.title }
      kept.findings += HouseRules.run(rules, on: documents, isChecked: accepted.contains)
    }
    kept.findings = kept.findings.inReadingOrder()
  }

  /// What was kept, about the same documents and files of rules.
  init(_ kept: Kept, in sources: Sources, of folder: WorkspaceFolder) throws {
    self.sources = sources
    self.kept = kept
    for path in kept.files { _ = try add(path, of: folder) }
  }

  private mutating func add(_ path: String, of folder: WorkspaceFolder) throws -> (SourceID, [UInt8]) {
    let file = try readDocumentFile(at: folder.path + "/" + path, shownAs: folder.shown(path))
    let utf8 = (try? decode(file.bytes))?.utf8 ?? []
    return (sources.add(Source(path: file.path, utf8: utf8)), utf8)
  }

  /// The documents that are well-formed, and which of them the grammar accepts: rules are about those, and look things
  /// up in the others, so that one fault gives one message.
  private static func queried(
    _ verdict: Verdict, _ request: CheckRequest
  ) -> (documents: [(path: String, document: QueriedDocument)], accepted: Set<Int>) {
    let byDocument = Dictionary(grouping: verdict.findings, by: \.span.source)
    var reader = MarkupReader(grammar: nil)
    var documents: [(path: String, document: QueriedDocument)] = []
    var accepted: Set<Int> = []
    for index in 0..<verdict.sources.count {
      let source = verdict.sources[SourceID(index: index)]
      guard let document = reader.readToQuery(source.utf8, as: SourceID(index: index)) else { continue }
      if DocumentStage(reachedWith: byDocument[SourceID(index: index)] ?? []) == .accepted {
        accepted.insert(documents.count)
      }
      documents.append((request.portable(source.path), document))
    }
    return (documents, accepted)
  }

  /// A file's name without what comes after its first dot.
  private static func name(of path: String) -> String {
    String(path.split(separator: "/").last.map { $0.prefix { $0 != "." } } ?? "")
  }
}
