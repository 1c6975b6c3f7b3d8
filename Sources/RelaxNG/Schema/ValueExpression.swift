/// A regular expression of XML Schema's, in the subset that grammars of vocabularies use, matched as a whole.
///
/// Literals, `.`, escapes (`\d`, `\s`, `\n`, `\t`, `\r` and punctuation), classes with ranges and negation, groups,
/// `|`, and the quantifiers `?`, `*`, `+`, `{n}`, `{n,}`, `{n,m}`. Matching runs all threads of a nondeterministic
/// automaton in step (Thompson 1968), so it takes O(n · s) for n characters and s states whatever the text.
struct ValueExpression: Hashable, Sendable {
  /// The expression as the grammar writes it.
  let text: String
  private let states: [State]

  private indirect enum State: Hashable, Sendable {
    case character(CharacterSet, next: Int)
    case split(Int, Int)
    case jump(Int)
    case end
  }

  /// Which characters one step takes.
  fileprivate struct CharacterSet: Hashable, Sendable {
    var ranges: [ClosedRange<UInt32>]
    var isNegated = false

    func contains(_ scalar: Unicode.Scalar) -> Bool {
      ranges.contains { $0.contains(scalar.value) } != isNegated
    }
  }

  /// Reads an expression.
  init(_ text: String) throws(UnsupportedGrammar) {
    self.text = text
    var reader = ExpressionReader(scalars: Array(text.unicodeScalars))
    let tree = try reader.alternatives()
    guard reader.isAtEnd else { throw UnsupportedGrammar(.expression(text)) }
    var states: [State] = []
    Self.emit(tree, into: &states)
    states.append(.end)
    // Repetitions are written out, so a large one would make a large automaton.
    guard states.count <= 20_000 else { throw UnsupportedGrammar(.expression(text)) }
    self.states = states
  }

  /// Whether the whole text matches.
  func matches(_ text: String) -> Bool {
    var current = follow([0])
    for scalar in text.unicodeScalars {
      var next: [Int] = []
      for state in current {
        if case .character(let set, let target) = states[state], set.contains(scalar) { next.append(target) }
      }
      if next.isEmpty { return false }
      current = follow(next)
    }
    return current.contains { states[$0] == .end }
  }

  /// The states that are reached without a character.
  private func follow(_ starts: [Int]) -> [Int] {
    var seen = [Bool](repeating: false, count: states.count)
    var stack = Array(starts.reversed())
    var reached: [Int] = []
    while let state = stack.popLast() {
      if seen[state] { continue }
      seen[state] = true
      switch states[state] {
      case .split(let a, let b): stack += [b, a]
      case .jump(let target): stack.append(target)
      case .character, .end: reached.append(state)
      }
    }
    return reached
  }

  private static func emit(_ tree: ExpressionTree, into states: inout [State]) {
    guard states.count <= 20_000 else { return }
    switch tree {
    case .set(let set): states.append(.character(set, next: states.count + 1))
    case .sequence(let parts): for part in parts { emit(part, into: &states) }
    case .either(let a, let b):
      let split = states.count
      states.append(.end)
      emit(a, into: &states)
      let jump = states.count
      states.append(.end)
      states[split] = .split(split + 1, states.count)
      emit(b, into: &states)
      states[jump] = .jump(states.count)
    case .repeated(let part, let least, let most):
      for _ in 0..<least { emit(part, into: &states) }
      guard let most else {
        let split = states.count
        states.append(.end)
        emit(part, into: &states)
        states.append(.jump(split))
        states[split] = .split(split + 1, states.count)
        return
      }
      var splits: [Int] = []
      for _ in least..<max(least, most) {
        splits.append(states.count)
        states.append(.end)
        emit(part, into: &states)
      }
      for split in splits { states[split] = .split(split + 1, states.count) }
    }
  }
}

/// An expression as a tree.
private indirect enum ExpressionTree {
  case set(ValueExpression.CharacterSet)
  case sequence([ExpressionTree])
  case either(ExpressionTree, ExpressionTree)
  case repeated(ExpressionTree, Int, Int?)
}

/// Reads an expression by recursive descent.
private struct ExpressionReader {
  let scalars: [Unicode.Scalar]
  var index = 0
  var depth = 0

  var isAtEnd: Bool { index == scalars.count }

  private var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  private var refusal: UnsupportedGrammar {
    UnsupportedGrammar(.expression(String(String.UnicodeScalarView(scalars))))
  }

  mutating func alternatives() throws(UnsupportedGrammar) -> ExpressionTree {
    depth += 1
    defer { depth -= 1 }
    guard depth < 50 else { throw refusal }
    var tree = try sequence()
    while next == "|" {
      index += 1
      tree = .either(tree, try sequence())
    }
    return tree
  }

  private mutating func sequence() throws(UnsupportedGrammar) -> ExpressionTree {
    var parts: [ExpressionTree] = []
    while let scalar = next, scalar != "|", scalar != ")" { parts.append(try quantified()) }
    return .sequence(parts)
  }

  private mutating func quantified() throws(UnsupportedGrammar) -> ExpressionTree {
    var part = try atom()
    while let scalar = next {
      switch scalar {
      case "?": part = .repeated(part, 0, 1)
      case "*": part = .repeated(part, 0, nil)
      case "+": part = .repeated(part, 1, nil)
      case "{":
        part = try counted(part)
        continue
      default: return part
      }
      index += 1
    }
    return part
  }

  private mutating func counted(_ part: ExpressionTree) throws(UnsupportedGrammar) -> ExpressionTree {
    guard let close = scalars[index...].firstIndex(of: "}") else { throw refusal }
    let inside = String(String.UnicodeScalarView(scalars[(index + 1)..<close]))
    index = close + 1
    let parts = inside.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard let least = parts.first.flatMap({ Int($0) }), (0...1000).contains(least) else { throw refusal }
    if parts.count == 1 { return .repeated(part, least, least) }
    if parts.count == 2, parts[1].isEmpty { return .repeated(part, least, nil) }
    guard parts.count == 2, let most = Int(parts[1]), (least...1000).contains(most) else { throw refusal }
    return .repeated(part, least, most)
  }

  private mutating func atom() throws(UnsupportedGrammar) -> ExpressionTree {
    guard let scalar = next else { throw refusal }
    index += 1
    switch scalar {
    case "(":
      let tree = try alternatives()
      guard next == ")" else { throw refusal }
      index += 1
      return tree
    case "[": return .set(try characterClass())
    case "\\": return .set(try escaped())
    case ".": return .set(.init(ranges: [0x0A...0x0A, 0x0D...0x0D], isNegated: true))
    case "?", "*", "+", "{", "}", "]", ")": throw refusal
    default: return .set(.init(ranges: [scalar.value...scalar.value]))
    }
  }

  private mutating func characterClass() throws(UnsupportedGrammar) -> ValueExpression.CharacterSet {
    var set = ValueExpression.CharacterSet(ranges: [])
    if next == "^" {
      set.isNegated = true
      index += 1
    }
    while let scalar = next, scalar != "]" {
      index += 1
      if scalar == "[" { throw refusal }
      let first = scalar == "\\" ? try escaped() : .init(ranges: [scalar.value...scalar.value])
      guard let low = first.single, next == "-", index + 1 < scalars.count, scalars[index + 1] != "]" else {
        set.ranges += first.ranges
        continue
      }
      index += 1
      let end = scalars[index]
      index += 1
      if end == "[" { throw refusal }
      let last = end == "\\" ? try escaped() : .init(ranges: [end.value...end.value])
      guard let high = last.single, low <= high else { throw refusal }
      set.ranges.append(low...high)
    }
    guard next == "]", !set.ranges.isEmpty else { throw refusal }
    index += 1
    return set
  }

  private mutating func escaped() throws(UnsupportedGrammar) -> ValueExpression.CharacterSet {
    guard let scalar = next else { throw refusal }
    index += 1
    switch scalar {
    case "n": return .init(ranges: [0x0A...0x0A])
    case "r": return .init(ranges: [0x0D...0x0D])
    case "t": return .init(ranges: [0x09...0x09])
    case "s": return .init(ranges: [0x09...0x0A, 0x0D...0x0D, 0x20...0x20])
    // XML Schema's \d is every decimal digit of Unicode; grammars that mean 0 to 9 say so with a class.
    case "d": return .init(ranges: [0x30...0x39])
    case ".", "\\", "?", "*", "+", "{", "}", "(", ")", "[", "]", "|", "-", "^", "$":
      return .init(ranges: [scalar.value...scalar.value])
    default: throw refusal
    }
  }
}

extension ValueExpression.CharacterSet {
  /// The one character that the set holds, where it holds one.
  fileprivate var single: UInt32? {
    guard !isNegated, ranges.count == 1, let range = ranges.first, range.count == 1 else { return nil }
    return range.lowerBound
  }
}
