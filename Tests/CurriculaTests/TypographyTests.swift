import CurriculumModel
import Testing

/// French texts are set as French printers set them, English ones as English printers do.
struct TypographyTests {
  @Test(arguments: [LanguageTag.french, .english])
  func everyTextIsSetAsItsLanguageAsks(language: LanguageTag) throws {
    let faults = try ShippedLibrary.texts.get().flatMap { text in
      (text.lines[language] ?? []).flatMap { line in
        typographicFaults(in: line, language).map { "\(text.address): \($0)" }
      }
    }
    #expect(faults == [])
  }

  @Test(arguments: [
    ("Qui\u{202F}? Ceci\u{A0}: «\u{A0}l’un\u{A0}», 33\u{A0}%\u{202F}; à 9:30.", []),
    ("Qui ?", ["before ?"]), ("Qui?", ["before ?"]), ("Qui\u{A0}!", ["before !"]), ("ceci ; cela", ["before ;"]),
    ("Ceci:", ["before :"]), ("Ceci\u{202F}:", ["before :"]), ("« l’un\u{A0}»", ["after «"]),
    ("«\u{A0}l’un »", ["before »"]), ("l'un", ["straight '"]), ("\"un\"", ["straight \"", "straight \""]),
    ("“un”", ["“ in French", "” in French"]), ("33 %", ["before %"]), ("etc...", ["three full stops"]),
  ])
  func frenchFaultsAreSeen(text: String, faults: [String]) {
    #expect(typographicFaults(in: text, .french) == faults)
  }

  @Test(arguments: [
    ("Who? This: “one’s own”, 33%; at 9:30.", []),
    ("Who ?", ["space before ?"]), ("Who\u{202F}!", ["space before !"]), ("this\u{A0}: that", ["space before :"]),
    ("it's", ["straight '"]), ("«one»", ["« in English", "» in English"]),
  ])
  func englishFaultsAreSeen(text: String, faults: [String]) {
    #expect(typographicFaults(in: text, .english) == faults)
  }
}

/// What is badly set in a text: spaces before high marks and inside quotation marks, straight quotes.
private func typographicFaults(in text: String, _ language: LanguageTag) -> [String] {
  let scalars = Array(text.unicodeScalars)
  func scalar(_ place: Int) -> Unicode.Scalar { scalars.indices.contains(place) ? scalars[place] : " " }
  var faults: [String] = []
  for (place, mark) in scalars.enumerated() {
    let (before, after) = (scalar(place - 1), scalar(place + 1))
    switch mark {
    case "'", "\"": faults.append("straight \(mark)")
    case "." where before == "." && after == ".": faults.append("three full stops")
    case ";", "!", "?", ":", "«", "»", "%", "“", "”":
      faults += language == .french ? french(mark, before, after) : english(mark, before)
    default: break
    }
  }
  return faults
}

private func french(_ mark: Unicode.Scalar, _ before: Unicode.Scalar, _ after: Unicode.Scalar) -> [String] {
  switch mark {
  case ";", "!", "?": before == "\u{202F}" ? [] : ["before \(mark)"]
  case ":" where before.isDigit && after.isDigit: []
  case ":", "»", "%": before == "\u{A0}" ? [] : ["before \(mark)"]
  case "«": after == "\u{A0}" ? [] : ["after «"]
  default: ["\(mark) in French"]
  }
}

private func english(_ mark: Unicode.Scalar, _ before: Unicode.Scalar) -> [String] {
  switch mark {
  case "«", "»": ["\(mark) in English"]
  case "“", "”": []
  default: before.properties.isWhitespace ? ["space before \(mark)"] : []
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
}
