package import Bilingual
package import CurriculumModel

/// Why an event may not be recorded.
package enum RecordingRefusal: Error, Hashable, Sendable {
  /// No event tells that the pair began.
  case notEnrolled(Identifier<Pair>)
  /// The pair began already.
  case enrolledAlready(Identifier<Pair>)
  /// The pair ended before.
  case pairEnded(Identifier<Pair>, at: Moment)
  /// The person is not of the pair.
  case notOfPair(PersonKey, Identifier<Pair>)
  /// The person does not learn in the module, but mentors.
  case notMentee(PersonKey, Identifier<Module>)
  /// The subject does not fit what is told of it, such as a session of one person.
  case subjectMismatch
  /// It would have happened after it was recorded.
  case inTheFuture(occurred: Moment, recorded: Moment)
  /// A session takes a minute at least and a day at most.
  case minutesOutOfRange(Minutes)
  /// A number of the contract is none that two people can mean.
  case contractOutOfRange
  /// A self-assessment has an answer at least.
  case answersMissing
  /// The rating is not on the scale of self-assessments.
  case ratingOutOfRange(CompetenceReference, Int)
  /// The person judged themselves at this stage of the pair's way before.
  case assessedAlready(SelfAssessment.Stage, at: Moment, event: Event.ID)
  /// Somebody must say why.
  case reasonMissing
  /// The person passed the module then, and the pass holds.
  case passedAlready(Identifier<Module>, at: Moment, expires: Moment?, event: Event.ID)
  /// The run was passed before.
  case runPassed(Identifier<Module>, at: Moment, event: Event.ID)
  /// The run was completed before.
  case runCompleted(Identifier<Module>, at: Moment, event: Event.ID)
  /// The run was failed after the moment at which it would be passed.
  case runFailedLater(Identifier<Module>, at: Moment, event: Event.ID)
  /// The run is at another module or another person's.
  case runMismatch(RegistrationID)
  /// The module's conditions do not hold: these facts are lacking.
  case conditionsUnmet(Identifier<Module>, lacking: [Fact])
  /// A void cannot be voided.
  case voidOfVoid(Event.ID)
  /// The event was voided before.
  case voidedAlready(Event.ID, by: Event.ID)
  /// The certificate was issued, and is active.
  case issuedAlready(CredentialID, at: Moment)
  /// The credential is not of this history.
  case credentialUnknown(CredentialID)
  /// The credential was taken back before.
  case revokedAlready(CredentialID, at: Moment)
}
