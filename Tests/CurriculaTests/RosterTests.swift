import CurriculumModel
import Foundation
import Testing

/// The invented people and pairs of `Curricula/roster` fit the library.
struct RosterTests {
  private let library: Library
  private let people: [[String]]
  private let pairs: [[String]]

  init() throws {
    library = try ShippedLibrary.library()
    people = try rows(of: "people.csv")
    pairs = try rows(of: "pairs.csv")
  }

  @Test func thereAreFortyPeopleAndNoAges() {
    #expect(people.first == ["id", "name", "language", "wants", "haves", "reports-to"])
    #expect(people.allSatisfy { $0.count == 6 })
    #expect(Set(people.dropFirst().map { $0[0] }).count == 40)
    #expect(people.count == 41)
    #expect(Set(people.dropFirst().map { $0[2] }) == ["en", "fr"])
  }

  @Test func whatTheyWantAndHaveIsInTheFrameworks() {
    let named = people.dropFirst().flatMap { ($0[3] + " " + $0[4]).split(separator: " ") }
    #expect(named.filter { !isCompetence(String($0)) } == [])
  }

  @Test func theyReportToEachOtherWithoutACircle() {
    let superiors = superiors
    #expect(people.dropFirst().filter { $0[5].isEmpty }.count == 1)
    #expect(people.dropFirst().map { $0[5] }.filter { !$0.isEmpty && superiors[$0] == nil } == [])
    #expect(people.dropFirst().map { $0[0] }.filter { chain(above: $0).count > 6 } == [])
  }

  @Test func pairsAreOfTwoPeopleOfWhomNeitherReportsToTheOther() {
    #expect(pairs.first == ["id", "junior", "senior", "curriculum", "goals"])
    #expect(Set(pairs.dropFirst().map { $0[0] }).count == pairs.count - 1)
    let known = Set(people.dropFirst().map { $0[0] })
    let bad = pairs.dropFirst().filter { pair in
      !known.isSuperset(of: pair[1...2]) || chain(above: pair[1]).contains(pair[2])
        || chain(above: pair[2]).contains(pair[1])
    }
    #expect(bad == [])
  }

  @Test func pairsPursueGoalsOfTheirCurriculum() {
    #expect(Set(pairs.dropFirst().map { $0[3] }) == Set(library.curricula.keys.map(\.rawValue)))
    let bad = pairs.dropFirst().filter { pair in
      let certificates = library.curricula[Identifier(pair[3])]?.certificates.map(\.id.rawValue) ?? []
      return !Set(certificates).isSuperset(of: pair[4].split(separator: " ").map(String.init))
    }
    #expect(bad == [])
  }

  /// Somebody's identifier and whom they report to, if anybody.
  private var superiors: [String: String] {
    Dictionary(people.dropFirst().map { ($0[0], $0[5]) }) { first, _ in first }
  }

  private func chain(above person: String) -> [String] {
    let superiors = superiors
    var chain: [String] = []
    var next = superiors[person] ?? ""
    while !next.isEmpty, chain.count <= people.count {
      chain.append(next)
      next = superiors[next] ?? ""
    }
    return chain
  }

  /// Whether the text names a competence of a framework, at a level that it has: `digcomp-3.0:2.5=2`.
  private func isCompetence(_ text: String) -> Bool {
    let parts = text.split(separator: "=").map(String.init)
    let names = parts[0].split(separator: ":").map(String.init)
    guard names.count == 2, let framework = library.frameworks[Identifier(names[0])] else { return false }
    guard framework.competences.contains(where: { $0.code == names[1] }) else { return false }
    return framework.levels == 0
      ? parts.count == 1 : parts.count == 2 && (1...framework.levels).contains(Int(parts[1]) ?? 0)
  }
}

/// The rows of a table of the roster, as RFC 4180 has them, the heading first.
private func rows(of name: String) throws -> [[String]] {
  let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Curricula/roster/\(name)")
  let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
  #expect(text.hasSuffix("\r\n"))
  var rows: [[String]] = [[""]]
  var isQuoted = false
  func append(_ character: Character) { rows[rows.count - 1][rows[rows.count - 1].count - 1].append(character) }
  for (place, character) in zip(text.indices, text) {
    switch character {
    case "\"":
      let isDoubled = !isQuoted && place > text.startIndex && text[text.index(before: place)] == "\""
      if isDoubled { append("\"") }
      isQuoted.toggle()
    case "," where !isQuoted: rows[rows.count - 1].append("")
    case "\r\n" where !isQuoted: rows.append([""])
    default: append(character)
    }
  }
  return rows.dropLast()
}
