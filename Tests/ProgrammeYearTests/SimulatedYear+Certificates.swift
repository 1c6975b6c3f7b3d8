import ArgumentParser
import Bilingual
import Certificates
import CurriculumModel
import ProgrammeModel
import Testing

@testable import PasserelleCommandLine

extension SimulatedYear {
  /// Asks for every certificate of every pair, as `certificate issue --all` does; what is earned is issued, and what is
  /// earned is what the plain record says.
  mutating func issueWhatIsEarned() throws {
    let office = CertificateOffice(workspace: workspace, ledger: ledger)
    var issuing = try CertificateIssuing(
      office, by: IssuerOffice(workspace: workspace, passphrase: PassphraseOptions.parse([])), at: now)
    for pair in pairs {
      let standing = PlainStanding(of: pair, record, in: workspace.library, at: now)
      for certificate in workspace.library.curricula[pair.curriculum]?.certificates ?? [] {
        let claim = try office.claim(certificate.id.rawValue, of: pair, at: now)
        let isEarned = standing.hasEarned(certificate)
        switch try issuing.issue(claim) {
        case .issued:
          account.certificates += 1
          #expect(isEarned, "\(certificate.id) of \(pair.id) is issued unearned, \(now.day.iso)")
          note(pair, "\(certificate.id) issued")
        case .standing: break
        case .lacking(let lacking):
          #expect(
            !isEarned && !lacking.isEmpty, "\(certificate.id) of \(pair.id) is earned, \(now.day.iso): \(lacking)")
        }
      }
    }
  }

  /// Verifies every certificate that was issued, as a stranger would who trusts the issuer.
  mutating func verifyCertificates() throws {
    let office = CertificateOffice(workspace: workspace, ledger: ledger)
    for issued in try office.issued() {
      let credential = try office.credential(issued.award.credential.description)
      let forms = try office.forms(of: credential)
      let trust = TrustList(try office.issuers(of: credential))
      let isOver = issued.award.validUntil.map { $0 <= now } ?? false
      for form in [forms.json, forms.jwt, forms.shortJWT] {
        let verification = verifyCertificate(Array(form.utf8), trusting: trust, now: now)
        #expect(verification.verdict == (isOver ? .expired : .valid), "\(verification.problems)")
        #expect(verification.certificate?.id == "urn:uuid:\(issued.award.credential)")
      }
      #expect(
        verifyCertificate(Array(forms.shortJWT.utf8), trusting: TrustList([DID]()), now: now).verdict == .untrusted)
      account.verified += 1
    }
  }
}
