package import CurriculumModel

extension PlanningProblem {
  /// What a pair that has these attainments is asked to do for goals of a curriculum.
  ///
  /// Only published modules may be planned. Certificates are looked for in the whole library, groups in the
  /// curriculum first and then, in order of identifier, in the others.
  /// - Parameters:
  ///   - goals: What the plan is for; where there are none, the whole curriculum.
  ///   - reciprocity: How giving back is counted; nil for the curriculum's own rule, which binds a plan for the whole
  ///     curriculum and is only reported where goals are named.
  ///   - sessionsHeld: The sessions that the pair has held, from which milestones count; one that is overdue is due at
  ///     the next session.
  package init(
    library: Library, curriculum: Curriculum, goals: [Goal] = [], attainments: Attainments = Attainments(),
    reciprocity: Reciprocity? = nil, sessionsHeld: Int = 0
  ) {
    let translation = GoalTranslation(library: library, curriculum: curriculum)
    let rule = Reciprocity(of: curriculum, goals.isEmpty ? .binding : .reported)
    self.init(
      candidates: library.offeredModules.map(Candidate.init),
      held: attainments.facts(in: library),
      passedTogether: attainments.together.sorted().compactMap { library.modules[$0] }.map {
        Passed($0.id, minutes: $0.time.together, direction: $0.direction)
      },
      aims: (goals.isEmpty ? [.curriculum] : goals).map(translation.aim(for:)),
      session: curriculum.rhythm.session, milestones: curriculum.milestones.map { $0.after(sessionsHeld) },
      reciprocity: reciprocity ?? rule)
  }
}

extension Curriculum.Milestone {
  /// The milestone as it counts once so many sessions are over.
  fileprivate func after(_ sessionsHeld: Int) -> Curriculum.Milestone {
    guard case .bySession(let number) = place else { return self }
    return .init(module: module, place: .bySession(max(1, number - sessionsHeld)))
  }
}

extension PlanningProblem.Candidate {
  /// A module of a library as something that may be planned.
  package init(_ module: Module) {
    self.init(
      module.opportunity, theme: module.theme,
      activities: module.activities.map { PlanningProblem.Portion($0.id, $0.minutes) })
  }
}

/// How goals read as conditions on facts and sums.
private struct GoalTranslation {
  let library: Library
  let curriculum: Curriculum

  func aim(for goal: Goal) -> Aim { Aim(goal, condition(for: goal), stakes: stakes(of: goal)) }

  /// The parts of a goal with the weights that the curriculum gives them; nil where it gives none.
  private func stakes(of goal: Goal) -> [Stake]? {
    switch goal {
    case .curriculum:
      return curriculum.groups.map(stake(of:)) + condition(for: .milestones).conjuncts.map { Stake(.milestones, $0) }
    case .group(let id):
      return group(id).map { [stake(of: $0)] }
    case .certificate(let id):
      guard let (certificate, home) = library.certificate(id) else { return nil }
      let there = GoalTranslation(library: library, curriculum: home)
      return certificate.earnedWhen.conjuncts.flatMap { there.stakes(of: $0, in: goal, holder: certificate.holder) }
    case .module, .wish, .milestones, .reciprocity, .part:
      return nil
    }
  }

  private func stake(of group: Group) -> Stake {
    Stake(.group(group.id), condition(for: group), weight: group.weight)
  }

  private func stakes(of part: Condition<Earning>, in goal: Goal, holder: Certificate.Holder) -> [Stake] {
    if case .leaf(.chosen(let id)) = part, let group = group(id) { return [stake(of: group)] }
    let weight = if case .leaf(.competence(_, _, let weight)) = part { weight } else { 1 }
    return part.flatMap { condition(for: $0, holder: holder) }.conjuncts.map { Stake(goal, $0, weight: weight) }
  }

  func condition(for goal: Goal) -> Condition<GoalLeaf> {
    switch goal {
    case .curriculum: .all(curriculum.groups.map(condition(for:)) + [condition(for: .milestones)])
    case .milestones: .all(curriculum.milestones.map { .leaf(.fact(.passed($0.module))) })
    case .module(let module), .wish(let module): .leaf(.fact(.passed(module)))
    case .group(let id): chosen(id)
    case .certificate(let id): certificate(id)
    case .reciprocity, .part: .always
    }
  }

  private func certificate(_ id: Identifier<Certificate>) -> Condition<GoalLeaf> {
    guard let (certificate, home) = library.certificate(id) else { return .any([]) }
    let there = GoalTranslation(library: library, curriculum: home)
    return certificate.earnedWhen.flatMap { there.condition(for: $0, holder: certificate.holder) }
  }

  private func condition(for earning: Earning, holder: Certificate.Holder) -> Condition<GoalLeaf> {
    switch earning {
    case .passed(let module):
      return .leaf(.fact(.passed(module)))
    case .chosen(let group):
      return chosen(group)
    case .competence(let competence, let named, _):
      return .all((named?.members ?? holder.members).map { .leaf(.fact(.holds($0, competence))) })
    case .minutes(let least, let direction, let theme):
      let fitting = library.modulesInOrder.filter {
        (direction == nil || $0.direction == direction) && (theme == nil || $0.theme == theme)
      }
      return .leaf(.sum(minutes(of: fitting, atLeast: least)))
    case .delivered(let least, let direction):
      let fitting = library.modulesInOrder.filter { $0.direction == direction }
      return .leaf(.sum(Quantity(.modules, of: fitting.map { ($0.id, 1) }, atLeast: least)))
    }
  }

  private func chosen(_ id: Identifier<Group>) -> Condition<GoalLeaf> {
    group(id).map(condition(for:)) ?? .any([])
  }

  private func group(_ id: Identifier<Group>) -> Group? {
    let groups = ([curriculum] + library.curricula.values.sorted { $0.id < $1.id }).flatMap(\.groups)
    return groups.first { $0.id == id }
  }

  private func condition(for group: Group) -> Condition<GoalLeaf> {
    let passed = group.modules.map { Condition.leaf(GoalLeaf.fact(.passed($0))) }
    return switch group.choice {
    case .all: .all(passed)
    case .atLeast(let n): .atLeast(n, passed)
    case .minutes(let least): .leaf(.sum(minutes(of: group.modules.compactMap { library.modules[$0] }, atLeast: least)))
    }
  }

  private func minutes(of modules: [Module], atLeast least: Minutes) -> Quantity {
    Quantity(.minutes, of: modules.map { ($0.id, $0.time.together.count) }, atLeast: least.count)
  }
}
