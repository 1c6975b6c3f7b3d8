import Foundation
import Testing

/// The files of the checkout that habits are held against.
enum Checkout {
  /// The folder of `Package.swift`.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The Swift files below a folder, in order of path, with their characters.
  static func swiftFiles(below folder: String) throws -> [(path: String, text: String)] {
    let base = root.appending(path: folder)
    let paths = FileManager.default.subpaths(atPath: base.path(percentEncoded: false)) ?? []
    return try paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
      (path: folder + "/" + path, text: try text(of: folder + "/" + path))
    }
  }

  /// The characters of a file.
  static func text(of path: String) throws -> String {
    String(decoding: try Data(contentsOf: root.appending(path: path)), as: UTF8.self)
  }
}

/// A target as `Package.swift` declares it.
struct DeclaredTarget: Sendable, CustomTestStringConvertible {
  let name: String
  let folder: String
  let dependencies: Set<String>

  var testDescription: String { name }

  /// The targets of the manifest, read from its text: one call each, dependencies as quoted names or as the names of
  /// libraries that the manifest declares above its targets.
  static func all() throws -> [DeclaredTarget] {
    let manifest = try Checkout.text(of: "Package.swift")
    let libraries = Dictionary(
      uniqueKeysWithValues: manifest.matches(of: /let (\w+) = Target\.Dependency\.product\(name: "(\w+)"/).map {
        (String($0.1), String($0.2))
      })
    let calls = manifest.split(separator: /\.(?=(?:target|executableTarget|testTarget|systemLibrary)\()/).dropFirst()
    return calls.compactMap { call in
      guard let name = call.firstMatch(of: /name: "(\w+)"/)?.1 else { return nil }
      let list = call.firstMatch(of: /dependencies: \[((?:[^\[\]]|\n)*)\]/)?.1 ?? ""
      var dependencies = Set(list.matches(of: /"(\w+)"/).map { String($0.1) })
      dependencies.formUnion(list.matches(of: /\.product\(name: "(\w+)"/).map { String($0.1) })
      let words = list.replacing(/\.product\([^)]*\)|"[^"]*"/, with: "").matches(of: /\w+/).map { String($0.0) }
      dependencies.formUnion(words.compactMap { libraries[$0] })
      let path = call.firstMatch(of: /path: "([^"]+)"/).map { String($0.1) }
      let isTest = call.hasPrefix("testTarget")
      return DeclaredTarget(
        name: String(name), folder: path ?? "\(isTest ? "Tests" : "Sources")/\(name)", dependencies: dependencies)
    }
  }
}
