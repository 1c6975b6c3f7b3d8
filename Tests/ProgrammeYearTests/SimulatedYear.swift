import ArgumentParser
import Bilingual
import Certificates
import CompletionLedger
import CurriculumModel
import FoundationEssentials
import ProgrammeModel
import ProgrammeStories
import Testing

@testable import PasserelleCommandLine

/// A programme that lives through a year on a copy of the shipped curricula.
///
/// Pairs meet or miss, pass or fail, wish, end early, while trainers change what they teach; all follows from a seed.
struct SimulatedYear {
  /// How many pairs, for how long, by which chance.
  struct Size {
    var pairs = 40
    var weeks = 52
    var seed: UInt64 = 2027
    /// Whether plans are proved and reports made, or the year only lived.
    var isScrutinised = true
    /// Whether pairs are on all curricula shipped, whose plans take a debug build a second each, or on one of them and on
    /// another made of it, with sessions too short for most modules.
    var isWhole = false
  }

  /// How often what happened, so that a test can see that its year was no idle one.
  struct Account {
    var held = 0, missed = 0, failures = 0, recognitions = 0, wishes = 0, refusedWishes = 0
    var endedEarly = 0, news = 0, proofs = 0, stuck = 0, continued = 0
    var compatible = 0, breaking = 0, withdrawn = 0, restored = 0, refusedChanges = 0
    var certificates = 0, verified = 0
  }

  let size: Size
  let folder: URL
  let ledger: Ledger
  /// The workspace as trainers left it.
  var workspace: OpenWorkspace
  var chance: SplitMix64
  var account = Account()
  /// The pairs that have begun, and those still to begin with the week in which they do.
  var pairs: [Pair] = []
  var waiting: [(week: Int, pair: Pair)] = []
  /// What was recorded, kept a second time and plainly.
  var record = PlainRecord()
  /// One line for each thing that happened, in which no identifier stands that is drawn anew in each run.
  var trace: [String] = []
  /// The minutes that a pair had left after its last session, where nothing was failed and nothing has moved since.
  var left: [Identifier<Pair>: Int] = [:]
  /// Before these days nobody need ask whether a pair meets.
  var due: [Identifier<Pair>: CalendarDay] = [:]
  /// The pairs that have ended.
  var ended: Set<Identifier<Pair>> = []
  private(set) var now = SimulatedYear.start

  static let start = Moment(startOf: CalendarDay(daysSince1970: 20794))

  /// A programme whose pairs are to begin.
  init(_ size: Size) throws {
    self.size = size
    folder = FileManager.default.temporaryDirectory.appending(path: "passerelle-year-\(UUID().uuidString)")
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    try FileManager.default.copyItem(at: package.appending(path: "Curricula"), to: folder)
    if !size.isWhole { try Self.shorten(folder) }
    workspace = try OpenWorkspace(WorkspaceOptions.parse(["--workspace", folder.path]))
    ledger = try workspace.ledger(.creating)
    chance = SplitMix64(seed: size.seed)
    try IssuerOffice(workspace: workspace, passphrase: PassphraseOptions.parse([])).make(
      IssuerRecord(name: nil, statusList: nil, keys: []), rsa: false, under: nil, at: now)
    try welcome()
  }

  /// Leaves one curriculum with the modules that it can draw on, and puts another beside it.
  private static func shorten(_ folder: URL) throws {
    let modules = [
      "ld-contract", "ld-mentor-stance", "ld-listen", "dt-passwords", "dt-phishing", "sm-landscape", "sm-account-safe",
      "sm-netiquette", "dt-needs", "dt-mail-calm",
    ]
    for (place, names) in [("modules", modules), ("curricula", ["digital-presence"])] {
      let place = folder.appending(path: place)
      for file in try FileManager.default.contentsOfDirectory(atPath: place.path)
      where !names.contains(String(file.dropLast(4))) {
        try FileManager.default.removeItem(at: place.appending(path: file))
      }
    }
    func edit(_ path: String, _ change: (String) -> String, to other: String? = nil) throws {
      let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
      try Data(change(text).utf8).write(to: folder.appending(path: other ?? path))
    }
    try edit("programme.xml", { $0.replacing(/<house-rules[^>]*>/, with: "") })
    try edit(
      "curricula/digital-presence.xml",
      { text in
        text.replacing("id=\"digital-presence\"", with: "id=\"short-sessions\"")
          .replacing(/(<certificate id|<group id|group)="([^"]+)"/) { "\($0.1)=\"short-\($0.2)\"" }
          .replacing("rhythm minutes=\"60\" every-weeks=\"2\"", with: "rhythm minutes=\"40\" every-weeks=\"3\"")
      }, to: "curricula/short-sessions.xml")
  }

  /// Five people for every four pairs, so that many are in two, some of them on either side.
  private mutating func welcome() throws {
    let count = size.pairs * 5 / 4 + 1
    let people = (0..<count).map { number in
      Person(
        key: PersonKey(randomUsing: &chance), handle: Identifier("p\(number)"), name: "Personne \(number)",
        language: LanguageTag("fr"))
    }
    try ledger.add(people, using: &chance)
    let curricula = workspace.library.curricula.values.sorted { $0.id < $1.id }
    for number in 0..<size.pairs {
      let curriculum = curricula[number % curricula.count]
      let goals = number % 3 == 0 ? curriculum.certificates.prefix(1).map { Identifier<Pair.Goal>($0.id.rawValue) } : []
      let junior = number % count
      let step = 1 + number / count + number % 3
      waiting.append(
        (
          number % 20,
          Pair(
            id: Identifier("pair-\(number)"), junior: people[junior].key,
            senior: people[(junior + step) % count].key, curriculum: curriculum.id, goals: goals)
        ))
    }
  }

  /// Lives the year; every twelfth week what is earned is issued, and twice everything that tells of the programme is asked.
  mutating func live() throws {
    for week in 0..<size.weeks {
      now = Self.start.adding(days: 7 * week)
      if week % 4 == 1 { try trainersWork() }
      for (_, pair) in waiting.filter({ $0.week == week }) { try begin(pair) }
      waiting.removeAll { $0.week == week }
      for pair in pairs { try meetIfDue(pair) }
      if week % 12 == 11 {
        tick()
        try issueWhatIsEarned()
        if size.isScrutinised, week % 24 == 23 { try askWhatIsTold() }
      }
    }
    tick()
    try issueWhatIsEarned()
  }

  /// Ten minutes pass, so that no two things happen at once.
  mutating func tick() { now = Moment(milliseconds: now.milliseconds + 600_000) }

  /// True in so many of a hundred cases.
  mutating func happens(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &chance) < percent }

  /// What records, with identifiers that follow from the seed.
  mutating func recorder() -> Recorder {
    tick()
    return Recorder(workspace: workspace, ledger: ledger, now: now, baseID: Event.ID(at: now, using: &chance))
  }

  /// Where a pair's people stand.
  func progress(of pair: Pair) throws -> Progress {
    try ledger.history(of: pair).progress(asOf: now, under: ModuleTerms(of: workspace.library))
  }

  mutating func note(_ pair: Pair, _ text: String) {
    trace.append("\(now.day.iso) \(pair.id): \(text)")
  }

  private mutating func begin(_ pair: Pair) throws {
    let recorder = recorder()
    try recorder.record(about: [pair.junior, pair.senior]) { _ in
      [
        recorder.event(
          0, at: recorder.now, .pair(pair), Event.Attestation(role: .lead),
          .enrolled(curriculum: pair.curriculum, goals: pair.goals))
      ]
    }
    pairs.append(pair)
    note(pair, "begins on \(pair.curriculum)")
    try assess(pair, .start)
  }

  /// What the two think that they can do, which reports of groups rest on.
  mutating func assess(_ pair: Pair, _ stage: SelfAssessment.Stage) throws {
    for person in [pair.junior, pair.senior] {
      let recorder = recorder()
      let rating = Int.random(in: stage == .start ? 0...2 : 1...4, using: &chance)
      try recorder.record(about: [person]) { _ in
        [
          recorder.event(
            0, at: recorder.now, .person(person, in: pair.id),
            Event.Attestation(role: .lead, ground: .stated, person: person),
            .assessed(
              SelfAssessment(
                stage: stage,
                answers: [.init(CompetenceReference(framework: "digcomp-3.0", code: "2.5"), rating: rating)])))
        ]
      }
    }
  }
}
