package import Bilingual

/// Findings as SARIF 2.1.0 (OASIS, 2020), which code hosts and editors read.
///
/// The words are in one language; the other is there as a translation of the rules (section 3.19.21). Findings that a
/// baseline knows are there, suppressed. Columns count Unicode scalars.
package struct SARIFLog: Encodable, Sendable {
  private let schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
  private let version = "2.1.0"
  private let runs: [Run]

  private enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case version, runs
  }

  /// A log of findings.
  ///
  /// - Parameters:
  ///   - findings: What was found, in reading order.
  ///   - sources: The documents.
  ///   - language: The language of the words.
  ///   - toolVersion: The program's version.
  ///   - describe: What there is to say about every finding of an id.
  package init(
    _ findings: [ReportedFinding], sources: Sources, language: Language, toolVersion: String,
    describe: (Diagnostic.ID) -> FindingDescription
  ) {
    let ids = Set(findings.map(\.finding.id)).sorted()
    let descriptions = ids.map { ($0, describe($0)) }
    let places = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
    let other: Language = language == .en ? .fr : .en
    runs = [
      Run(
        tool: Tool(
          driver: Component(
            version: toolVersion, language: language.rawValue,
            rules: descriptions.map { Rule($0, $1, language) })),
        language: language.rawValue,
        translations: [
          Component(
            language: other.rawValue, rules: descriptions.map { Rule($0, $1, other) }, contents: ["localizedData"],
            associatedComponent: ComponentReference())
        ],
        results: findings.map { Result($0, sources, language, ruleIndex: places[$0.finding.id] ?? -1) })
    ]
  }
}

private struct Run: Encodable {
  let tool: Tool
  let language: String
  var columnKind = "unicodeCodePoints"
  let translations: [Component]
  let results: [Result]
}

private struct Tool: Encodable {
  let driver: Component
}

private struct Component: Encodable {
  var name = "passerelle"
  var version: String?
  let language: String
  let rules: [Rule]
  var contents: [String]?
  var associatedComponent: ComponentReference?
}

private struct ComponentReference: Encodable {
  var name = "passerelle"
}

private struct Rule: Encodable {
  let id: String
  let shortDescription: Message
  let help: Message?

  init(_ id: Diagnostic.ID, _ description: FindingDescription, _ language: Language) {
    self.id = id.rawValue
    shortDescription = Message(text: description.title[language])
    help = description.page.map { Message(text: $0[language], markdown: $0[language]) }
  }
}

private struct Message: Encodable {
  let text: String
  var markdown: String?
}

private struct Result: Encodable {
  let ruleId: String
  let ruleIndex: Int
  let level: String
  let message: Message
  let locations: [Location]
  let relatedLocations: [Location]?
  let partialFingerprints: [String: String]
  let fixes: [Fix]?
  let suppressions: [Suppression]?

  init(_ reported: ReportedFinding, _ sources: Sources, _ language: Language, ruleIndex: Int) {
    let finding = reported.finding
    ruleId = finding.id.rawValue
    self.ruleIndex = ruleIndex
    level = finding.severity.rawValue
    message = Message(text: finding.message(in: language))
    locations = [Location(finding.span, sources)]
    let related = finding.notes.compactMap { note in
      note.span.map { Location($0, sources, Message(text: note.text[language])) }
    }
    relatedLocations = related.isEmpty ? nil : related
    partialFingerprints = ["passerelle/v1": reported.fingerprint.digits]
    let edits = finding.solutions.filter { !$0.replacements.isEmpty }.map { Fix($0, sources, language) }
    fixes = edits.isEmpty ? nil : edits
    suppressions = reported.isKnown ? [Suppression()] : nil
  }
}

private struct Suppression: Encodable {
  var kind = "external"
}

private struct Location: Encodable {
  let physicalLocation: PhysicalLocation
  let message: Message?

  init(_ span: SourceSpan, _ sources: Sources, _ message: Message? = nil) {
    physicalLocation = PhysicalLocation(
      artifactLocation: ArtifactLocation(sources[span.source].path), region: Region(span, sources))
    self.message = message
  }
}

private struct PhysicalLocation: Encodable {
  let artifactLocation: ArtifactLocation
  let region: Region
}

private struct ArtifactLocation: Encodable {
  let uri: String

  /// A path as a URI reference (RFC 3986): a relative one stays relative, an absolute one gets the scheme `file`.
  init(_ path: String) {
    let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8)
    let digits = Array("0123456789ABCDEF")
    var text = path.hasPrefix("/") ? "file://" : ""
    for byte in path.utf8 {
      if plain.contains(byte) {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        text += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 0xF)])"
      }
    }
    uri = text
  }
}

private struct Region: Encodable {
  let startLine: Int
  let startColumn: Int
  let endLine: Int
  let endColumn: Int

  init(_ span: SourceSpan, _ sources: Sources) {
    let (start, end) = sources.positions(of: span)
    (startLine, startColumn, endLine, endColumn) = (start.line, start.column, end.line, end.column)
  }
}

private struct Fix: Encodable {
  let description: Message
  let artifactChanges: [ArtifactChange]

  init(_ solution: Diagnostic.Solution, _ sources: Sources, _ language: Language) {
    description = Message(text: solution.summary[language])
    let byDocument = Dictionary(grouping: solution.replacements, by: \.span.source)
    artifactChanges = byDocument.keys.sorted().map { document in
      ArtifactChange(
        artifactLocation: ArtifactLocation(sources[document].path),
        replacements: (byDocument[document] ?? []).map { edit in
          Replacement(
            deletedRegion: Region(edit.span, sources),
            insertedContent: edit.text.isEmpty ? nil : Message(text: edit.text))
        })
    }
  }
}

private struct ArtifactChange: Encodable {
  let artifactLocation: ArtifactLocation
  let replacements: [Replacement]
}

private struct Replacement: Encodable {
  let deletedRegion: Region
  let insertedContent: Message?
}
