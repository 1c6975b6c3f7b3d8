import CurriculumModel
import ProgrammeModel

extension Ledger {
  /// Mends what a stop between two people may leave: missing halves of events, and rows of pairs.
  ///
  /// - Returns: The findings of this verification that were mended.
  package func mend(_ verification: Verification) throws(LedgerFailure) -> [Verification.Finding] {
    var mended: [Verification.Finding] = []
    for finding in verification.findings {
      switch finding {
      case .half(_, let id):
        guard let event = try event(id), try everybodyIsThere(event.subject.people) else { continue }
        try record(Entry([event]))
        mended.append(finding)
      case .pair(let id):
        guard try mendPair(id) else { continue }
        mended.append(finding)
      default: continue
      }
    }
    return mended
  }

  private func everybodyIsThere(_ people: [PersonKey]) throws(LedgerFailure) -> Bool {
    for key in people where try person(key: key) == nil { return false }
    return true
  }

  /// Makes a pair's row say what its events do; false where there is no row or nobody's events name the pair.
  private func mendPair(_ id: Identifier<Pair>) throws(LedgerFailure) -> Bool {
    try writing { session in
      for row in try session.rows(.timelineKeys, []) {
        let history = try Self.fetchHistory(of: [row.universalID(0)], session)
        guard history.events.contains(where: { $0.subject.pair == id && $0.changesPair }) else { continue }
        return try session.run(.setPair, Recording.columns(of: history.agreed(in: id), named: id)) == 1
      }
      return false
    }
  }
}
