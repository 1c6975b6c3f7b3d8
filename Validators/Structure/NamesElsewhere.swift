/// What authors who know HTML, or who write in French, call elements of the vocabulary, and which they mean by it.
///
/// Only names that mean one thing in both; where a name has more than one meaning, the likeliest place first.
let namesElsewhere: [String: [String]] = [
  // HTML
  "b": ["strong"], "i": ["em"], "u": ["em"], "emphasis": ["em"], "kbd": ["code"], "samp": ["code"], "tt": ["code"],
  "a": ["link"], "img": ["figure"], "image": ["figure"], "ul": ["list"], "ol": ["list"], "li": ["item"],
  "tr": ["row"], "td": ["cell"], "th": ["cell"], "para": ["p"], "h1": ["title", "p"], "h2": ["title", "p"],
  "h3": ["title", "p"], "h4": ["title", "p"],
  // French
  "gras": ["strong"], "italique": ["em"], "lien": ["link"], "liste": ["list"], "point": ["item"], "paragraphe": ["p"],
  "tableau": ["table"], "ligne": ["row"], "cellule": ["cell"], "titre": ["title"], "nom": ["name"],
  "résumé": ["summary"], "resume": ["summary"], "thème": ["theme"], "langues": ["languages"],
  "séance": ["session"], "seance": ["session"], "activité": ["activity"], "activite": ["activity"],
  "objectif": ["objective"], "objectifs": ["objectives"], "énoncé": ["statement"], "critère": ["criterion"],
  "critere": ["criterion"], "compétence": ["competence"], "durée": ["time"], "duree": ["time"], "temps": ["time"],
  "attestation": ["certificate"], "groupe": ["group"], "jalon": ["milestone"], "rythme": ["rhythm"],
  "droits": ["rights"], "prérequis": ["requires"], "prerequis": ["requires"], "fiche": ["card"],
  "préparation": ["preparation"], "ressources": ["resources"], "ressource": ["resource"], "parcours": ["curriculum"],
  "référentiel": ["framework"], "referentiel": ["framework"],
]
