package import CurriculumModel
internal import Markup

extension ModuleDraft {
  /// The module without its texts, read without making them.
  package var outline: ModuleOutline {
    ModuleOutline(
      id: id.value, theme: theme.value, direction: direction, isOffered: status == .published,
      minutes: Minutes(minutes?.value ?? 0), requires: (requires?.requirements ?? .always).map(\.value),
      objectives: objectives.map { objective in
        (objective.choice("for") ?? .both, objective.competences.map(\.competence.value))
      })
  }
}
