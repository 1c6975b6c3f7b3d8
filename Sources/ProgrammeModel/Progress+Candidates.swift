package import CurriculumModel

extension Progress {
  /// Somebody who can pass a module now, and the run that an attempt would continue.
  package struct Candidate: Hashable, Sendable {
    /// The person.
    package let person: PersonKey
    /// The run that was begun in this pair; nil where a new one begins.
    package let registration: RegistrationID?

    /// A candidate from the parts.
    package init(person: PersonKey, registration: RegistrationID?) {
      self.person = person
      self.registration = registration
    }
  }

  /// The mentees of a module in a pair who have no pass of it that holds, the junior first: whom "the pair passed
  /// this" is to be recorded of.
  ///
  /// None where each has one already, or where nobody states terms of the module.
  package func candidates(
    for module: Identifier<Module>, in pair: Pair, under terms: ModuleTerms
  ) -> [Candidate] {
    let module = terms.current(module)
    guard let term = terms[module] else { return [] }
    return Partner.allCases.filter(term.mentees.contains).compactMap { partner in
      let standing = person(pair[partner]).modules[module] ?? ModuleStanding()
      let hasPassed = standing.passes.contains { pass in
        pass.holds(at: moment) && (term.scope == .person || pass.pair == pair.id)
      }
      guard !hasPassed else { return nil }
      return Candidate(person: pair[partner], registration: standing.openRegistration(in: pair.id))
    }
  }
}
