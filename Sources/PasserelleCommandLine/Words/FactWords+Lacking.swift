import Bilingual
import CurriculumModel
import DomainWords

extension FactWords {
  /// What is lacking as a list, a choice with its own list below it.
  func lacking(_ condition: Condition<Fact>, indent: String = "  ") -> [String] {
    func list(_ parts: [Condition<Fact>], _ deeper: String) -> [String] {
      parts.flatMap { lacking($0, indent: indent + deeper) }
    }
    func heading(_ text: String) -> [String] { TextLayout.wrap(text, first: indent + "• ") }
    switch condition {
    case .leaf(let fact): return heading(self.fact(fact))
    case .all(let parts) where indent == "  ": return list(parts, "")
    case .all(let parts): return heading(said(en: "all of these:", fr: "tout ceci\u{A0}:")) + list(parts, "  ")
    case .any(let parts): return heading(said(en: "one of these:", fr: "l’un de ceux-ci\u{A0}:")) + list(parts, "  ")
    case .atLeast(let wanted, let parts):
      let text = said(en: "\(wanted) of these:", fr: "\(wanted) de ceux-ci\u{A0}:")
      return heading(text) + list(parts, "  ")
    }
  }
}
