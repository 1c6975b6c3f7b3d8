/// The names of the variables that an XPath asks for, in order.
func variables(in path: String) -> [String] {
  var names: [String] = []
  var quote: Character?
  var name: String?
  for character in path + " " {
    if let current = name {
      if character.isLetter || character.isNumber || "-_.:".contains(character) || (current.isEmpty && character == " ")
      {
        if character != " " { name = current + String(character) }
        continue
      }
      names.append(current)
      name = nil
    }
    if let open = quote {
      if character == open { quote = nil }
    } else if character == "'" || character == "\"" {
      quote = character
    } else if character == "$" {
      name = ""
    }
  }
  return names
}

/// The path that selects every node which a rule's context (an XSLT pattern) fits.
///
/// A pattern without a leading slash may begin anywhere: `a/b` is `//a/b`. Each alternative of a union is its own pattern.
func selection(of pattern: String) -> String {
  alternatives(of: pattern).map { alternative in
    let trimmed = collapsed(alternative)
    return trimmed.hasPrefix("/") ? trimmed : "//" + trimmed
  }.joined(separator: " | ")
}

/// The parts of a pattern between bars that stand in no predicate, parenthesis or literal.
private func alternatives(of pattern: String) -> [String] {
  var parts = [""]
  var depth = 0
  var quote: Character?
  for character in pattern {
    if let open = quote {
      if character == open { quote = nil }
    } else {
      switch character {
      case "'", "\"": quote = character
      case "[", "(": depth += 1
      case "]", ")": depth -= 1
      case "|" where depth == 0:
        parts.append("")
        continue
      default: break
      }
    }
    parts[parts.count - 1].append(character)
  }
  return parts
}
