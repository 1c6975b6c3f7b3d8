/// A file that an author begins with.
package struct StarterFile: Sendable {
  /// The path from the workspace.
  package let path: String
  /// The characters.
  package let text: String

  /// A file from its path and characters.
  package init(path: String, text: String) {
    self.path = path
    self.text = text
  }
}

/// The characters as they stand in XML, between quotation marks too.
func escaped(_ text: String) -> String {
  text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
}

/// What heads a document, so that editors check it while somebody writes: the declaration of XML, and where the grammar is.
///
/// - Parameter grammar: The address of the grammar from the document; nil where nobody knows.
func heading(grammar: String?) -> String {
  let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  guard let grammar else { return declaration }
  return declaration
    + "<?xml-model href=\"\(escaped(grammar))\" type=\"application/xml\" "
    + "schematypens=\"http://relaxng.org/ns/structure/1.0\"?>\n"
}
