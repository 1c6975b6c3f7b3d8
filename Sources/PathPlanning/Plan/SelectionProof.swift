/// Why no selection of modules takes fewer minutes than is claimed, in a form that a small program can check.
///
/// Statements about a plan are named: `m:ID` says that the plan takes the module, `p:ID` that the module counts as
/// passed, `h:PARTNER COMPETENCE` that the partner has the competence, and `g:N` that the Nth condition with parts (or
/// sum) holds, counted from 0 in the order in which conditions are written, each before its parts: those of the modules
/// that may be planned, in order of identifier, then the whole goal; of equal parts in a row of which some are asked for
/// the first alone counts. What can be settled by fewer statements has no
/// name of its own: a condition of which one statement decides is that statement.
package struct SelectionProof: Codable, Equatable, Sendable {
  /// The form of the document.
  package var format = SelectionProof.currentFormat
  /// The modules of the plan, in order of identifier.
  package var modules: [String]
  /// Their minutes.
  package var minutes: Int
  /// What is claimed: no plan takes fewer minutes.
  package var lowerBound: Int
  /// The bounds one after the other; the last is the claim.
  ///
  /// There is one, or, where a share of giving back binds, one
  /// for all plans and then more, each for plans that give back the share of the bound before.
  package var stages: [Stage]
  /// What is claimed of sessions: every plan fills so many, by its minutes; nil where nothing is.
  package var sessions: Int?

  /// The form of documents that this version writes.
  package static let currentFormat = "passerelle-plan-proof-1"

  /// One bound and its proof.
  package struct Stage: Codable, Equatable, Sendable {
    /// No plan, or none that gives back the share of so many minutes, takes less than `bound`; nil where the share is
    /// of no concern.
    package var givingOver: Int?
    /// The bound in minutes.
    package var bound: Int
    /// What is true of every plan.
    package var rows: [Row]
    /// How all plans are divided until each part is too dear; the first is the whole.
    package var parts: [Part]
  }

  /// Something true of every plan.
  package struct Row: Codable, Equatable, Sendable {
    /// The statement that the row is about.
    package var statement: String
    /// Statements without one of which the first cannot come to hold; nil where the row says that the first takes its
    /// threshold, made up of its parts.
    package var anyOf: [String]?

    private enum CodingKeys: String, CodingKey {
      case statement = "if"
      case anyOf = "any"
    }
  }

  /// A part of all plans.
  package struct Part: Codable, Equatable, Sendable {
    /// Multipliers of rows, one list after the other: row, amount, row, amount and so on.
    ///
    /// In units of `1 / unit` minutes. Each list rules out statements whose holding, or not holding, would be too dear; the last may
    /// show the whole part too dear.
    package var multipliers: [[Int]]
    /// The statement by which the part is divided; nil where it is closed.
    package var divided: String?
    /// The part in which that statement does not hold, and the one in which it does.
    package var into: [Int]?
  }

  /// What a minute counts in multipliers.
  package static let unit = 1 << 20
}
