/// A version `major.minor.patch`: a compatible change keeps what was passed, a breaking one raises `major`.
package struct SemanticVersion: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Raised by a breaking change.
  package let major: Int
  /// Raised by a compatible change.
  package let minor: Int
  /// Raised by a correction.
  package let patch: Int

  /// A version from its three numbers.
  package init(_ major: Int, _ minor: Int, _ patch: Int) {
    self.major = major
    self.minor = minor
    self.patch = patch
  }

  /// A version from `major.minor.patch`, or nil.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 3, let major = parts[0], let minor = parts[1], let patch = parts[2],
      major >= 0, minor >= 0, patch >= 0
    else { return nil }
    self.init(major, minor, patch)
  }

  package var description: String { "\(major).\(minor).\(patch)" }

  package static func < (a: Self, b: Self) -> Bool {
    (a.major, a.minor, a.patch) < (b.major, b.minor, b.patch)
  }
}
