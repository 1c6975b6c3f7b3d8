import Foundation
import Testing

/// A folder of pages that `preview --output` wrote.
struct PublishedSite {
  /// The folder.
  let folder: String
  /// Every file, by its path from the folder.
  let files: [String: Data]

  /// Reads a folder within a workspace's.
  init(_ name: String, of workspace: Workspace) throws {
    let folder = workspace.folder + "/" + name
    self.folder = folder
    var files: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: "\(folder)/\(path)", isDirectory: &isFolder)
      if !isFolder.boolValue { files[path] = try Data(contentsOf: URL(filePath: "\(folder)/\(path)")) }
    }
    self.files = files
  }

  /// A page's characters.
  func text(_ path: String) throws -> String {
    String(decoding: try #require(files[path], "\(path)"), as: UTF8.self)
  }

  /// The pages.
  var pages: [String] { files.keys.filter { $0.hasSuffix(".html") }.sorted() }

  /// What pages lead to or load that is not in the folder, but for links that a reader may follow to other hosts.
  var brokenLinks: [String] {
    get throws {
      var broken: [String] = []
      for page in pages {
        let text = try text(page)
        for match in text.matches(of: /(?:<(a|[a-z]+)[^>]*? )(href|src)="([^"]*)"/) {
          let target = String(match.3)
          if match.1 == "a", ["https://", "http://", "mailto:"].contains(where: target.hasPrefix) { continue }
          let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
          let path = parts[0].isEmpty ? page : Self.resolved(String(parts[0]), from: page)
          guard let file = files[path] else {
            broken.append("\(page): \(target)")
            continue
          }
          if parts.count == 2, !String(decoding: file, as: UTF8.self).contains("id=\"\(parts[1])\"") {
            broken.append("\(page): \(target)")
          }
        }
      }
      return broken
    }
  }

  private static func resolved(_ link: String, from page: String) -> String {
    var parts = page.split(separator: "/").dropLast()
    for part in link.split(separator: "/") {
      if part == ".." { parts = parts.dropLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}

/// What a browser tells of a site.
struct BrowsedSite: Decodable {
  /// A page.
  struct Visit: Decodable {
    /// What is seen.
    let page: BrowsedPage
    /// Requests to anything but the site.
    let foreign: [String]
    /// How many requests there were.
    let requests: Int
    /// The way of the keyboard.
    let walk: Walk
    let title: String
    let headings: Int
    let landmarks: Int
  }

  /// Where the Tab key leads.
  struct Walk: Decodable {
    /// A place.
    struct Stop: Decodable {
      let tag: String
      let text: String
    }

    /// How many places it came to, and how many there are.
    let stops: Int
    let wanted: Int
    /// Those that nothing shows.
    let hidden: [Stop]
    /// The words of the first.
    let first: String
  }

  /// How many entries of the catalogue are left, and the words on that, after each step.
  struct Filter: Decodable {
    let shown: [String: Int]
    let words: [String: String]
    let address: String
    /// Whether the form is hidden where scripts do not run, and how many entries there are then.
    let hidesForm: Bool
    let withoutScripts: Int

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Name.self)
      var (shown, words) = ([String: Int](), [String: String]())
      for key in container.allKeys where !["all", "address", "without"].contains(key.stringValue) {
        var step = try container.nestedUnkeyedContainer(forKey: key)
        shown[key.stringValue] = try step.decode(Int.self)
        words[key.stringValue] = try step.decode(String.self)
      }
      shown["all"] = try container.decode(Int.self, forKey: Name("all"))
      self.shown = shown
      self.words = words
      address = try container.decode(String.self, forKey: Name("address"))
      var without = try container.nestedUnkeyedContainer(forKey: Name("without"))
      hidesForm = try without.decode(Bool.self)
      withoutScripts = try without.decode(Int.self)
    }

    private struct Name: CodingKey {
      let stringValue: String
      var intValue: Int? { nil }

      init(_ name: String) { stringValue = name }
      init?(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }
  }

  let pages: [String: Visit]
  let filter: Filter

  /// Goes through pages in headless Chromium, and uses the filter of the first, which is a catalogue.
  static func open(_ base: String, _ pages: [String], in workspace: Workspace) throws -> BrowsedSite {
    let script = Program.package.appending(path: "Tests/PasserelleTests/browse-site.py").path
    let ending = try Program.run([script, base] + pages, in: workspace.folder, program: "/usr/bin/python3")
    try #require(ending.status == 0, "\(ending.conversation)")
    return try JSONDecoder().decode(BrowsedSite.self, from: Data(ending.output.utf8))
  }
}
