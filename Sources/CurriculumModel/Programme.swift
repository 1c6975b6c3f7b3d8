/// An organisation's programme: its languages, themes, issuer and store.
package struct Programme: Equatable, Sendable {
  /// The identifier.
  package let id: Identifier<Programme>
  /// The title.
  package let title: LocalizedPhrase
  /// The language in which no text may be missing.
  package let defaultLanguage: LanguageTag
  /// The languages, in the order in which they stand in for each other; the default is among them.
  package let languages: [LanguageTag]
  /// Who issues certificates.
  package let issuer: Issuer
  /// How certificates look; nil where the programme does not say.
  package let certificatePage: CertificatePage?
  /// The themes, in order.
  package let themes: [Theme]
  /// Where records are kept, such as `sqlite:ledger.sqlite`; nil where the programme does not say.
  package let store: String?

  /// Who issues certificates.
  package struct Issuer: Equatable, Sendable {
    /// The organisation.
    package let name: String
    /// Its page.
    package let url: String
    /// Its logo: a file beside the document.
    package let logo: String?
    /// Who signs.
    package let signatory: String?

    /// An issuer from its parts.
    package init(name: String, url: String, logo: String?, signatory: String?) {
      self.name = name
      self.url = url
      self.logo = logo
      self.signatory = signatory
    }
  }

  /// How certificates look and what they say around their texts; what is left out is as usual.
  package struct CertificatePage: Equatable, Sendable {
    /// The colour of titles.
    package let accent: PageColour?
    /// The colour of text.
    package let ink: PageColour?
    /// What the document is called; without a text where the programme does not say.
    package let heading: LocalizedPhrase
    /// The words between the holder's name and the certificate's title.
    package let declaration: LocalizedPhrase
    /// A mention at the foot of the details.
    package let mention: LocalizedPhrase

    /// A look from its parts.
    package init(
      accent: PageColour?, ink: PageColour?, heading: LocalizedPhrase, declaration: LocalizedPhrase,
      mention: LocalizedPhrase
    ) {
      self.accent = accent
      self.ink = ink
      self.heading = heading
      self.declaration = declaration
      self.mention = mention
    }
  }

  /// A programme from its parts, which `Validators` has found sound.
  package init(
    id: Identifier<Programme>, title: LocalizedPhrase, defaultLanguage: LanguageTag, languages: [LanguageTag],
    issuer: Issuer, certificatePage: CertificatePage? = nil, themes: [Theme], store: String?
  ) {
    self.id = id
    self.title = title
    self.defaultLanguage = defaultLanguage
    self.languages = languages
    self.issuer = issuer
    self.certificatePage = certificatePage
    self.themes = themes
    self.store = store
  }

  /// The languages in which to look for a text that is wanted in one of them: that one, then the order of fallback.
  package func languages(for wanted: LanguageTag) -> [LanguageTag] {
    [wanted] + languages.filter { $0 != wanted }
  }
}

/// A theme under which modules are filed.
package struct Theme: Equatable, Sendable {
  /// The identifier.
  package let id: Identifier<Theme>
  /// The name.
  package let name: LocalizedPhrase

  /// A theme from its parts.
  package init(id: Identifier<Theme>, name: LocalizedPhrase) {
    self.id = id
    self.name = name
  }
}
