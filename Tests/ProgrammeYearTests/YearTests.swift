import CompletionLedger
import FoundationEssentials
import ProgrammeModel
import Testing

/// A simulated year of forty pairs.
@Suite(.timeLimit(.minutes(30)))
struct YearTests {
  /// `PASSERELLE_WHOLE_YEAR=1` lives it on the whole library, which takes a debug build long.
  @Test func fortyPairsLiveThroughAYear() throws {
    let isWhole = ProcessInfo.processInfo.environment["PASSERELLE_WHOLE_YEAR"] != nil
    var year = try SimulatedYear(.init(isWhole: isWhole))
    defer { try? FileManager.default.removeItem(at: year.folder) }
    try year.live()
    try year.verifyCertificates()
    let verification = try year.ledger.verify()
    #expect(verification.findings == [] && verification.events > 1_000)
    let account = year.account
    // The year was no idle one.
    for (what, times, least) in [
      ("held", account.held, 150), ("missed", account.missed, 20), ("failed", account.failures, 8),
      ("ended early", account.endedEarly, 1), ("recognised", account.recognitions, 3), ("wishes", account.wishes, 5),
      ("news", account.news, 10), ("continued", account.continued, 5), ("proofs", account.proofs, 5),
      ("texts changed", account.compatible + account.breaking, 5), ("certificates", account.certificates, 20),
    ] { #expect(times >= least, "\(what): \(times)") }
    #expect(account.verified == account.certificates)
  }

  @Test func theSameSeedIsTheSameYear() throws {
    let size = SimulatedYear.Size(pairs: 4, weeks: 12, seed: 7, isScrutinised: false)
    let traces = try (0..<2).map { _ in
      var year = try SimulatedYear(size)
      defer { try? FileManager.default.removeItem(at: year.folder) }
      try year.live()
      return year.trace
    }
    #expect(traces[0] == traces[1] && traces[0].count > 20)
  }
}
