internal import Diagnostics

/// What the author may have meant by a malformed value, the likeliest first; each still to be checked.
func corrections(of value: String, for expectation: Expectation) -> [String] {
  switch expectation {
  case .wholeNumber(let least, let most): numbers(in: value, least: least, most: most)
  case .day: days(in: value)
  case .address: [value.replacing(" ", with: "%20")]
  // The first two letters of a word may be the code of its language.
  case .form("identifier", _, _): identifiers(in: value)
  case .form(let name, _, _): forms(of: value) + (name == "language" ? [String(collapsed(value).prefix(2))] : [])
  case .characters(_, let most): most.map { [String(value.prefix($0))] } ?? []
  case .words(let each): [words(of: value).flatMap { corrections(of: $0, for: each).prefix(1) }.joined(separator: " ")]
  case .either(let kinds): kinds.flatMap { corrections(of: value, for: $0) }
  case .oneOf: []
  }
}

private func numbers(in value: String, least: Int?, most: Int?) -> [String] {
  let digits = value.utf8.split { !(0x30...0x39).contains($0) }.map { String(Substring($0)) }
  let isNegative = value.trimmed.hasPrefix("-")
  var found = digits.prefix(1).compactMap { Int($0) }.map { isNegative ? -$0 : $0 }
  // "1 h 30" are minutes.
  if let match = value.lowercased().firstMatch(of: /([0-9]{1,2})\s*(?:h|:)\s*([0-9]{2})?/),
    let hours = Int(match.1), let minutes = Int(match.2 ?? "0")
  {
    found.insert(hours * 60 + minutes, at: 0)
  }
  // A number out of range is brought to the bound it passed.
  if let number = found.first {
    if let least, number < least { found.append(least) }
    if let most, number > most { found.append(most) }
  } else if !digits.isEmpty, let most {
    found.append(most)
  }
  return found.map(String.init)
}

private func days(in value: String) -> [String] {
  let parts = value.utf8.split { !(0x30...0x39).contains($0) }.map { String(Substring($0)) }
  func two(_ text: String) -> String { text.count == 1 ? "0" + text : text }
  if parts.count == 1, value.utf8.count == 8 {
    return ["\(value.prefix(4))-\(value.dropFirst(4).prefix(2))-\(value.suffix(2))"]
  }
  if parts.count < 3, let month = month(in: value), let year = parts.last, year.count == 4 {
    return ((parts.count == 2 ? [two(parts[0])] : []) + ["31", "30", "29", "28"]).map { "\(year)-\(month)-\($0)" }
  }
  guard parts.count >= 3 else { return [] }
  // A day that its month does not have is brought to the month's last.
  let lasts = ["30", "29", "28"].map { "\(parts[0])-\(two(parts[1]))-\($0)" }
  // Day before month, as both languages of this project's authors mostly write; the calendar decides otherwise.
  return parts[0].count == 4
    ? ["\(parts[0])-\(two(parts[1]))-\(two(parts[2]))", "\(parts[0])-\(two(parts[2]))-\(two(parts[1]))"] + lasts
    : ["\(parts[2])-\(two(parts[1]))-\(two(parts[0]))", "\(parts[2])-\(two(parts[0]))-\(two(parts[1]))"]
}

/// The number of the month that a text names in French or English, by its beginning.
private func month(in text: String) -> String? {
  let beginnings = [
    ["jan"], ["fév", "fev", "feb"], ["mar"], ["avr", "apr"], ["mai", "may"], ["juin", "jun"], ["juil", "jul"],
    ["aoû", "aou", "aug"], ["sep"], ["oct"], ["nov"], ["déc", "dec"],
  ]
  for word in text.lowercased().split(whereSeparator: { !$0.isLetter }) {
    if let place = beginnings.firstIndex(where: { $0.contains(where: word.hasPrefix) }) {
      return place < 9 ? "0\(place + 1)" : "\(place + 1)"
    }
  }
  return nil
}

/// The value as an identifier.
private func identifiers(in value: String) -> [String] {
  let whole = hyphenated(collapsed(value))
  return [whole, String(whole.prefix(64))]
}

private func forms(of value: String) -> [String] {
  let plain = collapsed(value)
  let hyphenated = hyphenated(plain)
  let numbers = plain.utf8.split { !(0x30...0x39).contains($0) }.map { String(Int(String(Substring($0))) ?? 0) }
  let padded = (numbers + ["0", "0", "0"]).prefix(3).joined(separator: ".")
  let asVersion = numbers.isEmpty ? [] : [padded]
  let isVersionLike = plain.utf8.allSatisfy { (0x30...0x39).contains($0) || ".vV-_ ".utf8.contains($0) }
  let short = String(hyphenated.replacing("-", with: "").prefix(64))
  let candidates = [hyphenated, String(hyphenated.prefix(64)), plain.replacing("_", with: "-"), short]
  return (isVersionLike ? asVersion + candidates : candidates + asVersion)
}

/// The letters without accents and the figures of a text, in lower case, with hyphens for what is between them.
private func hyphenated(_ plain: String) -> String {
  var hyphenated = ""
  for scalar in plain.lowercased().unicodeScalars {
    let isKept = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
    if isKept || (scalar == "." && !hyphenated.hasSuffix(".")) {
      hyphenated.unicodeScalars.append(scalar)
    } else if let letter = unaccented(scalar) {
      hyphenated += letter
    } else if !hyphenated.hasSuffix("-") {
      hyphenated += "-"
    }
  }
  while let last = hyphenated.last, last == "-" || last == "." { hyphenated.removeLast() }
  while let first = hyphenated.first, first == "-" || first == "." { hyphenated.removeFirst() }
  return hyphenated
}
