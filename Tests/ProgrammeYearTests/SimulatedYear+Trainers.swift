import ArgumentParser
import Bilingual
import CurriculumModel
import FoundationEssentials
import Testing
import Validators

@testable import PasserelleCommandLine

extension SimulatedYear {
  /// What a trainer does to a module.
  private enum Change: CaseIterable {
    /// Another text that keeps what was passed.
    case compatible
    /// Another text after which it must be done again.
    case breaking
    /// It is no longer offered.
    case withdrawal
    /// It is offered again.
    case restoration
  }

  /// Trainers change two modules; what `check` would refuse they take back.
  mutating func trainersWork() throws {
    tick()
    for change in [Change.allCases.randomElement(using: &chance) ?? .compatible, .breaking].shuffled(using: &chance) {
      let withdrawn = workspace.library.modulesInOrder.filter { $0.lifecycle.status == .withdrawn }
      let candidates = change == .restoration ? withdrawn : workspace.library.offeredModules
      guard let module = candidates.randomElement(using: &chance) else { continue }
      let url = folder.appending(path: "modules/\(module.id).xml")
      let before = try String(contentsOf: url, encoding: .utf8)
      try Data(changed(before, of: module, change).utf8).write(to: url)
      guard try isSound() else {
        try Data(before.utf8).write(to: url)
        account.refusedChanges += 1
        continue
      }
      switch change {
      case .compatible: account.compatible += 1
      case .breaking: account.breaking += 1
      case .withdrawal: account.withdrawn += 1
      case .restoration: account.restored += 1
      }
      trace.append("\(now.day.iso) \(change) \(module.id)")
    }
    // A change of minutes is no news.
    left = [:]
    workspace = try OpenWorkspace(WorkspaceOptions.parse(["--workspace", folder.path]))
  }

  private func isSound() throws -> Bool {
    let (files, listing) = try WorkspaceFolder(path: folder.path).contents()
    return validate(files, scope: .workspace, listing: listing).makeLibrary() != nil
  }

  /// The document after a change, published today.
  private func changed(_ text: String, of module: Module, _ change: Change) -> String {
    let version = module.version
    switch change {
    case .withdrawal: return text.replacing("status=\"published\"", with: "status=\"withdrawn\"")
    case .restoration: return text.replacing("status=\"withdrawn\"", with: "status=\"published\"")
    case .compatible, .breaking:
      let next =
        change == .breaking
        ? SemanticVersion(version.major + 1, 0, 0) : SemanticVersion(version.major, version.minor + 1, 0)
      return text.replacing("version=\"\(version)\"", with: "version=\"\(next)\"")
        .replacing("of=\"\(version)\"", with: "of=\"\(next)\"")
        .replacing(/\ published="[0-9-]+"/, with: " published=\"\(now.day.iso)\"")
        .replacing(/\ review-by="[0-9-]+"/, with: " review-by=\"\(now.adding(days: 300).day.iso)\"")
    }
  }
}
