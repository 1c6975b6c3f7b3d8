/// A competence by framework edition and code, such as DigComp 3.0's 2.2.
package struct CompetenceReference: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The framework, in one edition.
  package let framework: Identifier<Framework>
  /// The code within the framework.
  package let code: String

  /// A reference by framework and code.
  package init(framework: Identifier<Framework>, code: String) {
    self.framework = framework
    self.code = code
  }

  /// A reference from `digcomp-3.0:2.2`, or nil where a part is missing; whether there is such a competence, a
  /// library says.
  package init?(_ text: some StringProtocol) {
    guard let colon = text.lastIndex(of: ":") else { return nil }
    let (framework, code) = (text[..<colon], text[text.index(after: colon)...])
    guard !framework.isEmpty, !code.isEmpty else { return nil }
    self.init(framework: Identifier(String(framework)), code: String(code))
  }

  /// `digcomp-3.0:2.2`.
  package var description: String { "\(framework):\(code)" }

  package static func < (a: Self, b: Self) -> Bool {
    a.framework == b.framework
      ? a.code.utf8.lexicographicallyPrecedes(b.code.utf8) : a.framework < b.framework
  }
}

/// A competence at a level: what an objective teaches, a person has or a condition asks for.
package struct LevelledCompetence: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The competence.
  package let competence: CompetenceReference
  /// The level, from 1 (0 in a framework without levels), which includes every level below it.
  package let level: Int

  /// A competence at a level.
  package init(_ competence: CompetenceReference, level: Int) {
    self.competence = competence
    self.level = level
  }

  /// A competence from `digcomp-3.0:2.2=3` or, where a framework has no levels, `lifecomp-2020:S2`; or nil.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard let competence = CompetenceReference(parts[0]) else { return nil }
    guard parts.count == 2 else {
      self.init(competence, level: 0)
      return
    }
    guard let level = Int(parts[1]), level > 0, parts[1].utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else {
      return nil
    }
    self.init(competence, level: level)
  }

  /// `digcomp-3.0:2.2=3`, and without a level `lifecomp-2020:S2`.
  package var description: String { level == 0 ? competence.description : "\(competence)=\(level)" }

  package static func < (a: Self, b: Self) -> Bool {
    a.competence == b.competence ? a.level < b.level : a.competence < b.competence
  }
}

/// A framework of competences in one edition.
package struct Framework: Equatable, Sendable {
  /// How a name in the framework is worded.
  package enum NameStatus: String, Sendable {
    /// The framework's own wording.
    case official
    /// Read in a public text that is not the framework's own.
    case seen
    /// A working translation.
    case working
  }

  /// A name in one language, with its standing.
  package struct Name: Equatable, Sendable {
    /// The characters.
    package let text: String
    /// How it is worded.
    package let status: NameStatus

    /// A name.
    package init(text: String, status: NameStatus) {
      self.text = text
      self.status = status
    }
  }

  /// One competence.
  package struct Competence: Equatable, Sendable {
    /// The code.
    package let code: String
    /// The area's code, where the framework has areas.
    package let area: String?
    /// The name.
    package let name: LocalizedText<Name>
    /// A description.
    package let description: LocalizedPhrase
    /// The same competence elsewhere.
    package let same: [CompetenceReference]

    /// A competence from its parts.
    package init(
      code: String, area: String?, name: LocalizedText<Name>, description: LocalizedPhrase,
      same: [CompetenceReference]
    ) {
      self.code = code
      self.area = area
      self.name = name
      self.description = description
      self.same = same
    }
  }

  /// An area and its name.
  package struct Area: Equatable, Sendable {
    /// The code.
    package let code: String
    /// The name.
    package let name: LocalizedText<Name>

    /// An area from its parts.
    package init(code: String, name: LocalizedText<Name>) {
      self.code = code
      self.name = name
    }
  }

  /// The identifier, which names the edition: `digcomp-3.0`.
  package let id: Identifier<Framework>
  /// The title.
  package let title: LocalizedPhrase
  /// How many levels there are; 0 where it has none.
  package let levels: Int
  /// The names of levels, by number.
  package let levelNames: [Int: LocalizedText<Name>]
  /// The publication.
  package let source: String
  /// The licence.
  package let licence: String
  /// Whom to credit.
  package let credit: LocalizedPhrase
  /// The areas, in order.
  package let areas: [Area]
  /// The competences, in order.
  package let competences: [Competence]

  /// A framework from its parts.
  package init(
    id: Identifier<Framework>, title: LocalizedPhrase, levels: Int, levelNames: [Int: LocalizedText<Name>],
    source: String, licence: String, credit: LocalizedPhrase, areas: [Area], competences: [Competence]
  ) {
    self.id = id
    self.title = title
    self.levels = levels
    self.levelNames = levelNames
    self.source = source
    self.licence = licence
    self.credit = credit
    self.areas = areas
    self.competences = competences
  }
}
