internal import Bilingual
package import Diagnostics
package import Markup

/// The namespace of ISO Schematron.
let schematronNamespace = "http://purl.oclc.org/dsdl/schematron"

/// Reads a file of rules.
///
/// - Parameters:
///   - utf8: The file's characters.
///   - id: The file among those of the run.
///   - phase: The phase to use; nil for the one that the file names as its default, otherwise all patterns.
///   - name: What a rule without an id is called.
/// - Returns: The rules; nil where the file is no Schematron at all. What is wrong is found at its place, and left out.
package func readHouseRules(
  _ utf8: [UInt8], as id: SourceID, phase: Located<String>?, name: String
) -> (rules: HouseRuleSet?, findings: [Diagnostic]) {
  let reading = Markup.read(utf8, as: id, grammar: nil)
  guard let root = reading.tree?.root else {
    return (nil, [RuleFileFault.notWellFormed.finding(at: SourceSpan(id, reading.fault?.utf8 ?? 0..<0))])
  }
  guard root.name == QualifiedName(local: "schema", namespace: schematronNamespace) else {
    return (nil, [RuleFileFault.notSchematron.finding(at: root.nameSpan)])
  }
  var file = RuleFileReading(name: name)
  let rules = file.rules(root, phase: phase)
  return (rules, file.findings)
}

/// One file of rules while it is read.
struct RuleFileReading {
  let name: String
  var findings: [Diagnostic] = []
  private var diagnostics: [String: HouseRuleSet.Message] = [:]

  init(name: String) {
    self.name = name
  }

  mutating func note(_ fault: RuleFileFault, at span: SourceSpan) {
    findings.append(fault.finding(at: span))
  }

  /// The rules of the schema, within one phase.
  mutating func rules(_ schema: Element, phase wanted: Located<String>?) -> HouseRuleSet {
    var rules = HouseRuleSet()
    if let binding = schema[attribute: "queryBinding"],
      !["xslt", "xslt1", "xpath"].contains(binding.value.lowercased())
    {
      note(.otherBinding(binding.value), at: binding.span)
    }
    if let list = schema.elements(named: "diagnostics").first {
      for element in list.elements where isKnown(element, in: ["diagnostic"]) {
        if let id = required("id", of: element) { diagnostics[id.value] = message(element) }
      }
    }
    var patterns: [(id: String?, pattern: HouseRuleSet.Pattern)] = []
    var phases: [(id: Located<String>, definitions: [HouseRuleSet.Definition], active: [Located<String>])] = []
    let parts: Set<String> = ["title", "p", "ns", "let", "phase", "pattern", "diagnostics"]
    for element in schema.elements where isKnown(element, in: parts) {
      switch element.name.local {
      case "title": rules.title = collapsed(text(of: element))
      case "ns":
        if let prefix = required("prefix", of: element), let name = required("uri", of: element) {
          rules.namespaces.append((prefix.value, name.value))
        }
      case "let": rules.definitions += definition(element)
      case "phase":
        guard let id = required("id", of: element) else { continue }
        let own = element.elements.filter { isKnown($0, in: ["active", "let", "p"]) }
        phases.append(
          (
            id, own.filter { $0.isNamed("let") }.flatMap { definition($0) },
            own.filter { $0.isNamed("active") }.compactMap { required("pattern", of: $0) }
          ))
      case "pattern": patterns.append((element[attribute: "id"]?.value, pattern(element)))
      default: continue
      }
    }
    let ids = Set(patterns.compactMap(\.id))
    for active in phases.flatMap(\.active) where !ids.contains(active.value) {
      note(.unknown(.pattern, active.value, among: ids.sorted()), at: active.span)
    }
    let chosen = wanted ?? schema[attribute: "defaultPhase"]
    guard let chosen, chosen.value != "#ALL" else {
      rules.patterns = patterns.map(\.pattern)
      return rules
    }
    guard let phase = phases.first(where: { $0.id.value == chosen.value }) else {
      note(.unknown(.phase, chosen.value, among: phases.map(\.id.value) + ["#ALL"]), at: chosen.span)
      return rules
    }
    rules.definitions += phase.definitions
    let active = Set(phase.active.map(\.value))
    rules.patterns = patterns.filter { $0.id.map(active.contains) ?? false }.map(\.pattern)
    return rules
  }

  // MARK: Parts

  private mutating func pattern(_ element: Element) -> HouseRuleSet.Pattern {
    var definitions: [HouseRuleSet.Definition] = []
    var rules: [HouseRuleSet.Rule] = []
    refuseAbstract(element)
    for child in element.elements where isKnown(child, in: ["title", "p", "let", "rule"]) {
      switch child.name.local {
      case "let": definitions += definition(child)
      case "rule": if let rule = rule(child, in: element) { rules.append(rule) }
      default: continue
      }
    }
    return HouseRuleSet.Pattern(definitions: definitions, rules: rules)
  }

  private mutating func rule(_ element: Element, in pattern: Element) -> HouseRuleSet.Rule? {
    refuseAbstract(element)
    guard let context = required("context", of: element) else { return nil }
    var definitions: [HouseRuleSet.Definition] = []
    var assertions: [HouseRuleSet.Assertion] = []
    for child in element.elements where isKnown(child, in: ["p", "let", "assert", "report"]) {
      switch child.name.local {
      case "let": definitions += definition(child)
      case "assert", "report":
        guard let test = required("test", of: child) else { continue }
        let id = [child, element, pattern].lazy.compactMap { $0[attribute: "id"]?.value }.first ?? name
        let role = [child, element, pattern].lazy.compactMap { $0[attribute: "role"]?.value.lowercased() }.first
        assertions.append(
          HouseRuleSet.Assertion(
            id: Diagnostic.ID.housePrefix + id, test: test, firesWhenTrue: child.isNamed("report"),
            severity: Self.mildRoles.contains(role ?? "") ? .warning : .error, message: message(child),
            diagnostics: named(child)))
      default: continue
      }
    }
    return HouseRuleSet.Rule(context: context, definitions: definitions, assertions: assertions)
  }

  /// The values of `role` that weigh less than an error.
  private static let mildRoles: Set<String> = ["warning", "warn", "info", "information", "hint", "caution"]

  private mutating func named(_ assertion: Element) -> [HouseRuleSet.Message] {
    guard let list = assertion[attribute: "diagnostics"] else { return [] }
    return list.value.split(whereSeparator: \.isWhitespace).compactMap { id in
      if diagnostics[String(id)] == nil {
        note(.unknown(.diagnostic, String(id), among: diagnostics.keys.sorted()), at: list.span)
      }
      return diagnostics[String(id)]
    }
  }

  private mutating func definition(_ element: Element) -> [HouseRuleSet.Definition] {
    guard let name = required("name", of: element), let value = required("value", of: element) else { return [] }
    return [HouseRuleSet.Definition(name: name, value: value)]
  }

  private mutating func message(_ element: Element) -> HouseRuleSet.Message {
    var language: String?
    var holder: Element? = element
    while let current = holder, language == nil {
      language = current.attributes.first { $0.name.local == "lang" && $0.name.namespace != nil }?.value.value
      holder = current.parent
    }
    return HouseRuleSet.Message(language: language, parts: parts(of: element))
  }

  private mutating func parts(of element: Element) -> [HouseRuleSet.Message.Part] {
    var parts: [HouseRuleSet.Message.Part] = []
    for child in element.children {
      switch child {
      case .text(let text): parts.append(.text(text.value))
      case .element(let inner):
        guard isKnown(inner, in: ["value-of", "name", "emph", "span", "dir"]) else { continue }
        switch inner.name.local {
        case "value-of": if let select = required("select", of: inner) { parts.append(.value(select)) }
        case "name": parts.append(.name(inner[attribute: "path"]))
        default: parts += self.parts(of: inner)
        }
      }
    }
    return parts
  }

  private func text(of element: Element) -> String {
    element.children.map { child in
      switch child {
      case .text(let text): text.value
      case .element(let inner): text(of: inner)
      }
    }.joined()
  }

  // MARK: Faults

  private mutating func required(_ attribute: String, of element: Element) -> Located<String>? {
    if let value = element[attribute: attribute] { return value }
    note(.missingAttribute(attribute, element: element.name.local), at: element.nameSpan)
    return nil
  }

  private mutating func refuseAbstract(_ element: Element) {
    for name in ["abstract", "is-a"] {
      if let value = element[attribute: name], value.value != "false" { note(.unsupported(name), at: value.span) }
    }
  }

  /// Whether an element is one of those that are read here; another of Schematron is refused, others are passed over.
  private mutating func isKnown(_ element: Element, in names: Set<String>) -> Bool {
    if element.name.namespace == schematronNamespace, names.contains(element.name.local) { return true }
    if element.name.namespace == schematronNamespace || element.name.namespace == nil || isOfXSLT(element) {
      note(
        .unknown(.element, element.name.local, among: names.sorted()), at: element.nameSpan)
    }
    return false
  }

  private func isOfXSLT(_ element: Element) -> Bool {
    element.name.namespace == "http://www.w3.org/1999/XSL/Transform"
  }
}

/// A text with each run of XML's white space as one space, and none at the ends; no-break spaces stay.
func collapsed(_ text: String) -> String {
  text.unicodeScalars.split { $0 == " " || $0 == "\n" || $0 == "\r" || $0 == "\t" }.map(String.init)
    .joined(separator: " ")
}
