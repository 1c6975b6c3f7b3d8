package import TaggedPages

/// How an organisation's certificates look and what they say around their texts; nothing of it is signed.
package struct CertificateDesign: Sendable {
  /// The colour of titles, labels and ornaments.
  package var accent: Colour
  /// The colour of text.
  package var ink: Colour
  /// The picture at the top, or nil for the footbridge.
  package var logo: PagePicture?
  /// What the document is called, such as "Certificate of completion"; nil for the usual words.
  package var heading: String?
  /// The words between the holder's name and the achievement's title; nil for the usual ones.
  package var declaration: String?
  /// A mention at the foot of the details, such as a registration number; nil for none.
  package var mention: String?

  /// The look of an organisation that has not chosen one.
  ///
  /// Each colour has a contrast of at least 4.5 to 1 with white.
  package init(
    accent: Colour = Colour(red: 0.07, green: 0.34, blue: 0.40),
    ink: Colour = Colour(red: 0.11, green: 0.13, blue: 0.15),
    logo: PagePicture? = nil, heading: String? = nil, declaration: String? = nil, mention: String? = nil
  ) {
    self.accent = accent
    self.ink = ink
    self.logo = logo
    self.heading = heading
    self.declaration = declaration
    self.mention = mention
  }

  /// The colour of what stands back: 5.9 to 1 with white.
  var muted: Colour { Colour(red: 0.36, green: 0.40, blue: 0.43) }
}
