package import CurriculumModel

/// A planning problem as the neutral format `curriculum-1` writes it: modules, what they teach and require, a goal.
///
/// The format knows one learner and no directions, so every module is mutual, and competences have no levels.
package struct ProblemDocument: Decodable, Sendable {
  /// The length of a session in minutes; 60 where nothing is said.
  package let session: Int
  /// The competences that exist.
  package let competences: [String]
  /// Those that are there at first.
  package let held: [String]
  /// The modules passed before, with what they teach.
  package let passed: [String]
  /// The modules on offer.
  package let modules: [OfferedModule]
  /// What is to hold at the end.
  package let goal: Expression

  private enum CodingKeys: String, CodingKey {
    case session = "session_minutes"
    case competences = "competencies"
    case held = "has"
    case passed = "done"
    case modules, goal
  }

  /// A module of the format.
  package struct OfferedModule: Decodable, Sendable {
    /// Its name.
    package let id: String
    /// Its length.
    package let minutes: Int
    /// The competences it brings.
    package let teaches: [String]
    /// What must hold first; nothing where nil.
    package let requires: Expression?
  }

  package init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    session = try members.decodeIfPresent(Int.self, forKey: .session) ?? 60
    competences = try members.decode([String].self, forKey: .competences)
    held = try members.decodeIfPresent([String].self, forKey: .held) ?? []
    passed = try members.decodeIfPresent([String].self, forKey: .passed) ?? []
    modules = try members.decode([OfferedModule].self, forKey: .modules)
    goal = try members.decode(Expression.self, forKey: .goal)
  }

  /// A condition of the format: `{"c": …}`, `{"m": …}`, `{"all": […]}`, `{"any": […]}` or `{"n": k, "of": […]}`.
  ///
  /// Each may also have a `"weight"`: what a point of it is worth where only a part of the goal fits. Who does not know
  /// of weights reads the same condition.
  package struct Expression: Decodable, Sendable {
    /// The condition.
    package let condition: Condition<Leaf>
    /// The parts that must all hold, each with the product of its weights; nil where nothing has a weight.
    package let stakes: [Stake]?
    /// A weight where it counts for nothing, within `any` or `of`.
    package let idleWeight: Int?

    /// A part of a condition and its weight.
    package struct Stake: Sendable {
      /// The part.
      package let condition: Condition<Leaf>
      /// What a point of it is worth.
      package let weight: Int

      fileprivate init(_ condition: Condition<Leaf>, weight: Int = 1) {
        self.condition = condition
        self.weight = weight
      }
    }

    /// A competence or a module by name.
    package enum Leaf: Hashable, Sendable {
      /// The competence is there.
      case competence(String)
      /// The module has been passed.
      case module(String)
    }

    private enum CodingKeys: String, CodingKey {
      case c, m, all, any, n, of, weight
    }

    package init(from decoder: any Decoder) throws {
      let members = try decoder.container(keyedBy: CodingKeys.self)
      let written = try members.decodeIfPresent(Int.self, forKey: .weight)
      var parts: [Expression] = []
      func conditions(_ key: CodingKeys) throws -> [Condition<Leaf>] {
        parts = try members.decode([Expression].self, forKey: key)
        return parts.map(\.condition)
      }
      var keys = Set(members.allKeys)
      keys.remove(.weight)
      switch keys {
      case [.c]: condition = .leaf(.competence(try members.decode(String.self, forKey: .c)))
      case [.m]: condition = .leaf(.module(try members.decode(String.self, forKey: .m)))
      case [.all]: condition = .all(try conditions(.all))
      case [.any]: condition = .any(try conditions(.any))
      case [.n, .of]: condition = .atLeast(try members.decode(Int.self, forKey: .n), try conditions(.of))
      default:
        throw DecodingError.dataCorrupted(
          .init(codingPath: decoder.codingPath, debugDescription: "one of c, m, all, any, or n with of is wanted"))
      }
      let weight = written ?? 1
      guard (1...ProblemDocument.mostWeight).contains(weight) else {
        throw DecodingError.dataCorrupted(
          .init(codingPath: decoder.codingPath + [CodingKeys.weight], debugDescription: "a weight is from 1 to 100"))
      }
      let isAll = keys == [.all]
      anyWeight = written ?? parts.lazy.compactMap(\.anyWeight).first
      idleWeight = parts.lazy.compactMap { isAll ? $0.idleWeight : $0.anyWeight }.first
      guard anyWeight != nil else {
        stakes = nil
        return
      }
      let inner = isAll ? parts.flatMap { $0.stakes ?? $0.condition.conjuncts.map { Stake($0) } } : [Stake(condition)]
      // What is beyond the limit stays so, and never overflows.
      stakes = inner.map { Stake($0.condition, weight: min($0.weight, 2 * ProblemDocument.mostWeight) * weight) }
    }

    /// A weight anywhere in it.
    package let anyWeight: Int?
  }
}
