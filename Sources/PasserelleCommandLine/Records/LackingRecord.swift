import CurriculumModel
import DomainWords

/// What a pair lacks, for programs: a fact, or a choice of further ones.
enum LackingRecord: Encodable {
  /// A module that is not passed, and the same in words.
  case module(String, text: String)
  /// A competence that one of the two does not have, as `FRAMEWORK:CODE=LEVEL`, and the same in words.
  case competence(String, of: String, text: String)
  /// So many of these; `all` and `any` where that is every one or one.
  case parts(Int, [LackingRecord])

  private enum CodingKeys: String, CodingKey {
    case module, competence, of, text, all, any, n
  }

  /// What remains of a condition.
  init(_ condition: Condition<Fact>, words: FactWords) {
    switch condition {
    case .leaf(.passed(let module)):
      self = .module(module.rawValue, text: words.fact(.passed(module)))
    case .leaf(.holds(let partner, let held)):
      let level = held.level == 0 ? "" : "=\(held.level)"
      self = .competence(
        "\(held.competence)\(level)", of: partner.rawValue, text: words.fact(.holds(partner, held)))
    case .all(let parts): self = .parts(parts.count, parts.map { LackingRecord($0, words: words) })
    case .any(let parts): self = .parts(1, parts.map { LackingRecord($0, words: words) })
    case .atLeast(let wanted, let parts): self = .parts(wanted, parts.map { LackingRecord($0, words: words) })
    }
  }

  func encode(to encoder: any Encoder) throws {
    var members = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .module(let module, let text):
      try members.encode(module, forKey: .module)
      try members.encode(text, forKey: .text)
    case .competence(let competence, let partner, let text):
      try members.encode(competence, forKey: .competence)
      try members.encode(partner, forKey: .of)
      try members.encode(text, forKey: .text)
    case .parts(let wanted, let parts) where wanted == parts.count: try members.encode(parts, forKey: .all)
    case .parts(1, let parts): try members.encode(parts, forKey: .any)
    case .parts(let wanted, let parts):
      try members.encode(wanted, forKey: .n)
      try members.encode(parts, forKey: .of)
    }
  }
}
