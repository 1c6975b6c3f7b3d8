import CurriculumModel
import CurriculumReading
import Foundation
import Testing
import Validators

/// The library that is shipped in `Curricula`, read once for all tests.
enum ShippedLibrary {
  /// Every document of the folder, in order of path.
  static func documents() throws -> [WorkspaceFile] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Curricula")
    let paths = FileManager.default.subpaths(atPath: root.path(percentEncoded: false)) ?? []
    return try paths.filter { $0.hasSuffix(".xml") }.sorted().map { path in
      WorkspaceFile(path: path, bytes: Array(try Data(contentsOf: root.appending(path: path))))
    }
  }

  private static let reading = Result { validate(try documents(), scope: .workspace).makeLibrary() }

  /// The library; it is there only if nothing in it is an error.
  static func library() throws -> Library {
    try #require(try reading.get())
  }

  /// Every text of the library.
  static let texts = Result { try library().shippedTexts() }
}
