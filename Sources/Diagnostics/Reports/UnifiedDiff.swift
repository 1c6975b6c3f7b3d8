/// What differs between two states of a document, in the unified form that `patch -p0` and `git apply -p0` read.
///
/// The lines that differ are found by the standard library's `difference(from:)` (Myers 1986): O((n + m) · d) for n and m
/// lines and d differences. Three lines around each change are shown; the empty text where nothing differs.
package func unifiedDiff(from old: [UInt8], to new: [UInt8], path: String) -> String {
  let (before, after) = (lines(of: old), lines(of: new))
  let difference = after.difference(from: before)
  guard !difference.isEmpty else { return "" }
  var removed: Set<Int> = []
  var inserted: Set<Int> = []
  for change in difference {
    switch change {
    case .remove(let offset, _, _): removed.insert(offset)
    case .insert(let offset, _, _): inserted.insert(offset)
    }
  }
  let steps = steps(before, after, removed: removed, inserted: inserted)
  var text = "--- \(path)\n+++ \(path)\n"
  for hunk in hunks(of: steps) {
    let part = steps[hunk]
    let oldLines = part.filter { $0.mark != "+" }
    let newLines = part.filter { $0.mark != "-" }
    let oldStart = (part.first?.old ?? 0) + (oldLines.isEmpty ? 0 : 1)
    let newStart = (part.first?.new ?? 0) + (newLines.isEmpty ? 0 : 1)
    text += "@@ -\(oldStart),\(oldLines.count) +\(newStart),\(newLines.count) @@\n"
    for step in part {
      text += String(step.mark) + String(decoding: step.line, as: UTF8.self)
      if step.line.last != UInt8(ascii: "\n") { text += "\n\\ No newline at end of file\n" }
    }
  }
  return text
}

/// One line of the diff, with how many lines of both states come before it.
private struct Step {
  let mark: Character
  let line: ArraySlice<UInt8>
  let old: Int
  let new: Int
}

private func steps(
  _ before: [ArraySlice<UInt8>], _ after: [ArraySlice<UInt8>], removed: Set<Int>, inserted: Set<Int>
) -> [Step] {
  var steps: [Step] = []
  var (old, new) = (0, 0)
  while old < before.count || new < after.count {
    if old < before.count, removed.contains(old) {
      steps.append(Step(mark: "-", line: before[old], old: old, new: new))
      old += 1
    } else if new < after.count, inserted.contains(new) {
      steps.append(Step(mark: "+", line: after[new], old: old, new: new))
      new += 1
    } else {
      steps.append(Step(mark: " ", line: before[old], old: old, new: new))
      old += 1
      new += 1
    }
  }
  return steps
}

/// The stretches of steps that hold changes and the three lines around them; near ones are one.
private func hunks(of steps: [Step]) -> [Range<Int>] {
  var hunks: [Range<Int>] = []
  for index in steps.indices where steps[index].mark != " " {
    let range = max(0, index - 3)..<min(steps.count, index + 4)
    if let last = hunks.last, last.upperBound >= range.lowerBound {
      hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
    } else {
      hunks.append(range)
    }
  }
  return hunks
}

/// The lines with their line feeds.
private func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
  var lines: [ArraySlice<UInt8>] = []
  var start = 0
  while start < bytes.count {
    let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
    lines.append(bytes[start..<end])
    start = end
  }
  return lines
}
