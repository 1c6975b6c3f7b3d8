import Foundation
import Testing

/// `preview --output`: the library as a folder of pages.
@Suite(.timeLimit(.minutes(30)))
struct PublishedPagesTests {
  private static let publish = ["preview", "--output", "site", "--now", Workspace.now]

  @Test func pagesStandInBothLanguagesAndEachLinkLeadsSomewhere() throws {
    let workspace = try Workspace()
    try workspace.succeed(Self.publish)
    let site = try PublishedSite("site", of: workspace)
    #expect(try site.brokenLinks == [])
    let french = site.pages.filter { $0.hasPrefix("fr/") }.map { $0.dropFirst(3) }
    #expect(french == site.pages.filter { $0.hasPrefix("en/") }.map { $0.dropFirst(3) })
    #expect(french.count > 60 && site.files[".passerelle-pages"] != nil)
    for page in site.pages {
      let text = try site.text(page)
      let language = page.hasPrefix("en/") ? "en" : "fr"
      #expect(text.contains("<html lang=\"\(language)\">"), "\(page)")
      #expect(text.contains("Content-Security-Policy") && !text.contains("<style"), "\(page)")
      #expect(text.matches(of: /<script(?! src="[^"]*" defer><\/script>)/).isEmpty, "\(page)")
      #expect(!text.contains(/[^\u{A0}\u{202F}] [;:!?»]/) || language == "en", "\(page)")
    }
    // Reasons, sheets and the picture are where a reader looks for them.
    let plan = try site.text("en/plans/mentee-presence.html")
    #expect(plan.contains("proved: no plan takes fewer") && plan.contains("Needed for ‘"))
    #expect(plan.contains("../../en/plans/mentee-presence/1.html"))
    let sheet = try site.text("fr/plans/mentee-presence/1.html")
    #expect(sheet.contains("Déroulé") && sheet.contains("Pourquoi ce module"))
    #expect(try site.text("fr/graphs/digital-presence.svg").contains("</svg>"))
    #expect(try site.text("fr/cards/scam-checklist.html").contains("../../fr/modules/dt-phishing.html"))
    // A date of review stands under its own name, beside how long a pass counts where that is said.
    #expect(try site.text("fr/modules/ld-listen.html").contains(#/<dt>Révision</dt>\s*<dd>À revoir avant/#))
    #expect(try site.text("en/modules/dt-phishing.html").contains(#/<dt>Validity and review</dt>\s*<dd>A pass/#))
    try workspace.succeed(Self.publish)
    #expect(try PublishedSite("site", of: workspace).files == site.files)
  }

  @Test func browsersFindPagesSoundAndAskNobodyElse() throws {
    let workspace = try Workspace()
    try workspace.write("<card xmlns=\"urn:passerelle:1\" id=\"new\"/>", to: "cards/new.xml")
    try workspace.write("<module xmlns=\"urn:passerelle:1\" id=\"new\"/>", to: "modules/new.xml")
    #expect(try workspace.run(Self.publish).status == 1)
    for language in SnapshotTests.languages {
      let pages = [
        "index.html", "modules/dt-phishing.html", "sheets/dt-phishing.html", "cards/scam-checklist.html",
        "modules/new.html", "curricula.html", "curricula/digital-presence.html", "plans/mentee-presence.html",
        "plans/mentee-presence/1.html", "findings.html", "verify.html",
      ].map { "\(language)/\($0)" }
      let site = try BrowsedSite.open("file://\(workspace.folder)/site/", pages, in: workspace)
      for (path, visit) in site.pages {
        #expect(visit.foreign == [] && visit.requests >= 2, "\(path)")
        visit.page.expectSound(language: language)
        #expect(visit.walk.stops == visit.walk.wanted && visit.walk.hidden.isEmpty, "\(path): \(visit.walk)")
        #expect(visit.walk.first == (language == "fr" ? "Aller au contenu" : "Skip to the content"))
        #expect(visit.headings == 1 && visit.landmarks == 4 && !visit.title.isEmpty, "\(path)")
      }
      expectFilterWorks(site.filter, language)
    }
  }

  private func expectFilterWorks(_ filter: BrowsedSite.Filter, _ language: String) {
    let all = filter.shown["all"] ?? 0
    #expect(all > 5 && filter.withoutScripts == all && filter.hidesForm)
    #expect(filter.shown["direction "] == all)
    let (mutual, theme) = (filter.shown["direction mutual"] ?? 0, filter.shown["theme leadership"] ?? 0)
    #expect(0 < mutual && mutual < all && 0 < theme && theme < all)
    #expect((filter.shown["level 3"] ?? 0) <= theme && filter.shown["language fr"] == filter.shown["level 3"])
    #expect(filter.shown["words zzz"] == 0 && filter.shown["words "] == filter.shown["language fr"])
    #expect(filter.words["words zzz"] == (language == "fr" ? "Aucun module ne convient." : "No module fits."))
    #expect(filter.words["direction "] == "\(all)\u{A0}modules")
    #expect(filter.address == "#?theme=leadership&level=3&language=fr")
  }

  /// A library that is not sound has pages all the same, and what is found stands beside what it is about.
  @Test func findingsStandOnThePageTheyBelongTo() throws {
    let workspace = try Workspace()
    // A leaf: nothing rests on it.
    let card = "cards/passphrase-second-step.xml"
    try workspace.write(
      try String(contentsOf: workspace.url(card), encoding: .utf8).replacing("<title>", with: "<tittle>"),
      to: "cards/flawed.xml")
    let warned = try String(contentsOf: workspace.url("modules/dt-passwords.xml"), encoding: .utf8)
    try workspace.write(
      warned.replacing(/review-by="[^"]*"/, with: "review-by=\"2026-11-01\""), to: "modules/dt-passwords.xml")
    let ending = try workspace.run(Self.publish + ["--lang", "en"])
    #expect(ending.status == 1 && ending.words.contains("see site/en/findings.html"), "\(ending.words)")
    let site = try PublishedSite("site", of: workspace)
    #expect(try site.brokenLinks == [])
    #expect(try site.text("en/modules/dt-passwords.html").contains("<code>ReviewDatePassed</code>"))
    let findings = try site.text("fr/findings.html")
    #expect(findings.contains("<code>cards/flawed.xml</code>") && findings.contains("<code>NotWellFormed</code>"))
    #expect(findings.contains("href=\"../fr/modules/dt-passwords.html\""))
    #expect(try site.text("fr/index.html").contains("class=\"alert\""))
    try workspace.write("<programme/>", to: "programme.xml")
    #expect(try workspace.run(Self.publish).status == 1)
    let empty = try PublishedSite("site", of: workspace)
    let broken = try empty.brokenLinks
    #expect(broken == [])
    // Each document that says what it is has a page all the same, which says why it is not shown.
    #expect(
      empty.pages.contains("en/modules/dt-passwords.html") && empty.pages.contains("fr/cards/scam-checklist.html"))
    #expect(empty.pages.allSatisfy { !$0.contains("sheets/") && !$0.contains("plans/") })
  }

  /// Who has just begun a document sees what it lacks where its page will be.
  @Test func aDocumentWithErrorsHasAPageThatSaysWhatIsWrong() throws {
    let workspace = try Workspace.small()
    try workspace.succeed("new", "module", "begun", "--lang", "en")
    try workspace.replace(
      "<lifecycle", with: "<requires><passed module=\"begun\"/></requires><lifecycle", in: "one.xml")
    for hostile in ["../../../out", "a/b", "A", "<b>", ""] {
      let id = hostile.replacing("<", with: "&lt;")
      try workspace.write("<card xmlns=\"urn:passerelle:1\" id=\"\(id)\"/>", to: "card-\(hostile.utf8.count).xml")
    }
    #expect(try workspace.run(Self.publish).status == 1)
    let site = try PublishedSite("site", of: workspace)
    #expect(try site.brokenLinks == [])
    let page = try site.text("en/modules/begun.html")
    #expect(page.contains("<h1>begun</h1>") && page.contains("‘title’ is empty") && page.contains("class=\"alert\""))
    #expect(try site.text("fr/modules/begun.html").contains("Cette page se fera dès que"))
    // Where the identifier is none, there is no page to name after it.
    #expect(!site.pages.contains { $0.hasPrefix("en/cards/") })
    #expect(!FileManager.default.fileExists(atPath: workspace.url("out.html").path))
    let findings = try site.text("en/findings.html")
    #expect(findings.contains("<a href=\"../en/modules/begun.html\">modules/begun.xml</a>"))
  }

  /// Titles, names and lines of documents come from people: on a page they are text, whatever they look like.
  @Test func whatLooksLikeAPageIsText() throws {
    let workspace = try Workspace.small()
    let hostile = #"<script>alert(1)</script>"́ onfocus="alert(2)" autofocus x='<img src=x onerror=alert(3)>"#
    let written = hostile.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    for (old, file) in [("<title>One</title>", "one.xml"), ("<title>Small</title>", "small.xml")] {
      try workspace.replace(old, with: "<title>\(written)</title>", in: file)
    }
    try workspace.replace("<title>Small</title>", with: "<title>\(written)</title>", in: "programme.xml")
    try workspace.replace("<name>Tools</name>", with: "<name>\(written)</name>", in: "programme.xml")
    try workspace.replace(
      "</group>",
      with:
        "</group><certificate id=\"c\" for=\"senior\"><title>\(written)</title><earned-when><passed module=\"one\"/></earned-when></certificate>",
      in: "small.xml")
    try workspace.write("<module xmlns=\"urn:passerelle:1\" \(hostile)", to: "<b onclick=alert(4)>.xml")
    #expect(try workspace.run(Self.publish).status == 1)
    let site = try PublishedSite("site", of: workspace)
    for page in site.pages {
      let text = try site.text(page)
      #expect(!text.unicodeScalars.map(String.init).joined().contains("<script>alert"), "\(page)")
      #expect(!text.contains("<img src=x") && !text.contains("<b onclick"), "\(page)")
      // A quotation mark stays one where an accent follows it, and would end the attribute that it stands in.
      #expect(!Array(text.utf8).contains(Array("\"\u{301} onfocus".utf8)), "\(page)")
    }
    let pages = ["en/index.html", "en/modules/one.html", "en/curricula/small.html", "en/findings.html"]
    let browsed = try BrowsedSite.open("file://\(workspace.folder)/site/", pages, in: workspace)
    for (path, visit) in browsed.pages {
      #expect(visit.page.console == [] && visit.foreign == [], "\(path)")
    }
  }

  @Test func nothingButOurOwnPagesIsWrittenOver() throws {
    let workspace = try Workspace.small()
    try FileManager.default.createDirectory(at: workspace.url("site"), withIntermediateDirectories: false)
    try workspace.write("mine", to: "site/notes.txt")
    try workspace.write("a file", to: "taken")
    let before = try workspace.contents
    for (folder, status, words) in [
      ("site", Int32(73), "site is not empty, and no pages of ours: there is ‘notes.txt’"),
      ("taken", 73, "taken is no folder"), ("none/deeper", 73, "the folder around it does not exist"),
    ] {
      let ending = try workspace.run(["preview", "--output", folder, "--lang", "en"])
      #expect(ending.status == status && ending.words.contains(words), "\(ending.words)")
    }
    #expect(try workspace.contents == before)
    try FileManager.default.removeItem(at: workspace.url("site/notes.txt"))
    try workspace.succeed(Self.publish)
    // What others put beside our pages stays; what we wrote and would not write now goes.
    try workspace.write("mine", to: "site/CNAME")
    try workspace.write("old", to: "site/en/modules/gone.html")
    try workspace.succeed(Self.publish)
    #expect(try String(decoding: workspace.bytes("site/CNAME"), as: UTF8.self) == "mine")
    #expect(!FileManager.default.fileExists(atPath: workspace.url("site/en/modules/gone.html").path))
    let left = try FileManager.default.contentsOfDirectory(atPath: workspace.url("site").path).sorted()
    #expect(left == [".passerelle-pages", "CNAME", "assets", "en", "fr", "index.html"])
    try workspace.refuses("preview --output site --port 8000", 64, en: "leave --port out", fr: "ne pas donner --port")
    try workspace.refuses("preview --port 70000", 64, en: "from 0 to 65535", fr: "de 0 à 65535")
  }
}

extension Array where Element == UInt8 {
  /// Whether these bytes stand somewhere in a row.
  fileprivate func contains(_ part: [UInt8]) -> Bool {
    count >= part.count
      && (0...(count - part.count)).contains { self[$0] == part[0] && Array(self[$0..<$0 + part.count]) == part }
  }
}
