internal import Mustache

/// Templates of web pages, filled from values; every text is escaped where it is put in.
///
/// A value is anything that reflects: structs by their members' names, arrays, texts, numbers, truth values. A template
/// may use the others by name (`{{> part}}`).
package struct PageTemplates: Sendable {
  private let library: MustacheLibrary

  /// The look of pages on a screen and on paper, as CSS in UTF-8.
  package static var look: [UInt8] { PackageResources.look_css }

  /// Templates by name, beside what every page has: `head`, with the look of pages on a screen and on paper.
  ///
  /// The templates are part of the program, so one that cannot be read is a programmer's mistake.
  package init(_ sources: [String: [UInt8]]) {
    MustacheContentTypes.register(PageText(), named: PageText.name)
    var templates: [String: MustacheTemplate] = [:]
    let shared = ["look": PackageResources.look_css, "head": PackageResources.head_mustache]
    for (name, bytes) in sources.merging(shared, uniquingKeysWith: { own, _ in own }) {
      do {
        // A part within a line ends with it.
        let text = String(decoding: bytes.last == UInt8(ascii: "\n") ? bytes.dropLast() : bytes[...], as: UTF8.self)
        // Each part says how its texts are escaped, because it does not hear so from the one around it.
        templates[name] = try MustacheTemplate(string: "{{% CONTENT_TYPE:\(PageText.name)}}\n" + text)
      } catch {
        preconditionFailure("The template \(name) cannot be read: \(error)")
      }
    }
    library = MustacheLibrary(templates: templates)
  }

  /// A page: the template of that name, filled.
  package func page(_ name: String, _ value: Any) -> String {
    guard let page = library.render(TemplateValue.readable(value), withTemplate: name) else {
      preconditionFailure("There is no template \(name)")
    }
    return page + "\n"
  }
}
