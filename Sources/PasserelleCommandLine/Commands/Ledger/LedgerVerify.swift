import ArgumentParser
import Bilingual
import CompletionLedger
import CurriculumModel
import DomainWords
import ProgrammeModel

extension LedgerCommand {
  /// `ledger verify`.
  struct Verify: ParsableCommand {
    static var configuration: CommandConfiguration {
      about(
        "verify", en: "Follow every chain, and say what is not as it was written.",
        fr: "Suivre chaque chaîne, et dire ce qui n’est plus tel qu’écrit.")
    }

    @Flag(
      help: help(
        en: "Mend what a stop between two people left undone, and clear what an erasure left behind.",
        fr: "Réparer ce qu’un arrêt entre deux personnes a laissé inachevé, et nettoyer ce que laisse un effacement."))
    var mend = false

    @OptionGroup var workspace: LedgerOptions
    @OptionGroup var printing: PrintingOptions

    func run() throws {
      let ledger = try OpenWorkspace(workspace).ledger(.existing)
      var verification = try ledger.verify()
      var mended: [Ledger.Verification.Finding] = []
      if mend {
        try ledger.clear()
        mended = try ledger.mend(verification)
        if !mended.isEmpty { verification = try ledger.verify() }
      }
      let words = FindingWords(ledger: ledger)
      switch printing.format {
      case .json:
        try JSONOutput.print(
          VerificationMembers(
            people: verification.people, events: verification.events,
            findings: verification.findings.map { words.text($0)[spokenLanguage] },
            mended: mended.map { words.text($0)[spokenLanguage] }))
      case .text:
        for finding in mended {
          Conversation.print(said(en: "mended: ", fr: "réparé\u{A0}: ") + words.text(finding)[spokenLanguage])
        }
        for finding in verification.findings { Conversation.print(words.text(finding)[spokenLanguage]) }
        let people = spokenLanguage.count(verification.people, .people)
        let events = spokenLanguage.count(verification.events, .events)
        Conversation.print(
          verification.findings.isEmpty
            ? said(
              en: "\(people), \(events): every chain holds.", fr: "\(people), \(events)\u{A0}: chaque chaîne tient.")
            : said(
              en: "\(people), \(events): \(spokenLanguage.count(verification.findings.count, .findings)).",
              fr: "\(people), \(events)\u{A0}: \(spokenLanguage.count(verification.findings.count, .findings))."))
      }
      if !verification.findings.isEmpty { throw ExitCode(CommandFailure.Status.notSound.rawValue) }
    }
  }
}

/// What `ledger verify --format json` prints.
private struct VerificationMembers: Encodable {
  let people: Int
  let events: Int
  let findings: [String]
  let mended: [String]
}

/// Findings of a verification in words.
private struct FindingWords {
  let ledger: Ledger

  func text(_ finding: Ledger.Verification.Finding) -> Wording {
    switch finding {
    case .file(let words): Wording(en: "the file is damaged: \(words)", fr: "le fichier est endommagé\u{A0}: \(words)")
    case .link(let person, let position):
      Wording(
        en: "\(name(person)): event \(position) is missing or was changed",
        fr: "\(name(person))\u{A0}: l’événement \(position) manque ou a été modifié")
    case .end(let person):
      Wording(
        en: "\(name(person)): the last events are missing, or there are too many",
        fr: "\(name(person))\u{A0}: les derniers événements manquent, ou il y en a trop")
    case .remark(let person, let event):
      Wording(
        en: "\(name(person)): the reason of \(event) is missing or was changed",
        fr: "\(name(person))\u{A0}: le motif de \(event) manque ou a été modifié")
    case .half(let person, let event):
      Wording(
        en: "\(name(person)): \(event), which is about a pair, stands under the other person only (--mend)",
        fr: "\(name(person))\u{A0}: \(event), qui concerne un binôme, n’est que chez l’autre personne (--mend)")
    case .pair(let pair):
      Wording(
        en: "the pair \(pair) is not what its enrolment says (--mend)",
        fr: "le binôme \(pair) n’est pas ce que dit son inscription (--mend)")
    case .credential(let person, let credential):
      Wording(
        en: "\(name(person)): the certificate \(credential) is missing or was changed",
        fr: "\(name(person))\u{A0}: l’attestation \(credential) manque ou a été modifiée")
    }
  }

  /// What people type for somebody; the key of who is erased.
  private func name(_ key: PersonKey) -> String {
    (try? ledger.person(key: key)?.handle.rawValue) ?? key.description
  }
}
