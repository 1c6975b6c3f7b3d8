package import CurriculumModel
import ProgrammeModel

extension Ledger {
  /// The digests of the documents in which modules were passed, completed, failed or recognised, by module and version.
  ///
  /// O(n) for n events, one person's in memory at a time.
  package func recordedDigests() throws(LedgerFailure) -> [Identifier<Module>: [SemanticVersion: Set<String>]] {
    try reading { session in
      var digests: [Identifier<Module>: [SemanticVersion: Set<String>]] = [:]
      for row in try session.rows(.timelineKeys, []) {
        for event in try Self.fetchHistory(of: [try row.universalID(0)], session).events {
          guard let run = event.kind.run, !run.digest.isEmpty else { continue }
          digests[run.module, default: [:]][run.version, default: []].insert(run.digest)
        }
      }
      return digests
    }
  }
}
