import CurriculumModel
import DomainWords

extension FactWords {
  /// What a condition lacks, a phrase for each part that all must hold; empty where it holds.
  ///
  /// Alternatives stay together: "one of these: A; B", "2 of these: A; B; C".
  func lacking<Leaf>(
    _ condition: Condition<Leaf>, holds: (Leaf) -> Bool, phrase: (Leaf) -> String
  ) -> [String] {
    guard !condition.holds(holds) else { return [] }
    switch condition {
    case .leaf(let leaf): return [phrase(leaf)]
    case .all(let parts): return parts.flatMap { lacking($0, holds: holds, phrase: phrase) }
    case .any(let parts): return [some(1, of: parts, holds: holds, phrase: phrase)]
    case .atLeast(let n, let parts):
      return [some(n - parts.count { $0.holds(holds) }, of: parts, holds: holds, phrase: phrase)]
    }
  }

  private func some<Leaf>(
    _ count: Int, of parts: [Condition<Leaf>], holds: (Leaf) -> Bool, phrase: (Leaf) -> String
  ) -> String {
    let phrases = parts.filter { !$0.holds(holds) }.map {
      lacking($0, holds: holds, phrase: phrase).joined(separator: said(en: " with ", fr: " avec "))
    }
    let all = phrases.joined(separator: said(en: "; ", fr: "\u{202F}; "))
    guard phrases.count > count else { return all }
    return count == 1
      ? said(en: "one of these: \(all)", fr: "au choix\u{A0}: \(all)")
      : said(en: "\(count) of these: \(all)", fr: "\(count) parmi\u{A0}: \(all)")
  }
}
