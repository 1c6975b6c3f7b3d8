import Diagnostics
import Markup

/// A drawing with a credential in it (Open Badges Specification 3.0, section 5.3.2.2, "Baking an SVG").
enum BakedSVG {
  private static let namespace = "https://purl.imsglobal.org/ob/v3p0"
  /// The namespace of Open Badges before 3.0, whose element would be a second credential.
  private static let otherNamespace = "http://openbadges.org"

  /// Puts a credential into a drawing, as the first element of its root, and says in words what it shows.
  ///
  /// - Returns: nil where the drawing has no root element to put it into.
  static func bake(_ credential: String, into svg: [UInt8], title: String) -> [UInt8]? {
    let text = String(decoding: svg, as: UTF8.self)
    guard let root = text.firstRange(of: "<svg "), let end = text[root.upperBound...].firstIndex(of: ">") else {
      return nil
    }
    let carried =
      credential.utf8.first == UInt8(ascii: "{")
      ? "<openbadges:credential><![CDATA[\(credential.replacing("]]>", with: "]]]]><![CDATA[>"))]]></openbadges:credential>"
      : "<openbadges:credential verify=\"\(credential)\"/>"
    let head = text[..<root.lowerBound]
    let attributes = text[root.upperBound..<end]
    let baked =
      head + "<svg xmlns:openbadges=\"\(namespace)\" role=\"img\" aria-label=\"\(escaped(title))\" " + attributes
      + ">\n"
      + carried + "\n<title>\(escaped(title))</title>" + text[text.index(after: end)...]
    return Array(baked.utf8)
  }

  /// The credential in a drawing.
  static func credential(in svg: [UInt8]) throws(ContainerProblem) -> [UInt8] {
    // A logo stands in one attribute, with all its pixels.
    var reader = MarkupReader(grammar: nil, longestValue: MarkupLimits.bytes)
    guard let root = reader.read(svg, as: SourceID(index: 0)).tree?.root else { throw .malformed(.svg) }
    guard root.name == QualifiedName(local: "svg", namespace: "http://www.w3.org/2000/svg") else {
      throw .noCredential(.svg)
    }
    var found: [Element] = []
    collect(root, &found)
    guard found.count <= 1 else { throw .twoCredentials(.svg) }
    guard let element = found.first else { throw .noCredential(.svg) }
    guard element.name == QualifiedName(local: "credential", namespace: namespace) else { throw .malformed(.svg) }
    return try content(of: element)
  }

  /// The JWT in `verify` or the JSON within, never both.
  private static func content(of element: Element) throws(ContainerProblem) -> [UInt8] {
    var text = ""
    for child in element.children {
      guard case .text(let part) = child else { throw .malformed(.svg) }
      text += part.value
    }
    let isBlank = text.utf8.allSatisfy { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
    switch (element[attribute: "verify"]?.value, isBlank) {
    case (let jwt?, true): return Array(jwt.utf8)
    case (nil, false): return Array(text.utf8)
    case (nil, true): throw .noCredential(.svg)
    case (_?, false): throw .twoCredentials(.svg)
    }
  }

  private static func collect(_ element: Element, _ found: inout [Element]) {
    if element.name.namespace == namespace || element.name.namespace == otherNamespace { found.append(element) }
    for child in element.elements { collect(child, &found) }
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }
}
