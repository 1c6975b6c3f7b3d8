package import CurriculumModel
package import ProgrammeModel

/// Why the ledger did not do what was asked: facts, from which a caller makes words and an exit status.
package struct LedgerFailure: Error, Sendable {
  /// What went wrong.
  package let code: Code
  /// The file or the address; nil for a ledger in memory.
  package let path: String?
  /// What the store said, for whoever looks for the cause; nil where it was not asked.
  package let cause: Cause?

  /// A failure from its parts.
  package init(_ code: Code, path: String?, cause: Cause? = nil) {
    self.code = code
    self.path = path
    self.cause = cause
  }

  /// What went wrong.
  package enum Code: Hashable, Sendable {
    /// There is no such file.
    case notFound
    /// The file or its folder cannot be opened or made.
    case cannotOpen
    /// There is a file already where one is to be made.
    case exists
    /// The file or its folder can be read but not written.
    case readOnly
    /// The disk is full.
    case full
    /// Reading or writing failed.
    case inputOutput
    /// Others were writing for longer than we wait.
    case busy
    /// The server cannot be reached, or went away.
    case unreachable
    /// Rows were erased, but others were reading for so long that their bytes are still in a file.
    case leftBehind
    /// The account may not do this.
    case forbidden
    /// The file is no SQLite database, or one of another application.
    case notALedger
    /// The file is damaged.
    case damaged
    /// The file was written by a newer version: its schema's version and the newest that is known here.
    case newer(found: Int, known: Int)
    /// What was asked contradicts what stands there; nothing was written.
    case conflict(Conflict)
    /// The store refused something that we should not have asked: a mistake of ours.
    case unexpected
  }

  /// A contradiction between what was asked and what stands in the ledger.
  package enum Conflict: Hashable, Sendable {
    /// The event stands there with other content.
    case event(Event.ID)
    /// The credential stands there with other content.
    case credential(CredentialID)
    /// The handle is taken.
    case handle(Identifier<Person>)
    /// The person's key is taken.
    case person(PersonKey)
    /// The pair's identifier is taken.
    case pair(Identifier<Pair>)
    /// The ledger does not know the person.
    case unknownPerson(PersonKey)
  }

  /// What the store said.
  package struct Cause: Hashable, Sendable {
    /// Who said so and under which code, such as `SQLite 10`; may be empty.
    package let code: String
    /// The message, in the store's words.
    package let message: String

    /// A cause from its parts.
    package init(code: String, message: String) {
      self.code = code
      self.message = message
    }
  }

  /// What may be done about it.
  package enum Remedy: Hashable, Sendable {
    /// Create the ledger, or name the right file.
    case namePath
    /// See whether the server runs, and whether the address is right.
    case checkServer
    /// Ask whoever leads the programme.
    case askLead
    /// Allow writing in the folder and to the file.
    case allowWriting
    /// Make room on the disk.
    case makeRoom
    /// Try again later.
    case tryAgain
    /// Mend the ledger, which clears what erased rows leave behind.
    case mend
    /// Go back to a copy.
    case restoreCopy
    /// Use a newer version of the program.
    case upgrade
    /// Use another identifier.
    case chooseAnother
    /// Report it.
    case report
  }

  /// What may be done about it, the likeliest first.
  package var remedies: [Remedy] {
    switch code {
    case .notFound: [.namePath]
    case .cannotOpen: [.namePath, .allowWriting]
    case .exists: [.chooseAnother]
    case .readOnly: [.allowWriting]
    case .full: [.makeRoom]
    case .inputOutput: [.tryAgain, .restoreCopy]
    case .busy: [.tryAgain]
    case .unreachable: [.checkServer, .tryAgain]
    case .leftBehind: [.mend]
    case .forbidden: [.askLead]
    case .notALedger: [.namePath]
    case .damaged: [.restoreCopy]
    case .newer: [.upgrade]
    case .conflict: [.chooseAnother]
    case .unexpected: [.report]
    }
  }
}
