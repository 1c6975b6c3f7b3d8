import CompletionLedger
import Foundation
import ProgrammeModel
import ProgrammeStories

/// A folder of its own for a test, gone with the value.
///
/// A class, because something must happen when the last user lets go.
final class Workplace: Sendable {
  let folder: String

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "ledger-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// The path of a file in the folder.
  func path(_ name: String = "ledger.sqlite") -> String {
    folder + "/" + name
  }
}

extension Ledger {
  /// Adds the people of a story.
  func add(peopleOf story: Story) throws {
    var generator = SplitMix64(seed: 99)
    for person in story.people { try add(person, using: &generator) }
  }
}
