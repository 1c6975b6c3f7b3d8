internal import CurriculumReading

/// The files of a workspace by name alone, so that what documents point to is looked up without being opened.
package struct WorkspaceListing: Equatable, Sendable {
  /// The folder as the documents' paths begin with it; empty where they are relative to it.
  package let folder: String
  /// The path of every file, from the folder.
  package let files: Set<String>
  /// The bytes of each file that is no document, where they are known.
  package let sizes: [String: Int]

  /// A listing from the folder and its files' paths.
  package init(folder: String, files: Set<String>, sizes: [String: Int] = [:]) {
    self.folder = folder
    self.files = files
    self.sizes = sizes
  }

  /// What a local address in a document points to, as a path from the folder; nil where it leaves the folder.
  ///
  /// Resolved by names (RFC 3986, section 5.2.4), against the document's own folder.
  func target(of address: LocalAddress, from document: String) -> String? {
    guard let inside = path(within: document) else { return nil }
    var parts = inside.split(separator: "/").dropLast().map(String.init)
    for part in address.path.split(separator: "/") where part != "." {
      if part == ".." {
        guard parts.popLast() != nil else { return nil }
      } else {
        parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }

  private func path(within document: String) -> Substring? {
    guard !folder.isEmpty else { return document.hasPrefix("/") ? nil : document[...] }
    let start = folder.hasSuffix("/") ? folder : folder + "/"
    return document.hasPrefix(start) ? document.dropFirst(start.count) : nil
  }
}

/// An address without a scheme: a file beside the document.
struct LocalAddress {
  /// The path, decoded, without query and fragment.
  let path: String
}

/// Where an address of a document points, by its form alone (RFC 3986).
enum AddressKind {
  /// Somewhere on the web, or any other scheme that is not about files.
  case elsewhere
  /// A place of this computer: an absolute path, a drive, `file:`.
  case computer
  /// A place within the document itself.
  case document
  /// A file beside the document.
  case local(LocalAddress)

  init(_ address: String) {
    if let scheme = scheme(of: address) {
      self = scheme == "file" || scheme.utf8.count == 1 ? .computer : .elsewhere
    } else if address.hasPrefix("/") || address.hasPrefix("\\") {
      self = .computer
    } else if address.hasPrefix("#") {
      self = .document
    } else {
      let path = address.prefix { $0 != "#" && $0 != "?" }
      self = .local(LocalAddress(path: decoded(path)))
    }
  }
}

/// The scheme before the colon, in lower case; nil where there is none.
private func scheme(of address: String) -> String? {
  guard let colon = address.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
  let scheme = address[..<colon]
  guard let first = scheme.unicodeScalars.first, first.isASCII, first.properties.isAlphabetic,
    scheme.unicodeScalars.allSatisfy({
      $0.isASCII && ($0.properties.isAlphabetic || "0123456789+-.".unicodeScalars.contains($0))
    })
  else { return nil }
  return scheme.lowercased()
}

/// The text with `%41` replaced by the bytes they stand for.
private func decoded(_ text: Substring) -> String {
  var bytes: [UInt8] = []
  var rest = Array(text.utf8)[...]
  while let byte = rest.popFirst() {
    if byte == UInt8(ascii: "%"), rest.count >= 2,
      let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
    {
      bytes.append(code)
      rest = rest.dropFirst(2)
    } else {
      bytes.append(byte)
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// The path of the file beside the document that an address names, or nil where it names none.
package func localPath(of address: String) -> String? {
  guard case .local(let local) = AddressKind(trimmed(address)), !local.path.isEmpty else { return nil }
  return local.path
}
