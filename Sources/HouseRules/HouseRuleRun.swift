internal import Bilingual
package import Diagnostics
package import Markup

/// Runs an organisation's rules on documents that are queried.
///
/// - Parameters:
///   - rules: The rules.
///   - documents: All documents by path; rules may look into any of them.
///   - isChecked: Whether rules are about the document at a place, or only look things up there.
///   - stepLimit: How many steps one question may take in all; nil for what suits the number of documents. Steps, not
///     seconds, so that the same library has the same findings on every machine.
/// - Returns: What was found in documents, and what is wrong with the rules, at its place in their file.
package func run(
  _ rules: HouseRuleSet, on documents: [(path: String, document: QueriedDocument)],
  isChecked: (Int) -> Bool = { _ in true }, stepLimit: Int? = nil
) -> [Diagnostic] {
  guard let session = QuerySession(documents, namespaces: rules.namespaces) else { return [] }
  var run = HouseRuleRun(session: session, limit: stepLimit ?? 20_000_000 + 20_000 * documents.count)
  for pattern in rules.patterns {
    guard let compiled = run.compile(pattern, among: rules.definitions) else { continue }
    for (place, entry) in documents.enumerated() where isChecked(place) { run.run(compiled, on: entry.document) }
  }
  return run.findings
}

/// A run of rules: each question is compiled once, and one that fails is named once and asked no more.
private struct HouseRuleRun {
  typealias Query = HouseRuleSet.Query

  /// The names that a question may ask for.
  struct Scope {
    var defined: Set<String> = []
    /// Those whose own question is wrong: what asks for them is left out, so that one fault gives one finding.
    var broken: Set<String> = []
  }

  struct Pattern {
    let definitions: [(name: String, value: Asked)]
    let rules: [Rule]
  }

  struct Rule {
    let context: Asked
    let definitions: [(name: String, value: Asked)]
    let assertions: [(assertion: HouseRuleSet.Assertion, test: Asked)]
  }

  /// A question and whether it may still be asked; a class, because a failure in one place counts in all.
  final class Asked {
    let query: Query
    let compiled: CompiledQuery
    var isStopped = false

    init(_ query: Query, _ compiled: CompiledQuery) {
      self.query = query
      self.compiled = compiled
    }
  }

  let session: QuerySession
  let limit: Int
  var findings: [Diagnostic] = []
  private var known: [SourceSpan: Asked] = [:]

  init(session: QuerySession, limit: Int) {
    self.session = session
    self.limit = limit
  }

  // MARK: Compiling

  mutating func compile(_ pattern: HouseRuleSet.Pattern, among shared: [HouseRuleSet.Definition]) -> Pattern? {
    var scope = Scope()
    let definitions = definitions(shared + pattern.definitions, &scope)
    let rules = pattern.rules.compactMap { rule -> Rule? in
      var own = scope
      guard let context = ask(rule.context, as: selection(of: rule.context.value), scope) else { return nil }
      let definitions = self.definitions(rule.definitions, &own)
      let assertions = rule.assertions.compactMap { assertion -> (HouseRuleSet.Assertion, Asked)? in
        let parts = assertion.message.parts + assertion.diagnostics.flatMap(\.parts)
        for case .value(let query) in parts { _ = ask(query, own) }
        for case .name(let query?) in parts { _ = ask(query, own) }
        return ask(assertion.test, own).map { (assertion, $0) }
      }
      return Rule(context: context, definitions: definitions, assertions: assertions)
    }
    return Pattern(definitions: definitions, rules: rules)
  }

  private mutating func definitions(
    _ list: [HouseRuleSet.Definition], _ scope: inout Scope
  ) -> [(name: String, value: Asked)] {
    var compiled: [(String, Asked)] = []
    for definition in list {
      let name = definition.name.value
      if let value = ask(definition.value, scope) {
        compiled.append((name, value))
        scope.broken.remove(name)
      } else {
        scope.broken.insert(name)
      }
      scope.defined.insert(name)
    }
    return compiled
  }

  private mutating func ask(_ query: Query, as text: String? = nil, _ scope: Scope) -> Asked? {
    if let known = known[query.span] { return known }
    let names = variables(in: query.value)
    guard scope.broken.isDisjoint(with: names) else { return nil }
    for name in names where !scope.defined.contains(name) {
      note(.unknown(.variable, name, among: scope.defined.sorted()), at: query)
      return nil
    }
    do throws(QueryRefusal) {
      let asked = Asked(query, try session.compile(text ?? query.value))
      known[query.span] = asked
      return asked
    } catch {
      note(error, query)
      return nil
    }
  }

  // MARK: Running

  mutating func run(_ pattern: Pattern, on document: QueriedDocument) {
    session.current = document.node
    guard define(pattern.definitions, at: document.node) else { return }
    var taken: Set<QueriedNode> = []
    for rule in pattern.rules {
      session.current = document.node
      guard let found = answer(rule.context, at: document.node) else { continue }
      guard let nodes = session.nodes(of: found) else {
        rule.context.isStopped = true
        note(.notNodes(rule.context.query.value), at: rule.context.query)
        continue
      }
      for node in nodes where taken.insert(node).inserted {
        session.current = node
        guard define(rule.definitions, at: node) else { continue }
        for (assertion, test) in rule.assertions {
          guard let answer = answer(test, at: node), answer.isTrue == assertion.firesWhenTrue else { continue }
          findings.append(finding(assertion, at: node))
        }
      }
    }
  }

  private mutating func define(_ definitions: [(name: String, value: Asked)], at node: QueriedNode) -> Bool {
    for (name, asked) in definitions {
      guard let value = answer(asked, at: node) else { return false }
      session.set(name, to: value)
    }
    return true
  }

  private mutating func answer(_ asked: Asked, at node: QueriedNode) -> QueryValue? {
    guard !asked.isStopped else { return nil }
    do throws(QueryRefusal) {
      return try session.answer(asked.compiled, at: node, limit: limit)
    } catch {
      asked.isStopped = true
      note(error, asked.query)
      return nil
    }
  }

  // MARK: Words

  private mutating func finding(_ assertion: HouseRuleSet.Assertion, at node: QueriedNode) -> Diagnostic {
    let own = assertion.message
    func isIn(_ message: HouseRuleSet.Message, _ language: Language) -> Bool {
      message.language.map { Language(locale: $0) == language } ?? false
    }
    var summaries: [Language: String] = [:]
    var explanations: [Language: String] = [:]
    for language in Language.allCases {
      let isOwn = own.language == nil || isIn(own, language)
      var others = assertion.diagnostics.filter { $0.language == nil || isIn($0, language) }
      var summary = own
      if !isOwn, let index = others.firstIndex(where: { isIn($0, language) }) { summary = others.remove(at: index) }
      let phrase = words(summary, at: node)
      summaries[language] = phrase.hasSuffix(".") && !phrase.hasSuffix("..") ? String(phrase.dropLast()) : phrase
      explanations[language] = others.map { words($0, at: node) }.joined(separator: " ")
    }
    return Diagnostic(
      Diagnostic.ID(assertion.id), assertion.severity, at: node.span, summary: Wording { summaries[$0] ?? "" },
      explanation: Wording { explanations[$0] ?? "" })
  }

  private mutating func words(_ message: HouseRuleSet.Message, at node: QueriedNode) -> String {
    var text = ""
    for part in message.parts {
      switch part {
      case .text(let words): text += words
      case .value(let query): text += known[query.span].flatMap { answer($0, at: node)?.text } ?? "?"
      case .name(nil): text += node.writtenName
      case .name(let query?):
        let nodes = known[query.span].flatMap { answer($0, at: node) }.flatMap { session.nodes(of: $0) }
        text += nodes?.first?.writtenName ?? "?"
      }
    }
    return collapsed(text)
  }

  private mutating func note(_ refusal: QueryRefusal, _ query: Query) {
    switch refusal {
    case .wrong(let message): note(.wrongQuery(collapsed(query.value), message: message), at: query)
    case .tooSlow: note(.tooSlow(collapsed(query.value)), at: query)
    }
  }

  private mutating func note(_ fault: RuleFileFault, at query: Query) {
    let finding = fault.finding(at: query.span)
    if !findings.contains(where: { $0.id == finding.id && $0.span == finding.span }) { findings.append(finding) }
  }
}
