internal import Crypto
internal import CurriculumReading
internal import Markup

/// The SHA-256 digest of a document, or of what others see of it.
package struct DocumentDigest: Hashable, Sendable {
  /// The bytes in one digest.
  package static let size = 32

  /// The bytes.
  package let bytes: [UInt8]

  /// The digest of bytes.
  package init(of content: [UInt8]) {
    bytes = Array(SHA256.hash(data: content))
  }

  /// The digest of a file's bytes, or of why they could not be read.
  package init(of file: WorkspaceFile) {
    self.init(of: file.refusal.map { Array("refused \($0)".utf8) } ?? file.bytes)
  }

  /// A digest made before.
  package init(bytes: [UInt8]) {
    precondition(bytes.count == Self.size, "a SHA-256 digest has \(Self.size) bytes")
    self.bytes = bytes
  }
}

extension DocumentReading {
  /// What other documents can see of this one: all but its words.
  ///
  /// What a rule asks of other documents must stand in elements and attributes. A document that cannot be read shows its
  /// kind and identifier alone.
  var visible: DocumentDigest {
    switch outcome {
    case .accepted(let document): DocumentDigest(of: document.root.skeleton)
    case .unread(let document):
      DocumentDigest(of: Array("unread \(document.kind?.rawValue ?? "") \(document.id ?? "")".utf8))
    }
  }

  /// Whether it decides about all others: languages, themes, severities.
  var isProgramme: Bool {
    switch outcome {
    case .accepted(let document): document.root.isNamed("programme")
    case .unread(let document): document.kind == .programme
    }
  }
}
