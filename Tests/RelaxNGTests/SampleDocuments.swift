/// Valid documents of the vocabulary, one of each root and rich in elements.
enum SampleDocuments {
  /// All of them.
  static let all = [programme, framework, module, curriculum, card]

  /// A programme.
  static let programme = """
    <?xml version="1.0" encoding="UTF-8"?>
    <programme xmlns="urn:passerelle:1" id="acme-passerelle" xml:lang="fr">
      <title>Passerelle chez Acme</title>
      <title xml:lang="en">Passerelle at <em>Acme</em></title>
      <summary>Un programme d'échange.</summary>
      <languages default="fr" fallback="fr en"/>
      <issuer name="Acme" url="https://acme.example" logo="logo.svg" signatory="Direction de la formation"/>
      <theme id="social-media"><name>Médias sociaux</name><name xml:lang="en">Social media</name></theme>
      <theme id="leadership">
        <name>Leadership</name>
      </theme>
      <store url="sqlite:ledger.sqlite"/>
    </programme>

    """

  /// A framework with areas.
  static let framework = """
    <?xml version="1.0" encoding="UTF-8"?>
    <framework xmlns="urn:passerelle:1" id="digcomp-3.0" xml:lang="en" levels="8" source="JRC144121" licence="CC-BY-4.0">
      <title>DigComp 3.0</title>
      <credit>Joint Research Centre</credit>
      <level number="1"><name>Foundation</name></level>
      <level number="2">
        <name>Intermediate</name>
        <name xml:lang="fr" status="working">Intermédiaire</name>
      </level>
      <area code="2">
        <name>Communication</name>
        <competence code="2.2">
          <name>Sharing</name>
          <name xml:lang="fr" status="official">Partager</name>
          <description>Share data and content.</description>
          <same framework="digcomp-2.2" code="2.2"/>
        </competence>
        <competence code="2.5"><name>Netiquette</name></competence>
      </area>
    </framework>

    """

  /// A card in two languages.
  static let card = """
    <?xml version="1.0" encoding="UTF-8"?>
    <card xmlns="urn:passerelle:1" id="first-post" version="1.0.0" xml:lang="fr">
      <title>Premier post</title>
      <title xml:lang="en">First post</title>
      <translation xml:lang="en" of="1.0.0"/>
      <rights licence="CC-BY-4.0" holder="Acme &amp; fils"/>
      <body>
        <p>Écrire <strong>court</strong>, voir <link href="https://acme.example/aide">l'aide</link>.</p>
        <list kind="numbers">
          <item>Un</item>
          <item>Deux : <code>@nom</code></item>
        </list>
        <table heading="first-row">
          <row><cell>Qui</cell><cell>Quoi</cell></row>
          <row><cell>Moi</cell><cell>Rien</cell></row>
        </table>
        <figure src="images/post.png" alt="Un message">Un <span xml:lang="en">post</span></figure>
      </body>
      <body xml:lang="en">
        <p>Write briefly.</p>
      </body>
    </card>

    """

  /// A module with every part that one may have.
  static let module = """
    <?xml version="1.0" encoding="UTF-8"?>
    <module xmlns="urn:passerelle:1" id="sm-first-post" version="1.2.0" xml:lang="fr"
            theme="social-media" direction="junior-to-senior" serves="adaptation communication" counts-for="pair">
      <title>Premier post, premier commentaire</title>
      <title xml:lang="en">First post, first comment</title>
      <translation xml:lang="en" of="1.2.0"/>
      <summary>Publier un premier message.</summary>
      <lifecycle status="published" published="2026-03-02" review-by="2027-03-01" volatility="medium"/>
      <rights licence="CC-BY-4.0" holder="Acme"/>
      <time minutes="60" before="15" after="10"/>
      <objectives>
        <objective id="o1" for="senior" verb="apply">
          <statement>Publier un message professionnel court.</statement>
          <statement xml:lang="en">Publish a short message.</statement>
          <competence framework="digcomp-3.0" code="2.2" level="3"/>
        </objective>
        <objective id="o2" for="junior" verb="analyse">
          <statement>Faire faire plutôt que faire.</statement>
        </objective>
      </objectives>
      <requires>
        <passed module="sm-profile"/>
        <any>
          <passed module="sm-netiquette"/>
          <competence framework="digcomp-3.0" code="2.5" level="2" of="senior"/>
          <at-least n="2"><passed module="a"/><passed module="b"/></at-least>
        </any>
      </requires>
      <recommends><passed module="sm-employee-voice"/><reason>Plus simple.</reason></recommends>
      <prior-learning>
        <accept kind="certificate" scheme="pix" months="36"/>
        <accept kind="demonstration" attested-by="junior">Devant le <em>junior</em>.</accept>
      </prior-learning>
      <preparation for="senior">Choisir un sujet.</preparation>
      <session>
        <activity id="a1" minutes="10" lead="senior" mode="talk">
          <title>Parler</title>
          <junior>Écouter. Noter un sujet.</junior>
          <senior><p>Raconter une réussite.</p><p>En deux minutes.</p></senior>
        </activity>
        <activity id="a2" minutes="35" lead="junior" mode="practice">
          <junior>Montrer.</junior>
          <senior>Écrire.</senior>
          <use card="first-post"/>
          <accessibility need="low-vision">Agrandir les caractères.</accessibility>
        </activity>
        <activity id="a3" minutes="15" lead="both" mode="reflect">
          <ask from="junior" topic="experience">Qui lirait ce message dans dix ans ?</ask>
          <ask from="senior" topic="stereotype">Qu'est-ce qui vous a surpris ?</ask>
        </activity>
      </session>
      <checks at-least="1">
        <check id="c1" for="o1 o2" kind="observation" attested-by="junior" keep="result">
          <criterion>Le message est publié.</criterion>
        </check>
      </checks>
      <validity months="24" refresh="sm-culture-watch"/>
      <resources>
        <resource id="r1" href="https://acme.example/r" lang="fr" licence="CC-BY-4.0" checked="2026-02-20">
          <title>Un guide</title>
        </resource>
      </resources>
      <variants><variant when="no-account">Sur papier.</variant></variants>
      <accessibility need="hearing">Écrire les consignes.</accessibility>
      <privacy>Ne jamais recopier le texte publié.</privacy>
    </module>

    """

  /// A curriculum with certificates.
  static let curriculum = """
    <?xml version="1.0" encoding="UTF-8"?>
    <curriculum xmlns="urn:passerelle:1" id="digital-presence" version="2026.1" xml:lang="fr">
      <title>Présence numérique</title>
      <translation xml:lang="en" of="2026.1"/>
      <summary>Un parcours.</summary>
      <rights licence="CC-BY-4.0" holder="Acme"/>
      <rhythm minutes="60" every-weeks="2" sessions="13" missed-in-a-row="2"/>
      <reciprocity at-least-percent="33" mutual-percent="50"/>
      <milestone module="ld-contract" by-session="1"/>
      <milestone module="ld-close" last="yes"/>
      <group id="core"><title>Le socle</title><module ref="sm-first-post"/><module ref="sm-verify"/></group>
      <group id="widen" at-least="2">
        <module ref="sm-visual"/>
        <module ref="sm-community"/>
        <module ref="sm-culture-watch"/>
      </group>
      <group id="give-back" at-least-minutes="120" directions="senior-to-junior mutual" theme="leadership"/>
      <certificate id="mentee-presence" for="senior" valid-months="36">
        <title>Attestation : présence numérique</title>
        <description>Ce que la personne sait faire.</description>
        <earned-when>
          <passed group="core"/>
          <competence framework="digcomp-3.0" code="2.6" level="3" of="senior"/>
          <all><delivered at-least="6" direction="junior-to-senior"/><passed module="ld-close"/></all>
        </earned-when>
      </certificate>
      <certificate id="exchange" for="pair">
        <title>Échange accompli</title>
        <earned-when><minutes direction="senior-to-junior" at-least="120"/></earned-when>
      </certificate>
      <indicator advantage="exchange" kind="return-share"><description>La part rendue.</description></indicator>
    </curriculum>

    """
}
