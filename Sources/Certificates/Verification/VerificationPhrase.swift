package import Bilingual

/// The sentence on a problem with gaps for what it speaks of, for a verifier that runs elsewhere.
package struct VerificationPhrase: Sendable {
  /// The problem's name; with a colon and a variant where its sentence has several forms.
  package let key: String
  /// The sentence, with `{0}` and `{1}` for what it speaks of.
  package let wording: Wording

  private init(_ key: String, _ wording: Wording) {
    self.key = key
    self.wording = wording
  }

  private init(_ problem: VerificationProblem, variant: String? = nil) {
    self.init(problem.id + (variant.map { ":" + $0 } ?? ""), problem.wording)
  }

  /// The sentences on every problem of a certificate as JSON or JWT, but for an issuer whose document is missing: what to
  /// do then depends on where one is asked.
  package static var all: [VerificationPhrase] {
    let (first, second) = ("{0}", "{1}")
    let forms: [FormProblem] = [
      .notACertificate, .tooLarge(limit: credentialSizeLimit), .malformedJWT, .nonCanonicalProofValue, .tooComplex,
      .duplicateMember(first),
    ]
    let signatures: [SignatureProblem] = [
      .unsupportedAlgorithm(first), .headerViolated(first), .unsupportedIssuer(first), .memberNotCovered(first),
      .issuerKeyMismatch, .invalid,
    ]
    let contents: [ContentProblem] = [
      .memberMissing(first), .memberUnexpected(first), .schemaViolated(first),
      .claimMismatch(claim: first, member: second),
    ]
    let parts: [JWTPart] = [.document, .header, .payload, .signature]
    let day = Wording(same: first)
    return forms.map { Self(.form($0)) } + signatures.map { Self(.signature($0)) } + contents.map { Self(.content($0)) }
      + parts.flatMap { part in
        [
          Self(.form(.malformedJSON(part)), variant: part.rawValue),
          Self(.form(.nonCanonicalBase64URL(part)), variant: part.rawValue),
        ]
      }
      + [
        Self("NotYetValid", ValidityProblem.notYetValid(from: day)), Self("Expired", ValidityProblem.expired(on: day)),
        Self("IssuerUntrusted", ValidityProblem.untrusted(first)), Self(.validity(.revoked)),
      ]
  }
}
