/// A place in a document as the protocol counts it: lines from 0, and UTF-16 code units from the line's start.
struct WirePosition: Codable, Hashable, Sendable {
  let line: Int
  let character: Int
}

/// A stretch of a document.
struct WireRange: Codable, Hashable, Sendable {
  let start: WirePosition
  let end: WirePosition
}

/// A stretch of one document.
struct WireLocation: Codable, Hashable, Sendable {
  let uri: String
  let range: WireRange
}

/// New characters in the place of old ones.
struct WireEdit: Codable, Hashable, Sendable {
  let range: WireRange
  let newText: String
}

/// Edits by document.
struct WireWorkspaceEdit: Encodable, Sendable {
  let changes: [String: [WireEdit]]
}

/// A finding.
struct WireDiagnostic: Encodable, Hashable, Sendable {
  struct Related: Encodable, Hashable, Sendable {
    let location: WireLocation
    let message: String
  }

  let range: WireRange
  /// 1 is an error, 2 a warning.
  let severity: Int
  let code: String
  let source: String
  let message: String
  let relatedInformation: [Related]
}

/// Text for people in Markdown.
struct WireMarkup: Encodable, Sendable {
  let kind = "markdown"
  let value: String
}

/// The document of a request.
struct WireDocument: Decodable, Sendable {
  let uri: String
}

/// The parameters of requests about a place.
struct PlaceParameters: Decodable, Sendable {
  let textDocument: WireDocument
  let position: WirePosition
  /// Of a rename.
  let newName: String?
  /// Of a search for references.
  let context: Context?

  struct Context: Decodable, Sendable {
    let includeDeclaration: Bool?
  }
}

/// The parameters of a request about a stretch.
struct StretchParameters: Decodable, Sendable {
  let textDocument: WireDocument
  let range: WireRange
}
