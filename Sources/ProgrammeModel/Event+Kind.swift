package import Bilingual
package import CurriculumModel

extension Event {
  /// What happened.
  ///
  /// Expiry is not among these: it follows from a validity and a clock, and is never written.
  package enum Kind: Hashable, Sendable {
    /// A pair began.
    case enrolled(curriculum: Identifier<Curriculum>, goals: [Identifier<Pair.Goal>])
    /// A pair met, for so many minutes; the number is the session's, from 1, where it is known, as are the minutes
    /// that it was planned for.
    case sessionHeld(number: Int?, minutes: Minutes, planned: Minutes? = nil)
    /// A pair was to meet and did not.
    case sessionMissed
    /// A person worked through a module to its end.
    case completed(Run)
    /// A person passed a module's checks; where conditions did not hold, with the reason why it is true all the same.
    case passed(Run, override: String?)
    /// A person did not pass a module's checks.
    case failed(Run)
    /// Prior learning of a person was accepted.
    case recognised(Prior, because: RecognitionReason)
    /// A pair's mentor wishes something of every plan from now on; it takes the place of an earlier wish about the module.
    case wished(Wish)
    /// What a pair's mentor wished about a module no longer counts.
    case wishWithdrawn(Identifier<Module>)
    /// A pair was told its plan, in the place of what it was told before.
    case planned(KnownPlan)
    /// What a person wants to learn and can give was told, in the place of what was told before.
    case described(Profile)
    /// A person judged what they can do.
    case assessed(SelfAssessment)
    /// A pair agreed how it meets, in the place of what it agreed before.
    case agreed(Contract)
    /// A pair ended, early or at its end; what was passed in it stays passed.
    case withdrawn(reason: String?)
    /// An event never happened as it was told; where another tells it right, that one.
    case voided(target: Event.ID, reason: String, replacement: Event.ID?)
    /// A certificate was issued, as a credential whose bytes have this digest.
    case certificateIssued(Award)
    /// A credential was taken back.
    case revoked(credential: CredentialID, reason: String)
    /// A credential was replaced by a newer one; it stays true.
    case superseded(credential: CredentialID, by: CredentialID)
  }

  /// What a mentor asks of every plan of a pair, until it is withdrawn.
  package struct Wish: Hashable, Sendable {
    /// What is asked about the module.
    package enum Stance: String, CaseIterable, Sendable {
      /// It comes next: in the first session in which it can.
      case next
      /// It is never planned.
      case never
    }

    /// The module.
    package let module: Identifier<Module>
    /// What is asked about it.
    package let stance: Stance

    /// A wish from its parts.
    package init(_ stance: Stance, _ module: Identifier<Module>) {
      self.module = module
      self.stance = stance
    }
  }

  /// What was learnt before.
  package enum Prior: Hashable, Sendable {
    /// A module, in the text that was read to judge it: its mentee has the outcomes.
    case module(Run)
    /// A competence at a level.
    case competence(LevelledCompetence)
  }

  /// Why prior learning was accepted; cmi5's four reasons to waive.
  package enum RecognitionReason: String, CaseIterable, Sendable {
    /// Shown in a test.
    case testedOut = "tested-out"
    /// Learnt in something equivalent.
    case equivalent
    /// Learnt outside the programme.
    case outside
    /// Decided by who leads the programme.
    case administrative
  }

  /// A certificate as issued.
  package struct Award: Hashable, Sendable {
    /// The certificate.
    package let certificate: Identifier<Certificate>
    /// The signed credential.
    package let credential: CredentialID
    /// The digest of the credential's bytes (`sha256:` and 64 hexadecimal digits).
    package let digest: String
    /// The first moment at which it is no longer valid; nil where it stays so.
    package let validUntil: Moment?
    /// The credential's place in the list of what was revoked; kept here, so that it outlives an erased credential.
    package let statusIndex: Int?

    /// An award from its parts.
    package init(
      certificate: Identifier<Certificate>, credential: CredentialID, digest: String, validUntil: Moment?,
      statusIndex: Int? = nil
    ) {
      self.certificate = certificate
      self.credential = credential
      self.digest = digest
      self.validUntil = validUntil
      self.statusIndex = statusIndex
    }
  }
}

extension Event.Kind {
  /// The run that the event is part of, where it is part of one.
  package var run: Run? {
    switch self {
    case .completed(let run), .passed(let run, _), .failed(let run), .recognised(.module(let run), _): run
    default: nil
    }
  }

  /// The module that the event is about, where it is about one.
  package var module: Identifier<Module>? {
    switch self {
    case .wishWithdrawn(let module): module
    case .wished(let wish): wish.module
    default: run?.module
    }
  }

  /// The reason in somebody's own words; the only text of an event that could name a person.
  package var reason: String? {
    switch self {
    case .passed(_, let reason), .withdrawn(let reason): reason
    case .voided(_, let reason, _), .revoked(_, let reason): reason
    default: nil
    }
  }
}
