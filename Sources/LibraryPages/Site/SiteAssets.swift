internal import SessionSheets
internal import Stationery

/// The files that pages share: their look and the few scripts.
enum SiteAssets {
  /// A script; each page names those that it needs.
  enum Script: String, CaseIterable {
    /// Narrows the catalogue down.
    case filter
    /// Judges certificates.
    case certificate
    /// Takes certificates from a reader and shows how they are judged.
    case verify
    /// Asks for the page again when the library has changed.
    case reload

    /// The path from the site's root.
    var path: String { "assets/\(rawValue).js" }

    fileprivate var bytes: [UInt8] {
      switch self {
      case .filter: PackageResources.filter_js
      case .certificate: PackageResources.certificate_js
      case .verify: PackageResources.verify_js
      case .reload: PackageResources.reload_js
      }
    }
  }

  /// The path of the look.
  static let look = "assets/site.css"
  /// The path of the sign in the browser's tab.
  static let icon = "assets/icon.svg"

  /// The paths of all of them.
  static func paths(for reading: LibrarySite.Reading) -> [String] {
    [look, icon] + scripts(for: reading).map(\.path)
  }

  /// The file at a path; nil where there is none.
  static func file(at path: String, for reading: LibrarySite.Reading) -> [UInt8]? {
    switch path {
    case look: PageTemplates.look + (SheetBody.templates["sheetLook"] ?? []) + PackageResources.site_css
    case icon: PackageResources.icon_svg
    default: scripts(for: reading).first { $0.path == path }?.bytes
    }
  }

  private static func scripts(for reading: LibrarySite.Reading) -> [Script] {
    switch reading {
    case .live: Script.allCases
    case .published: [.filter, .certificate, .verify]
    }
  }
}
