import Bilingual
import CurriculumModel
import ProgrammeModel

/// The events of one session, made one after the other.
struct SessionDraft {
  let recorder: Recorder
  let pair: Pair
  let occurred: Moment
  let history: History
  private(set) var events: [Event] = []

  init(recorder: Recorder, pair: Pair, occurred: Moment, history: History) {
    self.recorder = recorder
    self.pair = pair
    self.occurred = occurred
    self.history = history
  }

  /// The pair met.
  mutating func held(number: Int, minutes: Minutes, planned: Minutes?) {
    add(.pair(pair), .sessionHeld(number: number, minutes: minutes, planned: planned))
  }

  /// The pair agreed how it meets.
  mutating func agreed(_ contract: Contract) {
    add(.pair(pair), .agreed(contract))
  }

  /// The pair did not meet.
  mutating func missed() {
    add(.pair(pair), .sessionMissed)
  }

  /// Each mentee of the module who has not passed it yet passed it.
  mutating func passed(_ module: Module, override: String?) {
    for (person, run) in runs(at: module) { add(.person(person, in: pair.id), .passed(run, override: override)) }
  }

  /// The mentees of the module who have not passed it yet worked through it.
  mutating func completed(_ module: Module) {
    for (person, run) in runs(at: module) { add(.person(person, in: pair.id), .completed(run)) }
  }

  /// The mentees of the module who have not passed it yet did not pass it.
  mutating func failed(_ module: Module) {
    for (person, run) in runs(at: module) { add(.person(person, in: pair.id), .failed(run)) }
  }

  /// The people whom an attempt is about, each with the run it belongs to; where all have passed already, all
  /// mentees, so that the refusal says so.
  private func runs(at module: Module) -> [(PersonKey, Run)] {
    let terms = ModuleTerms(of: recorder.workspace.library)
    let candidates = history.progress(asOf: occurred, under: terms).candidates(for: module.id, in: pair, under: terms)
    let people =
      candidates.isEmpty
      ? module.direction.mentees.map { (pair[$0], nil) } : candidates.map { ($0.person, $0.registration) }
    return people.enumerated().map { place, candidate in
      let run = recorder.run(at: module, continuing: candidate.1, index: 1000 + events.count + place)
      return (candidate.0, run)
    }
  }

  private mutating func add(_ subject: Event.Subject, _ kind: Event.Kind) {
    events.append(recorder.event(events.count, at: occurred, subject, Event.Attestation(role: .both), kind))
  }
}
