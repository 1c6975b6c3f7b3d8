import CurriculumModel

extension FactWords {
  /// What a condition lacks, a phrase for each part that all must hold; empty where it holds.
  ///
  /// Alternatives stay together: "one of these: A; B", "2 of these: A; B; C".
  func lacking(_ condition: Condition<Fact>, holds: (Fact) -> Bool) -> [String] {
    guard !condition.holds(holds) else { return [] }
    switch condition {
    case .leaf(let fact): return [self.fact(fact)]
    case .all(let parts): return parts.flatMap { lacking($0, holds: holds) }
    case .any(let parts): return [some(1, of: parts, holds: holds)]
    case .atLeast(let n, let parts): return [some(n - parts.count { $0.holds(holds) }, of: parts, holds: holds)]
    }
  }

  private func some(_ count: Int, of parts: [Condition<Fact>], holds: (Fact) -> Bool) -> String {
    let phrases = parts.filter { !$0.holds(holds) }.map {
      lacking($0, holds: holds).joined(separator: said(en: " with ", fr: " avec "))
    }
    let all = phrases.joined(separator: said(en: "; ", fr: "\u{202F}; "))
    guard phrases.count > count else { return all }
    return count == 1
      ? said(en: "one of these: \(all)", fr: "au choix\u{A0}: \(all)")
      : said(en: "\(count) of these: \(all)", fr: "\(count) parmi\u{A0}: \(all)")
  }
}
