package import Bilingual
package import CurriculumModel

/// What records must know of modules to be read: who learns in one, for whom a pass counts, and for how long.
package struct ModuleTerms: Equatable, Sendable {
  /// The terms of one module.
  package struct Term: Equatable, Sendable {
    /// Whoever learns in it.
    package let mentees: [Partner]
    /// For whom a pass counts.
    package let scope: Module.Scope
    /// For how long a pass counts; nil for ever.
    package let validity: Module.Validity?
    /// The version of today's text; nil where it does not matter.
    package let version: SemanticVersion?
    /// When today's text was published; nil where nobody says.
    package let published: CalendarDay?

    /// Terms from their parts.
    package init(
      mentees: [Partner], scope: Module.Scope = .person, validity: Module.Validity? = nil,
      version: SemanticVersion? = nil, published: CalendarDay? = nil
    ) {
      self.mentees = mentees
      self.scope = scope
      self.validity = validity
      self.version = version
      self.published = published
    }
  }

  /// The terms, by the module's identifier of today.
  private let terms: [Identifier<Module>: Term]
  /// The identifier of today, by one that a module had before.
  private let today: [Identifier<Module>: Identifier<Module>]

  /// Terms of modules, and the identifiers of today by former ones.
  package init(_ terms: [Identifier<Module>: Term], formerly: [Identifier<Module>: Identifier<Module>] = [:]) {
    self.terms = terms
    today = formerly
  }

  /// The terms of a library's modules.
  package init(of library: Library) {
    terms = library.modules.mapValues {
      Term(
        mentees: $0.direction.mentees, scope: $0.countsFor, validity: $0.validity, version: $0.version,
        published: $0.lifecycle.published)
    }
    let renames = library.modulesInOrder.flatMap { module in module.formerly.map { ($0, module.id) } }
    today = Dictionary(renames) { first, _ in first }
  }

  /// The terms of a module; nil where nobody states any, as for one that a library no longer has.
  package subscript(module: Identifier<Module>) -> Term? {
    terms[module]
  }

  /// The identifier that the module has today.
  package func current(_ module: Identifier<Module>) -> Identifier<Module> {
    terms[module] == nil ? today[module] ?? module : module
  }

  /// The first moment at which what was gained in a text of this version counts no more, because a breaking change, which
  /// raises the first number of the version, says that it must be done again; nil where nothing says so.
  ///
  /// It is the start of the day on which today's text was published, or where nobody says when, of all time.
  package func outdating(of module: Identifier<Module>, in version: SemanticVersion) -> Moment? {
    guard let term = terms[module], let today = term.version, version.major < today.major else { return nil }
    return term.published.map { Moment(startOf: $0) } ?? Moment(milliseconds: .min)
  }

  /// The first moment at which what was gained then no longer counts, or nil where it never ends.
  ///
  /// It counts through the day that lies so many months later, in UTC.
  package func expiry(of module: Identifier<Module>, gainedAt moment: Moment) -> Moment? {
    terms[module]?.validity.map { validity in
      let last = moment.day.adding(months: validity.months)
      return Moment(startOf: CalendarDay(daysSince1970: last.daysSince1970 + 1))
    }
  }
}
