internal import ProgrammeModel

/// A figure about a group of people, which is told where the group is large enough.
package enum GroupFigure<Value: Sendable & Equatable>: Sendable, Equatable {
  /// It is told, with the number of people that it rests on.
  case told(Value, people: Int)
  /// It is not.
  case withheld(Withholding)
  /// Nobody has said or done anything that it could rest on.
  case nobody

  /// The value, where it is told.
  package var value: Value? { if case .told(let value, _) = self { value } else { nil } }

  /// A figure from the people that it rests on and those whom a wider report adds.
  ///
  /// - Parameters:
  ///   - people: Whom it rests on.
  ///   - rest: Whom the same figure of the whole programme rests on besides: where they are few, the difference of the
  ///     two figures would tell about them.
  ///   - value: The figure.
  init(_ people: Set<PersonKey>, rest: Set<PersonKey>, _ value: () -> Value) {
    let others = rest.subtracting(people)
    if people.isEmpty {
      self = .nobody
    } else if people.count < smallestGroup {
      self = .withheld(.fewPeople)
    } else if !others.isEmpty && others.count < smallestGroup {
      self = .withheld(.fewOthers)
    } else {
      self = .told(value(), people: people.count)
    }
  }

  /// The same figure with another value.
  func map<Other>(_ change: (Value) -> Other) -> GroupFigure<Other> {
    switch self {
    case .told(let value, let people): .told(change(value), people: people)
    case .withheld(let reason): .withheld(reason)
    case .nobody: .nobody
    }
  }
}

/// Why a figure is withheld.
package enum Withholding: String, Sendable {
  /// It rests on fewer than five people.
  case fewPeople
  /// The rest of the programme is fewer than five people, about whom the difference would tell.
  case fewOthers
}

/// The fewest people about whom competence gains, self-assessments and indicators are told.
package let smallestGroup = 5
