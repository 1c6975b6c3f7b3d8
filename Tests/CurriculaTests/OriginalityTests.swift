import CurriculumModel
import Testing

/// No module is another one in disguise.
struct OriginalityTests {
  /// Of the five-word runs of the shorter of two modules, at most a tenth is in the other.
  @Test(arguments: [LanguageTag.french, .english])
  func noTwoModulesShareMoreThanATenth(language: LanguageTag) throws {
    let modules = Set(try ShippedLibrary.library().modules.keys.map(\.rawValue))
    let texts = try ShippedLibrary.texts.get().filter { modules.contains($0.document) }
    let runs = Dictionary(grouping: texts, by: \.document)
      .mapValues { Set($0.flatMap { $0.lines[language] ?? [] }.flatMap(runs(of:))) }
    #expect(runs.count == modules.count)
    #expect(runs.values.allSatisfy { $0.count > 300 })
    #expect(pairs(in: runs).filter { $0.shared * 10 > $0.least }.map(\.names) == [])
  }

  @Test func aCopyIsFound() {
    let runs = ["a": Set(runs(of: "one two three four five six")), "b": Set(runs(of: "zero one two three four five"))]
    #expect(pairs(in: runs).map(\.shared) == [1])
    #expect(pairs(in: runs).map(\.least) == [2])
  }

  private struct Pair {
    let names: String
    let shared: Int
    let least: Int
  }

  /// The pairs of modules that share a run.
  private func pairs(in runs: [String: Set<[String]>]) -> [Pair] {
    var holders: [[String]: [String]] = [:]
    for (module, own) in runs { for run in own { holders[run, default: []].append(module) } }
    var shared: [Set<String>: Int] = [:]
    for modules in holders.values where modules.count > 1 {
      for (place, first) in modules.enumerated() {
        for second in modules[(place + 1)...] { shared[[first, second], default: 0] += 1 }
      }
    }
    return shared.map { pair, count in
      Pair(
        names: pair.sorted().joined(separator: ", "), shared: count,
        least: pair.map { runs[$0]?.count ?? 0 }.min() ?? 0)
    }.sorted { $0.names < $1.names }
  }

  private func runs(of line: String) -> [[String]] {
    let all = words(of: line)
    return all.indices.dropLast(4).map { Array(all[$0..<($0 + 5)]) }
  }
}
