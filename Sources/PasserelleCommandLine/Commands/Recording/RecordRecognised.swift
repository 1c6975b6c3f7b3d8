import ArgumentParser
import Bilingual
import CompletionLedger
import CurriculumModel
import ProgrammeModel

extension Event.RecognitionReason: ExpressibleByArgument {}

/// `record recognised PERSON`: prior learning was accepted.
struct RecordRecognised: ParsableCommand {
  static var configuration: CommandConfiguration {
    about("recognised", en: "Prior learning was accepted.", fr: "Un acquis a été reconnu.")
  }

  @Argument(help: help(en: "The person.", fr: "La personne.", value: .person))
  var person: String

  @Option(help: help(en: "The module that need not be done.", fr: "Le module qui n’est plus à faire.", value: .module))
  var module: String?

  @Option(
    help: help(
      en: "The competence: FRAMEWORK:CODE=LEVEL.", fr: "La compétence\u{A0}: RÉFÉRENTIEL:CODE=NIVEAU.",
      value: .competence))
  var competence: String?

  @Option(
    help: help(
      en: "Why: tested-out, equivalent, outside or administrative.",
      fr:
        "Pourquoi\u{A0}: tested-out (testé), equivalent (équivalent), outside (appris ailleurs) ou administrative.",
      value: .reason))
  var reason: Event.RecognitionReason

  @OptionGroup var recording: RecordingOptions

  func validate() throws {
    if (module == nil) == (competence == nil) {
      throw ValidationError(
        said(en: "give --module or --competence, one of the two", fr: "donner --module ou --competence, l’un des deux"))
    }
  }

  func run() throws {
    let recorder = try recording.recorder()
    let person = try recorder.ledger.knownPerson(person)
    let prior: Event.Prior? =
      if let module {
        .module(recorder.run(at: try recorder.workspace.module(module), continuing: nil, index: 1000))
      } else {
        try competence.map { .competence(try recorder.workspace.competence($0)) }
      }
    guard let prior else { return }
    let occurred = try recording.occurred(recorder)
    let recorded = try recorder.record(about: [person.key]) { _ in
      [
        recorder.event(
          0, at: occurred, .person(person.key, in: nil),
          Event.Attestation(role: .lead, ground: .documented), .recognised(prior, because: reason))
      ]
    }
    try recording.report(recorded, by: recorder)
  }
}
