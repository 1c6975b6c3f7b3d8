internal import TaggedPages

/// How a sheet looks on paper; each colour has a contrast of at least 4.5 to 1 with white.
struct SheetLook {
  let accent = Colour(red: 0.07, green: 0.34, blue: 0.40)
  let ink = Colour(red: 0.11, green: 0.13, blue: 0.15)
  let muted = Colour(red: 0.36, green: 0.40, blue: 0.43)
  let line = Colour(red: 0.76, green: 0.80, blue: 0.82)
  let senior = Colour(red: 0.48, green: 0.24, blue: 0.07)

  var title: TextStyle { TextStyle(family: .display, size: 22, ink: accent) }
  var heading: TextStyle { TextStyle(size: 13, weight: .bold, ink: accent) }
  var subheading: TextStyle { TextStyle(size: 10, weight: .bold, ink: ink) }
  var name: TextStyle { TextStyle(size: 9, weight: .bold, ink: accent) }
  var body: TextStyle { TextStyle(size: 9, ink: ink) }
  var quiet: TextStyle { TextStyle(size: 9, ink: muted) }
  var small: TextStyle { TextStyle(size: 7.5, ink: muted) }
}
