import Bilingual
import CurriculumModel
import DomainWords
import PairMatching
import ProgrammeModel

/// The pairs that are suggested, what each would learn, and why others stay without.
struct MatchingReport {
  let workspace: OpenWorkspace
  let pool: CandidatePool
  let matching: Matching

  /// The suggestion for a terminal, within 80 columns.
  var text: String {
    var lines = TextLayout.heading(
      matching.matches.isEmpty
        ? said(en: "No new pair can be suggested", fr: "Aucun nouveau binôme à proposer")
        : spokenLanguage.count(matching.matches.count, .newPairs))
    for match in matching.matches { lines += self.lines(for: match) }
    if !matching.unmatched.isEmpty {
      lines += ["", said(en: "Without a pair for now:", fr: "Sans binôme pour l’instant\u{A0}:")]
      lines += matching.unmatched.flatMap { lonely in
        TextLayout.wrap("\(name(lonely.person)) – \(words(of: lonely.reason))", first: "  • ")
      }
    }
    if !pool.silent.isEmpty {
      let names = spokenLanguage.list(pool.silent.map(name))
      lines += [""]
      lines += TextLayout.wrap(
        said(
          en: "Nothing is known of what these want and have: \(names).",
          fr: "On ignore ce que souhaitent et savent\u{A0}: \(names)."))
    }
    if let first = matching.matches.first {
      lines += ["", said(en: "To begin a pair:", fr: "Pour former un binôme\u{A0}:")]
      lines += TextLayout.command(
        [
          "passerelle", "pair", "add", "ID", "--junior", first.junior.rawValue, "--senior", first.senior.rawValue,
          "--curriculum", workspace.library.curricula.keys.min()?.rawValue ?? "ID",
        ], prompt: "  ")
    }
    return lines.joined(separator: "\n")
  }

  /// The members of `pair suggest --format json`.
  var record: MatchingRecord {
    MatchingRecord(
      pairs: matching.matches.map { match in
        .init(
          junior: match.junior.rawValue, senior: match.senior.rawValue, points: match.points,
          juniorGains: match.juniorGains.map(MatchingRecord.Gained.init),
          seniorGains: match.seniorGains.map(MatchingRecord.Gained.init))
      },
      points: matching.points,
      unmatched: matching.unmatched.map { lonely in
        .init(person: lonely.person.rawValue, place: lonely.place.rawValue, reason: words(of: lonely.reason))
      },
      silent: pool.silent.map(\.rawValue))
  }

  private func lines(for match: Matching.Match) -> [String] {
    ["", "\(name(match.junior)) (junior) – \(name(match.senior)) (senior)"]
      + gains(of: match.junior, match.juniorGains) + gains(of: match.senior, match.seniorGains)
  }

  private func gains(of person: Identifier<Person>, _ gains: [Gain]) -> [String] {
    let words = gains.map { gain in
      let name = FactWords(workspace: workspace).competence(gain.wanted)
      return gain.isWhole
        ? name
        : name + said(en: ", as far as level \(gain.given)", fr: ", jusqu’au niveau\u{A0}\(gain.given)")
    }
    return TextLayout.wrap(
      words.joined(separator: said(en: "; ", fr: "\u{202F}; ")),
      first: said(en: "  \(name(person)) learns: ", fr: "  \(name(person)) apprend\u{A0}: "), rest: "    ")
  }

  private func words(of reason: Matching.Reason) -> String {
    switch reason {
    case .nobodyGives:
      return said(en: "nobody has what they want to learn", fr: "personne n’a ce que la personne souhaite apprendre")
    case .nobodyWants:
      return said(en: "nobody wants to learn what they have", fr: "personne ne souhaite apprendre ce qu’elle sait")
    case .noExchange:
      return said(
        en: "nobody both gives what they want and wants what they have",
        fr: "personne ne donne ce qu’elle souhaite tout en souhaitant ce qu’elle sait")
    case .keptApart(let bars):
      let barred = spokenLanguage.list(bars.map(words(of:)))
      return said(en: "an exchange is there, but \(barred)", fr: "un échange serait possible, mais \(barred)")
    case .othersFitBetter(let others):
      let shown = others.prefix(3).map(name)
      let rest = others.count - shown.count
      let names = spokenLanguage.list(
        rest == 0 ? shown : shown + [said(en: "\(rest) more", fr: rest == 1 ? "une autre personne" : "\(rest) autres")])
      return said(
        en: "would fit with \(names), but all together gain more, or fewer stay without a pair, with others",
        fr: "conviendrait avec \(names), mais l’ensemble y gagne davantage avec d’autres")
    }
  }

  private func words(of bar: Matching.Bar) -> String {
    switch bar {
    case .reportingLine: said(en: "one reports to the other", fr: "l’un dépend de l’autre")
    case .language: said(en: "they do not share a language", fr: "la langue diffère")
    case .existingPair: said(en: "they are a pair already", fr: "le binôme existe déjà")
    case .noRoom: said(en: "the other has enough pairs", fr: "l’autre a assez de binômes")
    }
  }

  private func name(_ person: Identifier<Person>) -> String {
    pool.people[person]?.name ?? person.rawValue
  }
}

/// The members of `pair suggest --format json`.
struct MatchingRecord: Encodable {
  struct Suggested: Encodable {
    let junior: String
    let senior: String
    let points: Int
    let juniorGains: [Gained]
    let seniorGains: [Gained]
  }

  struct Gained: Encodable {
    /// `digcomp-3.0:2.2=3`, without a level where the framework has none.
    let competence: String
    /// The level that the other can give; 0 in a framework without levels.
    let given: Int
    let points: Int

    init(_ gain: Gain) {
      competence = gain.wanted.description
      given = gain.given
      points = gain.points
    }
  }

  struct Lonely: Encodable {
    let person: String
    let place: String
    let reason: String
  }

  let pairs: [Suggested]
  let points: Int
  let unmatched: [Lonely]
  /// People of whom nothing is known.
  let silent: [String]
}
