internal import Bilingual
internal import CurriculumModel
internal import CurriculumReading
internal import Diagnostics
internal import Markup

/// What a pair that starts from nothing can come to know in this library.
struct LibraryReach {
  /// The published modules, in order of path.
  let modules: [ModuleOutline]
  /// The published modules as opportunities; asking for more than is offered is a matter for another rule.
  let opportunities: [Opportunity]
  /// Their least fixed point; what nobody can find in the library is given, so that one fault gives one message.
  let reachability: Reachability

  /// What nobody can find in the library, and is taken to hold.
  let given: Set<Fact>
  private let outlines: ModuleOutlines

  /// The reach; nil while a document cannot be read, because that would make others look out of reach.
  init?(
    _ draft: CurriculumDraft, outlines: ModuleOutlines, competenceCodes: [Identifier<Framework>: Set<String>]
  ) {
    guard draft.unread.isEmpty else { return nil }
    let published = outlines.inOrder.filter { $0.isOffered }
    let attainable = published.map { outline in
      let opportunity = outline.opportunity
      return Opportunity(
        module: opportunity.module, minutes: opportunity.minutes, direction: opportunity.direction,
        condition: opportunity.condition.attainable, effects: opportunity.effects)
    }
    var given: Set<Fact> = []
    for opportunity in attainable {
      opportunity.condition.forEachLeaf { fact in
        let isFound =
          switch fact {
          case .passed(let id): outlines.places[id] != nil
          case .holds(_, let held): competenceCodes[held.competence.framework]?.contains(held.competence.code) ?? false
          }
        if !isFound { given.insert(fact) }
      }
    }
    modules = published
    opportunities = attainable
    self.outlines = outlines
    self.given = given
    reachability = Reachability(of: attainable, from: given)
  }

  /// Whether the group's choice can be made.
  func fulfils(_ group: Group) -> Bool {
    let reachable = group.modules.filter { isReachable($0) }
    return switch group.choice {
    case .all: reachable.count == group.modules.count
    case .atLeast(let count): reachable.count >= count
    case .minutes(let minutes): minutesOf(reachable) >= minutes
    }
  }

  /// Those of the modules that the library has but does not offer: drafts, and what is withdrawn.
  func unpublished(_ ids: [Identifier<Module>]) -> [Identifier<Module>] {
    let offered = Set(modules.map(\.id))
    return ids.filter { outlines.places[$0] != nil && !offered.contains($0) }
  }

  /// What a group lacks.
  func shortfall(of group: Group, blocked: [Identifier<Module>]) -> Wording {
    let unpublished = unpublished(blocked)
    if !unpublished.isEmpty {
      return Wording { language in
        let names = language.list(unpublished.map { language.quote($0.rawValue) })
        let isOne = unpublished.count == 1
        return language == .en
          ? "\(names) \(isOne ? "is" : "are") not published, and plans take published modules alone."
          : "\(names) \(isOne ? "n’est pas publié" : "ne sont pas publiés")\u{A0}: un plan ne prend que des modules publiés."
      }
    }
    let reachable = group.modules.count - blocked.count
    switch group.choice {
    case .all:
      return Wording { language in
        let names = language.list(blocked.map { language.quote($0.rawValue) })
        return language == .en
          ? "\(names) cannot be reached."
          : "\(names) ne \(blocked.count == 1 ? "peut être atteint" : "peuvent être atteints")."
      }
    case .atLeast(let count):
      return Wording(
        en: "It asks for \(count) modules, and \(reachable) of its \(group.modules.count) can be reached.",
        fr: "Il demande \(count) modules, et \(reachable) de ses \(group.modules.count) peuvent être atteints.")
    case .minutes(let minutes):
      let sum = minutesOf(group.modules.filter { isReachable($0) }).count
      return Wording(
        en: "It asks for \(minutes.count) minutes, and its modules that can be reached give \(sum).",
        fr: "Il demande \(minutes.count) minutes, et ses modules accessibles en donnent \(sum).")
    }
  }

  /// The first part of a certificate's conditions that can never hold; nil where all can.
  func unmet(
    _ certificate: Certificate, _ draft: CertificateDraft, in curriculum: Curriculum,
    forgiving hopeless: Set<Identifier<Group>>
  ) -> Located<Wording>? {
    guard let conditions = draft.earnedWhen?.earnings.attainable else { return nil }
    func holds(_ leaf: Located<Earning>) -> Bool {
      switch leaf.value {
      case .chosen(let id):
        return hopeless.contains(id) || (curriculum.groups.first { $0.id == id }.map(fulfils) ?? true)
      case .passed(let id): return isReachable(id)
      case .competence(let competence, let named, _):
        return (named?.members ?? certificate.holder.members).allSatisfy { partner in
          reachability.contains(.holds(partner, competence))
        }
      case .minutes(let minutes, let direction, let theme):
        return minutesOf(fitting(direction, theme)) >= minutes
      case .delivered(let count, let direction):
        return fitting(direction, nil).count >= count
      }
    }
    guard !conditions.holds(holds) else { return nil }
    return conditions.leaves.first { !holds($0) }.map { leaf in leaf.map { $0.words } }
  }

  /// Whether the module can be passed; one that the library does not have is a matter for another rule.
  private func isReachable(_ id: Identifier<Module>) -> Bool {
    reachability.modules.contains(id) || outlines.places[id] == nil
  }

  private func fitting(_ direction: Direction?, _ theme: Identifier<Theme>?) -> [Identifier<Module>] {
    modules.filter { module in
      (direction == nil || module.direction == direction) && (theme == nil || module.theme == theme)
        && reachability.modules.contains(module.id)
    }.map(\.id)
  }

  private func minutesOf(_ ids: [Identifier<Module>]) -> Minutes {
    let wanted = Set(ids)
    return modules.reduce(.zero) { wanted.contains($1.id) ? $0 + $1.minutes : $0 }
  }
}

extension Fact {
  /// The fact in words.
  var words: Wording {
    switch self {
    case .passed(let id): Wording(en: "\(en(id)) passed", fr: "\(fr(id)) validé")
    case .holds(let partner, let held):
      held.level == 0
        ? Wording(
          en: "\(en(held.competence)) of the \(partner.rawValue)", fr: "\(fr(held.competence)) du \(partner.rawValue)")
        : Wording(
          en: "\(en(held.competence)) at level \(held.level) of the \(partner.rawValue)",
          fr: "\(fr(held.competence)) au niveau \(held.level) du \(partner.rawValue)")
    }
  }
}

extension Earning {
  /// The condition in words.
  var words: Wording {
    switch self {
    case .passed(let id): Wording(en: "\(en(id)) passed", fr: "\(fr(id)) validé")
    case .chosen(let id): Wording(en: "the group \(en(id))", fr: "le groupe \(fr(id))")
    case .competence(let held, _, _):
      held.level == 0
        ? Wording(en: "the competence \(en(held.competence))", fr: "la compétence \(fr(held.competence))")
        : Wording(
          en: "the competence \(en(held.competence)) at level \(held.level)",
          fr: "la compétence \(fr(held.competence)) au niveau \(held.level)")
    case .minutes(let minutes, _, _): Wording(en: "\(minutes.count) minutes", fr: "\(minutes.count) minutes")
    case .delivered(let count, _): Wording(en: "\(count) modules delivered", fr: "\(count) modules animés")
    }
  }
}
