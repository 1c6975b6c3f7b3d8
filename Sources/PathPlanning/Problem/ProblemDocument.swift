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
  package struct Expression: Decodable, Sendable {
    /// The condition.
    package let condition: Condition<Leaf>

    /// A competence or a module by name.
    package enum Leaf: Hashable, Sendable {
      /// The competence is there.
      case competence(String)
      /// The module has been passed.
      case module(String)
    }

    private enum CodingKeys: String, CodingKey {
      case c, m, all, any, n, of
    }

    package init(from decoder: any Decoder) throws {
      let members = try decoder.container(keyedBy: CodingKeys.self)
      func parts(_ key: CodingKeys) throws -> [Condition<Leaf>] {
        try members.decode([Expression].self, forKey: key).map(\.condition)
      }
      switch Set(members.allKeys) {
      case [.c]: condition = .leaf(.competence(try members.decode(String.self, forKey: .c)))
      case [.m]: condition = .leaf(.module(try members.decode(String.self, forKey: .m)))
      case [.all]: condition = .all(try parts(.all))
      case [.any]: condition = .any(try parts(.any))
      case [.n, .of]: condition = .atLeast(try members.decode(Int.self, forKey: .n), try parts(.of))
      default:
        throw DecodingError.dataCorrupted(
          .init(codingPath: decoder.codingPath, debugDescription: "one of c, m, all, any, or n with of is wanted"))
      }
    }
  }
}
