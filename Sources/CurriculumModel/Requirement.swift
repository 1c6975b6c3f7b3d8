/// A leaf of a module's conditions.
package enum Requirement: Hashable, Sendable {
  /// The module has been passed by whoever would be its mentee in this pair.
  case passed(Identifier<Module>)
  /// The people named (the mentees of the module that states it, where nobody is named) have the competence at
  /// this level or above.
  case competence(LevelledCompetence, of: Partners?)
}

/// A leaf of what earns a certificate.
package enum Earning: Hashable, Sendable {
  /// The module has been passed.
  case passed(Identifier<Module>)
  /// The group's choice has been made.
  case chosen(Identifier<Group>)
  /// The people named (whom the certificate is for, where nobody is named) have the competence at this level; each
  /// level of it has this weight where only a part of the goal fits.
  case competence(LevelledCompetence, of: Partners?, weight: Int = 1)
  /// At least so many minutes passed in this pair, in modules of this direction and theme.
  case minutes(atLeast: Minutes, direction: Direction?, theme: Identifier<Theme>?)
  /// At least so many modules of this direction passed in this pair.
  case delivered(atLeast: Int, direction: Direction)
}
