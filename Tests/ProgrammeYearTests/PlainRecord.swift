import Bilingual
import CurriculumModel
import ProgrammeModel

/// What people passed and had recognised, kept as a list of lines and judged by the rules as they are written down, one
/// after the other: slow, plain, and with nothing of the program's own reckoning.
struct PlainRecord {
  /// Somebody had a module then.
  struct Line {
    let person: PersonKey
    let module: Identifier<Module>
    let version: SemanticVersion
    let at: Moment
    /// The pair in which it was passed; nil for what was recognised.
    let pair: Identifier<Pair>?
  }

  private(set) var lines: [Line] = []

  /// Takes an event down, where somebody has a module by it.
  mutating func take(_ event: Event) {
    guard case .person(let person, let pair) = event.subject else { return }
    switch event.kind {
    case .passed(let run, _):
      lines.append(Line(person: person, module: run.module, version: run.version, at: event.occurredAt, pair: pair))
    case .recognised(.module(let run), _):
      lines.append(Line(person: person, module: run.module, version: run.version, at: event.occurredAt, pair: nil))
    default: break
    }
  }
}

/// What a pair has by the plain record.
struct PlainStanding {
  let library: Library
  /// The modules passed together.
  let together: [Module]
  /// The modules that each of the two has from elsewhere.
  let elsewhere: [Partner: [Module]]

  init(of pair: Pair, _ record: PlainRecord, in library: Library, at now: Moment) {
    self.library = library
    /// Whether a text that was passed is still the module, as far as breaking changes go.
    func isCurrent(_ line: PlainRecord.Line, _ module: Module) -> Bool {
      line.version.major == module.version.major
        || module.lifecycle.published.map { now < Moment(startOf: $0) } ?? false
    }
    /// Whether what was had then counts at a moment: for so many months, or so many after its refresher was passed.
    func counts(_ line: PlainRecord.Line, _ module: Module, at moment: Moment) -> Bool {
      guard isCurrent(line, module), line.at <= moment else { return false }
      guard let validity = module.validity else { return true }
      let refreshers = record.lines.filter {
        $0.person == line.person && $0.module == validity.refresh && $0.pair != nil && $0.at >= line.at && $0.at <= now
      }
      return (refreshers.map(\.at) + [line.at]).contains {
        moment.day <= $0.day.adding(months: validity.months)
      }
    }
    func has(_ partner: Partner, _ module: Module, at moment: Moment) -> Bool {
      record.lines.contains {
        $0.person == pair[partner] && $0.module == module.id && counts($0, module, at: moment)
      }
    }
    together = library.modulesInOrder.filter { module in
      let own = record.lines.filter { $0.module == module.id && $0.pair == pair.id && isCurrent($0, module) }
      guard let first = own.map(\.at).min() else { return false }
      return module.direction.mentees.allSatisfy { partner in
        if own.contains(where: { $0.person == pair[partner] }) { return true }
        let later = record.lines.contains {
          $0.person == pair[partner] && $0.module == module.id && $0.at > first && isCurrent($0, module)
        }
        return module.countsFor == .person && (has(partner, module, at: first) || later)
      }
    }
    var elsewhere: [Partner: [Module]] = [:]
    for partner in Partner.allCases {
      elsewhere[partner] = library.modulesInOrder.filter { has(partner, $0, at: now) }
    }
    self.elsewhere = elsewhere
  }

  /// Whether a certificate is earned.
  func hasEarned(_ certificate: Certificate) -> Bool {
    certificate.earnedWhen.holds { earning in
      switch earning {
      case .passed(let id): return hasPassed(id)
      case .chosen(let id): return hasChosen(id)
      case .competence(let wanted, let named, _):
        return (named?.members ?? certificate.holder.members).allSatisfy { has($0, wanted) }
      case .minutes(let least, let direction, let theme):
        return minutes(
          of: together.filter {
            (direction == nil || $0.direction == direction) && (theme == nil || $0.theme == theme)
          }) >= least.count
      case .delivered(let least, let direction):
        return together.count { $0.direction == direction } >= least
      }
    }
  }

  private func minutes(of modules: [Module]) -> Int { modules.reduce(0) { $0 + $1.time.together.count } }

  private func hasPassed(_ id: Identifier<Module>) -> Bool {
    if together.contains(where: { $0.id == id }) { return true }
    guard let module = library.modules[id], module.countsFor == .person else { return false }
    return module.direction.mentees.allSatisfy { elsewhere[$0]?.contains { $0.id == id } ?? false }
  }

  private func hasChosen(_ id: Identifier<Group>) -> Bool {
    guard let group = library.curricula.values.flatMap(\.groups).first(where: { $0.id == id }) else { return false }
    switch group.choice {
    case .all: return group.modules.allSatisfy(hasPassed)
    case .atLeast(let count): return group.modules.count { hasPassed($0) } >= count
    case .minutes(let least): return minutes(of: together.filter { group.modules.contains($0.id) }) >= least.count
    }
  }

  private func has(_ partner: Partner, _ wanted: LevelledCompetence) -> Bool {
    let learnt = (elsewhere[partner] ?? []).filter { $0.direction.mentees.contains(partner) }
    return (together + learnt).flatMap(\.objectives).filter { $0.audience.members.contains(partner) }
      .flatMap(\.competences).contains { $0.competence == wanted.competence && $0.level >= wanted.level }
  }
}
