package import CurriculumModel
package import ProgrammeModel

extension Ledger {
  /// What looking at every stored event has shown.
  package struct Verification: Equatable, Sendable {
    /// How many people's chains were followed.
    package internal(set) var people: Int
    /// How many events stand in them; one of a pair counts under both.
    package internal(set) var events: Int
    /// What is not as it was written, in order of person; empty where all is.
    package internal(set) var findings: [Finding]

    /// What has been seen so far.
    package init(people: Int = 0, events: Int = 0, findings: [Finding] = []) {
      self.people = people
      self.events = events
      self.findings = findings
    }

    /// Something that is not as it was written.
    package enum Finding: Hashable, Sendable {
      /// The store itself finds something damaged.
      case file(String)
      /// A person's event at this place, from 1, is missing or not what was written.
      case link(PersonKey, position: Int)
      /// Events at the end of a person's chain are missing, or too many.
      case end(PersonKey)
      /// The words of an event's reason are missing or not what was written.
      case remark(PersonKey, Event.ID)
      /// An event about two people stands under this one not at all; recording it again mends that.
      case half(PersonKey, Event.ID)
      /// The pair is not what its enrolment says.
      case pair(Identifier<Pair>)
      /// A credential is missing under a person, or not what was issued.
      case credential(PersonKey, CredentialID)
    }
  }

  /// Follows every person's chain, and compares what else is stored with it.
  ///
  /// O(n log n) for n events. Names and handles are outside the chain, so that they can be erased.
  package func verify() throws(LedgerFailure) -> Verification {
    try attempting {
      let damage = try store.damage()
      var verification = try store.read { try Self.verification(of: $0) }
      verification.findings = damage.map { .file($0) } + verification.findings
      return verification
    }
  }

  /// What following every chain shows.
  static func verification(of session: any StoreSession) throws -> Verification {
    var walk = ChainWalk(session)
    for row in try session.rows(.timelineKeys, []) { try walk.follow(try row.universalID(0)) }
    return walk.verification
  }
}
