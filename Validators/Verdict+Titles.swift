internal import Bilingual
package import Diagnostics

extension Verdict {
  /// The same, where an identifier that is none is a title of what was meant, with that title's identifier as the
  /// first remedy.
  ///
  /// It is done when findings are shown and not when they are made: titles are running text, of which no rule may ask
  /// another document. Where there is such a finding, programme and frameworks are read again, and for a title that can
  /// be no identifier the modules or cards too.
  ///
  /// - Parameter document: A document's characters; those of `sources` where they are all there.
  package func answeringTitles(from document: ((SourceID) -> Source)? = nil) -> Verdict {
    guard findings.contains(where: { TitleLookup.answered.contains($0.id) }) else { return self }
    var lookup = TitleLookup(count: sources.count, document: document ?? { sources[$0] })
    return Verdict(
      findings: findings.map { lookup.answering($0) }, sources: sources, counts: counts, severities: severities,
      houseRules: houseRules)
  }
}
