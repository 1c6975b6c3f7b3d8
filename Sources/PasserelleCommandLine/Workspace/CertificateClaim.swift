import Bilingual
import Certificates
import CompletionLedger
import CurriculumModel
import DomainWords
import PathPlanning
import ProgrammeModel

/// A certificate of a pair's curriculum at a moment: whether it is earned, what is lacking, and what it states.
struct CertificateClaim {
  let workspace: OpenWorkspace
  let pair: Pair
  let certificate: Certificate
  let curriculum: Curriculum
  /// The names of the two, as the ledger has them.
  let names: [Partner: String]
  /// How things stood at the moment.
  let progress: Progress

  /// The conditions that do not hold yet, in words; empty where the certificate is earned.
  var lacking: [String] {
    let problem = PlanningProblem(
      library: workspace.library, curriculum: curriculum, goals: [.certificate(certificate.id)],
      attainments: progress.attainments(of: pair))
    let done = Set(problem.passedTogether.map(\.module))
    let words = FactWords(workspace: workspace)
    return words.lacking(problem.goal) { leaf in
      switch leaf {
      case .fact(let fact): problem.held.contains(fact)
      case .sum(let quantity): quantity.amount(of: done) >= quantity.atLeast
      }
    } phrase: { leaf in
      switch leaf {
      case .fact(let fact): words.fact(fact)
      case .sum(let quantity):
        said(
          en: "\(words.quantity(quantity)) in this pair, of which \(quantity.amount(of: done)) are done",
          fr: "\(words.quantity(quantity)) dans ce binôme, dont \(quantity.amount(of: done)) sont faits")
      }
    }
  }

  /// The certificate as it was issued before and still stands, or nil.
  func standing(at now: Moment) -> IssuedCertificate? {
    progress.certificates(of: pair.id).first {
      $0.award.certificate == certificate.id && $0.standing(at: now) == .active
    }
  }

  /// Whom its events are about.
  var subject: Event.Subject {
    holders.count == 2 ? .pair(pair) : .person(holders[0], in: pair.id)
  }

  /// The people whom the certificate names.
  var holders: [PersonKey] { certificate.holder.members.map { pair[$0] } }

  /// The first moment at which a certificate issued then is no longer valid; nil where it stays so.
  func validUntil(issued moment: Moment) -> Moment? {
    certificate.validMonths.map { Moment(startOf: moment.day.adding(months: $0)) }
  }

  /// What the certificate says, in the language of this run.
  func statement(id: CredentialID, issued moment: Moment, status: StatusListEntry?) -> CertificateStatement {
    let programme = workspace.library.programme
    let own = progress.pair(pair.id)
    return CertificateStatement(
      id: "urn:uuid:\(id)", language: spokenLanguage,
      issuer: CertificateIssuer(
        name: programme.issuer.name, url: programme.issuer.url, signatory: programme.issuer.signatory),
      holder: CertificateHolder(
        id: "urn:uuid:\(holderID)", names: certificate.holder.members.map { names[$0] ?? "—" }, role: role),
      achievement: achievement,
      nature: TrainingNature(
        programme: workspace.words(programme.title), curriculum: workspace.words(curriculum.title),
        edition: curriculum.edition),
      duration: TrainingDuration(minutes: own.minutes.count, sessions: own.held),
      results: results.map { pass, module in
        CertifiedResult(module: module.id.rawValue, title: workspace.words(module.title), passedOn: pass.at.day)
      },
      issuedOn: moment, validUntil: validUntil(issued: moment), evidence: evidence, status: status)
  }

  /// What the ledger tells of the pair's way, in numbers.
  private var evidence: [CertifiedEvidence] {
    let own = progress.pair(pair.id)
    let passed = own.together.map(\.at.day).sorted()
    guard let first = passed.first, let last = passed.last else { return [] }
    let (from, to) = (first.words[spokenLanguage], last.words[spokenLanguage])
    let sessions = spokenLanguage.count(own.held, .sessionsHeld)
    let modules = spokenLanguage.count(own.together.count, .modulesPassed)
    return [
      CertifiedEvidence(
        name: said(en: "Record of the programme", fr: "Registre du programme"),
        narrative: said(
          en: "\(sessions); \(modules) between \(from) and \(to), each after checks that were attested when they were "
            + "recorded.",
          fr: "\(sessions)\u{A0}; \(modules) entre le \(from) et le \(to), après des contrôles attestés au moment où "
            + "ils ont été consignés."))
    ]
  }

  private var achievement: CertifiedAchievement {
    let title = workspace.words(certificate.title)
    let description = workspace.words(certificate.description)
    return CertifiedAchievement(
      id:
        "urn:passerelle:certificate:\(workspace.library.programme.id):\(curriculum.id):\(curriculum.edition):\(certificate.id)",
      title: title, description: description.isEmpty ? title : description,
      criteria: CriteriaWords(FactWords(workspace: workspace), curriculum: curriculum).narrative(
        certificate.earnedWhen),
      objectives: objectives.map { workspace.words($0.statement) }, alignments: alignments)
  }

  private var role: CertificateHolder.Role {
    switch certificate.holder {
    case .junior: .junior
    case .senior: .senior
    case .pair: .pair
    }
  }

  /// A person's opaque key; for a pair, one derived from both.
  private var holderID: PersonKey {
    guard holders.count == 2 else { return holders[0] }
    var bytes = zip(pair.junior.bytes, pair.senior.bytes).map { $0 ^ $1 }
    bytes[6] = bytes[6] & 0x0F | 0x80
    bytes[8] = bytes[8] & 0x3F | 0x80
    return PersonKey(bytes: bytes) ?? pair.junior
  }

  /// The modules of this pair that count for the holder: those learnt in and, for a mentor, those led.
  private var results: [(PairProgress.JointPass, Module)] {
    progress.pair(pair.id).together.compactMap { pass in
      guard let module = workspace.library.modules[pass.module] else { return nil }
      let counts = certificate.holder != .senior || module.direction.mentees.contains(.senior)
      return counts ? (pass, module) : nil
    }
  }

  private var objectives: [Objective] {
    results.flatMap { $0.1.objectives }.filter { objective in
      objective.audience.members.contains { certificate.holder.members.contains($0) }
    }
  }

  /// Where a competence is described: the framework's own page where its source is an address or a report of the
  /// European Commission's Joint Research Centre, otherwise a name for it; Open Badges 3.0 wants one (B.1.3).
  private static func address(of reference: CompetenceReference, in framework: Framework) -> String {
    let source = framework.source
    if source.hasPrefix("https://") || source.hasPrefix("http://"), !source.contains(where: \.isWhitespace) {
      return source
    }
    if source.wholeMatch(of: /JRC\d+/) != nil {
      return "https://publications.jrc.ec.europa.eu/repository/handle/\(source)"
    }
    return "urn:passerelle:competence:\(reference.framework):\(reference.code.replacing(" ", with: "-"))"
  }

  /// The competences of the objectives, each at the highest level, in order.
  private var alignments: [CompetenceAlignment] {
    var highest: [CompetenceReference: Int] = [:]
    for held in objectives.flatMap(\.competences) {
      highest[held.competence] = max(highest[held.competence] ?? 0, held.level)
    }
    return highest.sorted { $0.key < $1.key }.compactMap { reference, level in
      guard let framework = workspace.library.frameworks[reference.framework],
        let competence = workspace.library.competence(reference)
      else { return nil }
      return CompetenceAlignment(
        framework: workspace.words(framework.title), code: reference.code,
        name: competence.name.best(workspace.languages)?.content.text ?? reference.code,
        level: level == 0 ? nil : level, url: Self.address(of: reference, in: framework))
    }
  }
}
