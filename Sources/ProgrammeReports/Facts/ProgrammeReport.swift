package import Bilingual
package import CurriculumModel
package import ProgrammeModel

/// How a programme goes: counts of pairs, and figures about groups of people.
///
/// It names no pair and no person.
package struct ProgrammeReport: Sendable {
  /// What pairs did in a month.
  package struct Month: Equatable, Sendable {
    /// The first day of the month.
    package let first: CalendarDay
    /// The sessions held.
    package let held: Int
    /// The sessions missed.
    package let missed: Int
  }

  /// A module in numbers of pairs.
  package struct ModuleLine: Equatable, Sendable {
    /// The module.
    package let module: Identifier<Module>
    /// How many pairs have passed it together.
    package let passed: Int
    /// How many have it in their next session.
    package let next: Int
    /// How many passed it in another text than today's.
    package let changed: Int
    /// The day by which it was to be reviewed, where that is over.
    package let reviewPassed: CalendarDay?
  }

  /// What was gained in an area.
  package struct Gain: Equatable, Sendable {
    /// Competences per person.
    package let competences: Hundredths
    /// Levels per person; nil in a framework without levels.
    package let levels: Hundredths?
  }

  /// An area of a framework.
  package struct AreaLine: Equatable, Sendable {
    /// The area.
    package let area: CompetenceArea
    /// What was passed in sessions, over the people who gained something in it.
    package let gain: GroupFigure<Gain>
    /// The mean self-assessment at each stage, over the people who answered then.
    package let stages: [SelfAssessment.Stage: GroupFigure<Hundredths>]
    /// The mean change from start to end, over the people who answered both times.
    package let change: GroupFigure<Hundredths>
  }

  /// One of the four advantages of reverse mentoring.
  package struct AdvantageLine: Equatable, Sendable {
    /// What was done for it.
    package struct Work: Equatable, Sendable {
      /// The minutes of modules that serve it, passed together.
      package let minutes: Minutes
      /// The same in percent of all minutes.
      package let percent: Int
    }

    /// The advantage.
    package let advantage: Advantage
    /// What was done for it, over the people of pairs that passed a module which serves it.
    package let work: GroupFigure<Work>
    /// The mean change of self-assessments in the competences that modules which serve it teach.
    package let change: GroupFigure<Hundredths>
  }

  /// As of when.
  package let moment: Moment
  /// The curriculum that it is about; nil for the whole programme.
  package let curriculum: Identifier<Curriculum>?
  /// How many pairs stand where; each state is there.
  package let states: [PairStanding.State: Int]
  /// How many people are in pairs.
  package let people: Int
  /// The sessions held and missed in each of the last twelve months, from the first in which there was one.
  package let months: [Month]
  /// The sessions held in all.
  package let held: Int
  /// The sessions missed in all.
  package let missed: Int
  /// The minutes that sessions took.
  package let minutes: Minutes
  /// The modules that pairs have passed, have next, or that are to be reviewed, in order of identifier.
  package let modules: [ModuleLine]
  /// How many passes and certificates end soon, and how many have ended and were not renewed.
  package let expiring: (soon: Int, over: Int)
  /// Who gave and who received, over the people of pairs that passed something.
  package let balance: GroupFigure<Balance>
  /// The areas of competence, in order of framework.
  package let areas: [AreaLine]
  /// The four advantages.
  package let advantages: [AdvantageLine]
  /// The indicators that the curriculum states, where the report is about one, and whether it holds their numbers.
  package let stated: [(indicator: Curriculum.Indicator, isRecorded: Bool)]

  /// How many pairs there are.
  package var pairs: Int { states.values.reduce(0, +) }
}
