internal import Dispatch
internal import Synchronization

/// The results of a function for each element, in order, computed on all cores.
package func concurrentMap<Element: Sendable, Result: Sendable>(
  _ elements: [Element], _ transform: @Sendable (Element) -> Result
) -> [Result] {
  concurrentMap(elements, with: { NoTool() }) { element, _ in transform(element) }
}

/// The results of a function for each element, in order, computed on all cores, with a tool that is reused.
///
/// Elements are taken in runs, so that threads seldom meet; each run has a tool of its own.
func concurrentMap<Element: Sendable, Tool: ~Copyable, Result: Sendable>(
  _ elements: [Element], with makeTool: @Sendable () -> Tool, _ transform: @Sendable (Element, inout Tool) -> Result
) -> [Result] {
  let runLength = max(1, min(64, elements.count / 8))
  let runs = (elements.count + runLength - 1) / runLength
  let results = Mutex([Int: [Result]](minimumCapacity: runs))
  DispatchQueue.concurrentPerform(iterations: runs) { run in
    var tool = makeTool()
    var part: [Result] = []
    part.reserveCapacity(runLength)
    for element in elements[(run * runLength)..<min(elements.count, (run + 1) * runLength)] {
      part.append(transform(element, &tool))
    }
    results.withLock { [part] in $0[run] = part }
  }
  return results.withLock { parts in (0..<runs).flatMap { parts[$0] ?? [] } }
}

private struct NoTool: ~Copyable {}
