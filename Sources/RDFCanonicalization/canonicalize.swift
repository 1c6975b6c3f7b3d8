/// Why a dataset has no canonical form that we would compute.
package enum CanonicalizationProblem: Error, Hashable, Sendable {
  /// Its blank nodes are so alike that telling them apart takes more work than allowed.
  case tooComplex
}

/// A dataset in its one canonical spelling.
package struct CanonicalDataset: Sendable {
  /// The statements as canonical N-Quads: sorted lines in UTF-8.
  package let nQuads: [UInt8]
  /// The canonical label of each blank node (`c14n0`), by the label that it had.
  package let labels: [(given: String, canonical: String)]
}

/// Steps of work after which a dataset is refused: the recommendation's own hardest examples take a third of it.
package let canonicalizationWorkLimit = 200_000

/// Writes a dataset so that every dataset of the same meaning, and no other, is written so: RDFC-1.0.
///
/// O(n log n) in the dataset's bytes where all blank nodes differ at first sight, exponential at worst; hence the
/// limit, which bounds time and is the same on every machine.
///
/// - Parameters:
///   - quads: the statements, in any order; duplicates count once.
///   - function: the hash function; another one gives other labels.
///   - workLimit: the most steps of telling alike blank nodes apart.
/// - Throws: `CanonicalizationProblem.tooComplex` past the limit.
package func canonicalize(
  _ quads: [Quad], hashing function: DatasetHash = .sha256, workLimit: Int = canonicalizationWorkLimit
) throws(CanonicalizationProblem) -> CanonicalDataset {
  let dataset = IndexedDataset(quads)
  let issuer = try CanonicalLabelling(of: dataset, hashing: function, workLimit: workLimit).issuer
  let lines = dataset.statements.map { statement in statement.line { issuer.label(of: $0) ?? [] } }
  return CanonicalDataset(
    nQuads: Array(lines.sorted { $0.lexicographicallyPrecedes($1) }.joined()),
    labels: dataset.labels.enumerated().map { number, label in
      (label, String(decoding: (issuer.label(of: number) ?? []).dropFirst(2), as: UTF8.self))
    })
}
