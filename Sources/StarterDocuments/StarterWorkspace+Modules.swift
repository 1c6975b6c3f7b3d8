internal import Bilingual

extension StarterWorkspace {
  private func module(_ id: String, _ attributes: String, _ body: String) -> StarterFile {
    StarterFile(
      path: "modules/\(id).xml",
      text: root("module", "id=\"\(id)\" version=\"1.0.0\" \(attributes)") + body + "</module>\n")
  }

  /// The version that the translation follows, the module's standing and its rights.
  private var standing: String {
    let review = today.adding(months: 12)
    return """
      <lifecycle status="published" published="\(today.iso)" review-by="\(review.iso)" volatility="low"/>

      """ + rights
  }

  private var translation: String { "<translation xml:lang=\"\(markup.other.rawValue)\" of=\"1.0.0\"/>\n" }

  /// The first session, which counts for the pair.
  var firstMeeting: StarterFile {
    module(
      "first-meeting",
      "theme=\"leadership\" direction=\"mutual\" serves=\"exchange communication\" counts-for=\"pair\"",
      markup.text("title", en: "First meeting: our agreement", fr: "Première rencontre\u{A0}: notre accord")
        + translation
        + markup.text(
          "summary",
          en:
            "The two say what they hope for and what they bring, then agree on how they meet and what stays between them.",
          fr: """
            Les deux disent ce qu’ils attendent et ce qu’ils apportent, puis conviennent de leurs rendez-vous et de ce
            qui reste entre eux.
            """)
        + standing + "<time minutes=\"45\"/>\n<objectives><objective id=\"o1\" for=\"both\" verb=\"create\">"
        + markup.text(
          "statement", en: "Agree in writing on what each wants to learn and on what stays between the two.",
          fr: "Convenir par écrit de ce que chacun veut apprendre et de ce qui reste entre les deux.")
        + "</objective></objectives>\n<session>\n" + meetingActivities
        + "</session>\n<checks><check id=\"c1\" for=\"o1\" kind=\"product\" attested-by=\"both\">"
        + markup.text(
          "criterion", en: "The agreement fits on one page, and both have it.",
          fr: "L’accord tient sur une page, et chacun en a un exemplaire.")
        + "</check></checks>\n"
        + markup.text(
          "privacy", en: "The agreement belongs to the two: nobody else keeps a copy.",
          fr: "L’accord appartient aux deux\u{A0}: personne d’autre n’en garde de copie."))
  }

  private var meetingActivities: String {
    "<activity id=\"a1\" minutes=\"15\" lead=\"both\" mode=\"talk\">"
      + markup.text("title", en: "What we hope for, what we bring", fr: "Ce que nous attendons, ce que nous apportons")
      + markup.steps(
        "junior",
        en: [
          "Say in two minutes what you could show, and what you would like to understand.", "Listen, then say it back.",
        ],
        fr: [
          "Dire en deux minutes ce que vous pourriez montrer et ce que vous aimeriez comprendre.",
          "Écouter, puis redire avec vos mots.",
        ])
      + markup.steps(
        "senior",
        en: [
          "Listen to the end, then say back what you heard.",
          "Say in turn what you would like to learn and to hand on.",
        ],
        fr: [
          "Écouter jusqu’au bout, puis redire ce que vous avez entendu.",
          "Dire à votre tour ce que vous aimeriez apprendre et transmettre.",
        ])
      + "</activity>\n<activity id=\"a2\" minutes=\"20\" lead=\"both\" mode=\"decide\">"
      + markup.text("title", en: "Our page", fr: "Notre page")
      + markup.steps(
        "junior",
        en: ["Write down what you both agree on: goals, dates, what to do when a session falls through."],
        fr: ["Noter ce dont vous convenez\u{A0}: buts, dates, conduite à tenir quand une séance saute."])
      + markup.steps(
        "senior",
        en: ["Say what must stay between you, and ask for it to be written down."],
        fr: ["Dire ce qui doit rester entre vous, et demander que ce soit écrit."])
      + "</activity>\n<activity id=\"a3\" minutes=\"10\" lead=\"both\" mode=\"reflect\">"
      + markup.text("title", en: "Looking back", fr: "Retour")
      + markup.text("junior", en: "Say what surprised you.", fr: "Dire ce qui vous a surpris.")
      + markup.text("senior", en: "Say what you look forward to.", fr: "Dire ce que vous attendez avec plaisir.")
      + markup.text(
        "ask", "from=\"junior\" topic=\"experience\"", en: "What took you longest to learn in your work?",
        fr: "Qu’avez-vous mis le plus longtemps à apprendre dans votre métier\u{202F}?")
      + markup.text(
        "ask", "from=\"senior\" topic=\"tools\"", en: "Which tool would you miss first?",
        fr: "Quel outil vous manquerait en premier\u{202F}?")
      + "</activity>\n"
  }

  /// A session in which the junior mentors.
  var sharedScreen: StarterFile {
    module(
      "shared-screen", "theme=\"digital-tools\" direction=\"junior-to-senior\" serves=\"adaptation\"",
      markup.text("title", en: "Sharing one’s screen in a call", fr: "Partager son écran en visioconférence")
        + translation
        + markup.text(
          "summary",
          en: "The senior shares one window in a call, and knows what the others see. The junior guides by voice.",
          fr: """
            Le senior partage une fenêtre en visioconférence et sait ce que les autres voient. Le junior guide à la
            voix.
            """)
        + standing
        + "<time minutes=\"45\" before=\"5\"/>\n<objectives><objective id=\"o1\" for=\"senior\" verb=\"apply\">"
        + markup.text(
          "statement", en: "Share a single window, say what the others see, and stop sharing.",
          fr: "Partager une seule fenêtre, dire ce que les autres voient, puis arrêter le partage.")
        + "</objective><objective id=\"o2\" for=\"junior\" verb=\"apply\">"
        + markup.text(
          "statement", en: "Guide somebody by voice without touching their device.",
          fr: "Guider quelqu’un à la voix sans toucher son appareil.")
        + "</objective></objectives>\n<requires><passed module=\"first-meeting\"/></requires>\n<session>\n"
        + screenActivities
        + "</session>\n<checks><check id=\"c1\" for=\"o1 o2\" kind=\"demonstration\" attested-by=\"both\">"
        + markup.text(
          "criterion", en: "The senior shared one window and stopped, and the junior touched nothing.",
          fr: "Le senior a partagé une fenêtre puis arrêté, et le junior n’a rien touché.")
        + "</check></checks>\n"
        + markup.text(
          "privacy", en: "What shows on a screen by accident is not spoken of outside.",
          fr: "Ce qui apparaît à l’écran par accident ne se raconte pas dehors."))
  }

  private var screenActivities: String {
    "<activity id=\"a1\" minutes=\"10\" lead=\"senior\" mode=\"talk\">"
      + markup.text("title", en: "When would it have helped?", fr: "Quand cela aurait-il aidé\u{202F}?")
      + markup.text(
        "junior", en: "Ask for an example, and note what makes it awkward.",
        fr: "Demander un exemple, et noter ce qui gêne.")
      + markup.text(
        "senior", en: "Describe a meeting in which showing would have been quicker than explaining.",
        fr: "Raconter une réunion où montrer serait allé plus vite qu’expliquer.")
      + "</activity>\n<activity id=\"a2\" minutes=\"25\" lead=\"junior\" mode=\"practice\">"
      + markup.text("title", en: "One window, twice", fr: "Une fenêtre, deux fois")
      + markup.steps(
        "junior",
        en: ["Join the call from another room and say what you see.", "Give one hint at a time, and wait."],
        fr: [
          "Rejoindre l’appel depuis une autre pièce et dire ce que vous voyez.",
          "Donner un seul indice à la fois, et attendre.",
        ])
      + markup.steps(
        "senior",
        en: ["Close what nobody should see, then share one window.", "Stop, and do it again without help."],
        fr: ["Fermer ce que personne ne doit voir, puis partager une fenêtre.", "Arrêter, et recommencer sans aide."])
      + "</activity>\n<activity id=\"a3\" minutes=\"10\" lead=\"both\" mode=\"reflect\">"
      + markup.text("title", en: "Looking back", fr: "Retour")
      + markup.text("junior", en: "Say which hint came too early.", fr: "Dire quel indice est venu trop tôt.")
      + markup.text("senior", en: "Say when you will use it next.", fr: "Dire quand vous vous en servirez.")
      + markup.text(
        "ask", "from=\"junior\" topic=\"experience\"", en: "How do you win over a room that does not listen?",
        fr: "Comment captez-vous une salle qui n’écoute pas\u{202F}?")
      + markup.text(
        "ask", "from=\"senior\" topic=\"habits\"", en: "What do you never share, and why?",
        fr: "Que ne partagez-vous jamais, et pourquoi\u{202F}?")
      + "</activity>\n"
  }
}
