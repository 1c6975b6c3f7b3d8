internal import Bilingual
package import ConditionGraphs
internal import CurriculumModel

/// A graph of conditions in words.
package struct GraphWords {
  /// Where a node stands for a pair, as a mark and in words.
  package typealias Standing = (ConditionGraph.Node) -> (mark: WordedGraph.Mark?, words: String)

  private let facts: FactWords
  private let layer: Standing?

  /// Words for graphs of a library; `layer` says where a pair stands, nil for none.
  package init(_ facts: FactWords, layer: Standing? = nil) {
    self.facts = facts
    self.layer = layer
  }

  private var language: Language { facts.language }

  /// The graph in words.
  package func worded(_ graph: ConditionGraph, titled title: String) -> WordedGraph {
    let places = Dictionary(
      graph.nodes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let edges = graph.edges.compactMap { edge -> WordedGraph.Edge? in
      guard let from = places[edge.from], let to = places[edge.to] else { return nil }
      return WordedGraph.Edge(from: from, to: to, teaches: edge.kind == .teaches)
    }
    let nodes = graph.nodes.map(node)
    return WordedGraph(
      language: language.rawValue, title: title, summary: summary(of: nodes), nodes: nodes, edges: edges,
      legend: legend(of: nodes, edges))
  }

  private func summary(of nodes: [WordedGraph.Node]) -> String {
    let modules = language.count(nodes.count { $0.shape == .module }, .modules)
    let certificates = nodes.count { $0.shape == .certificate }
    let goals = certificates == 0 ? "" : ", " + language.count(certificates, .certificates)
    let conditions = said(
      en: "What an arrow leaves must be passed before what it points at.",
      fr: "Ce dont part une flèche se valide avant ce qu’elle désigne.")
    guard layer != nil else { return "\(modules)\(goals). \(conditions)" }
    let done = nodes.count { $0.shape == .module && $0.mark == .done }
    let planned = nodes.count { node in
      if node.shape == .module, case .planned = node.mark { true } else { false }
    }
    return said(
      en: "\(modules)\(goals): \(done) passed, \(planned) planned. \(conditions)",
      fr: "\(modules)\(goals)\u{A0}: \(done) validés, \(planned) prévus. \(conditions)")
  }

  private func node(_ node: ConditionGraph.Node) -> WordedGraph.Node {
    let (id, shape, title, detail) = parts(of: node)
    let standing = layer?(node)
    return WordedGraph.Node(
      id: id, shape: shape, title: title, detail: detail, mark: standing?.mark, standing: standing?.words ?? "")
  }

  private func parts(of node: ConditionGraph.Node) -> (String, WordedGraph.Shape, String, String) {
    switch node {
    case .module(let id):
      guard let module = facts.library.modules[id] else { return (id.rawValue, .module, id.rawValue, "") }
      let minutes = "\(module.time.together.count)\u{A0}min"
      return (id.rawValue, .module, facts.title(id), "\(minutes) · \(direction(module.direction))")
    case .junction(let number, let count, let parts):
      return ("junction-\(number)", .junction, junction(count, parts), "")
    case .competence(let competence, let partners):
      let people = Partners.allCases.first { $0.members == partners } ?? .both
      return (
        "\(competence):\(people.rawValue)", .competence, facts.competence(competence),
        self.people(people)
      )
    case .group(let id):
      let group = facts.library.curricula.values.flatMap(\.groups).first { $0.id == id }
      let title = group.map { facts.text($0.title) } ?? ""
      return (id.rawValue, .group, title.isEmpty ? id.rawValue : title, group.map(choice) ?? "")
    case .certificate(let id):
      let certificate = facts.library.certificate(id)?.certificate
      return (
        id.rawValue, .certificate, certificate.map { facts.text($0.title) } ?? id.rawValue,
        certificate.map { holder($0.holder) } ?? ""
      )
    case .amount(let earning, let certificate):
      return ("\(certificate):\(name(of: earning))", .amount, amount(earning), "")
    }
  }

  private func junction(_ count: Int, _ parts: Int) -> String {
    if count == parts { return said(en: "all \(count)", fr: "les \(count)") }
    return count == 1
      ? said(en: "one of \(parts)", fr: "l’un des \(parts)")
      : said(en: "\(count) of \(parts)", fr: "\(count) sur \(parts)")
  }

  private func direction(_ direction: Direction) -> String {
    switch direction {
    case .juniorToSenior: "junior → senior"
    case .seniorToJunior: "senior → junior"
    case .mutual: "junior ⇄ senior"
    }
  }

  private func people(_ people: Partners) -> String {
    switch people {
    case .junior: said(en: "the junior", fr: "le junior")
    case .senior: said(en: "the senior", fr: "le senior")
    case .both: said(en: "both", fr: "les deux")
    }
  }

  private func holder(_ holder: Certificate.Holder) -> String {
    switch holder {
    case .junior: said(en: "for the junior", fr: "pour le junior")
    case .senior: said(en: "for the senior", fr: "pour le senior")
    case .pair: said(en: "for the pair", fr: "pour le binôme")
    }
  }

  private func choice(_ group: Group) -> String {
    switch group.choice {
    case .all: return said(en: "all \(group.modules.count)", fr: "les \(group.modules.count)")
    case .atLeast(let n): return junction(n, group.modules.count)
    case .minutes(let least):
      let minutes = language.count(least.count, .minutes)
      let modules = language.count(group.modules.count, .modules)
      return said(en: "at least \(minutes) of \(modules)", fr: "au moins \(minutes) parmi \(modules)")
    }
  }

  private func name(of earning: Earning) -> String {
    switch earning {
    case .minutes(let least, let direction, let theme):
      (["minutes-\(least.count)", direction?.rawValue, theme?.rawValue] as [String?]).compactMap(\.self)
        .joined(separator: "-")
    case .delivered(let least, let direction): "delivered-\(least)-\(direction.rawValue)"
    case .passed, .chosen, .competence: "amount"
    }
  }

  private func amount(_ earning: Earning) -> String {
    switch earning {
    case .minutes(let least, let direction, let theme):
      let minutes = language.count(least.count, .minutes)
      let about = ([direction.map(self.direction), theme.map(themeName)] as [String?]).compactMap(\.self)
      return ([said(en: "at least \(minutes)", fr: "au moins \(minutes)")] + about).joined(separator: ", ")
    case .delivered(let least, let direction):
      let modules = language.count(least, .modules)
      return said(en: "at least \(modules), ", fr: "au moins \(modules), ") + self.direction(direction)
    case .passed, .chosen, .competence: return ""
    }
  }

  private func themeName(_ id: Identifier<Theme>) -> String {
    facts.library.programme.themes.first { $0.id == id }.map { facts.text($0.name) } ?? id.rawValue
  }

  private func legend(of nodes: [WordedGraph.Node], _ edges: [WordedGraph.Edge]) -> [WordedGraph.LegendEntry] {
    let shapes: [(WordedGraph.Shape, Wording)] = [
      (.module, Wording(en: "module", fr: "module")),
      (.junction, Wording(en: "so many of these are enough", fr: "il en suffit d’autant")),
      (.competence, Wording(en: "competence that somebody must have", fr: "compétence qu’il faut avoir")),
      (.group, Wording(en: "group of modules", fr: "groupe de modules")),
      (.amount, Wording(en: "sum to reach", fr: "total à atteindre")),
      (.certificate, Wording(en: "certificate", fr: "attestation")),
    ]
    var legend = shapes.filter { shape, _ in nodes.contains { $0.shape == shape } }.map { shape, words in
      WordedGraph.LegendEntry(.shape(shape), words[language])
    }
    if edges.contains(where: \.teaches) {
      legend.append(.init(.teaching, said(en: "teaches it, as others may", fr: "l’enseigne, comme d’autres")))
    }
    guard layer != nil else { return legend }
    return legend + [
      .init(.mark(.done), said(en: "passed or reached", fr: "validé ou acquis")),
      .init(.mark(.planned(session: nil)), said(en: "in the plan, with its session", fr: "au plan, avec sa séance")),
      .init(.mark(.aside), said(en: "not in the plan", fr: "hors du plan")),
    ]
  }

  private func said(en: String, fr: String) -> String { Wording(en: en, fr: fr)[language] }
}
