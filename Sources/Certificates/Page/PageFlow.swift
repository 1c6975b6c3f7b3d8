/// An item with its place on a page.
struct PlacedItem: Hashable, Sendable {
  /// The item.
  let item: PageItem
  /// The top of its first line, in points from the top of the page.
  let y: Double
}

/// Breaks items into pages from top to bottom.
struct PageFlow {
  /// Where the pages begin to hold items, in points from the top: the first, and the ones after it.
  let tops: (first: Double, later: Double)
  /// Where they end.
  let bottom: Double

  /// The pages, the last of which keeps a height free at its end.
  ///
  /// An item goes to the next page whole, unless it is taller than half a page: then it is cut between lines,
  /// so nothing is ever lost below an edge. O(n) measurements for n items and pages.
  ///
  /// - Parameters:
  ///   - height: the height of an item's text.
  ///   - split: the part of an item that fits into a height, and the rest; nil where it cannot be cut there.
  func pages(
    of items: [PageItem], keepingFree reserve: Double, height measure: (PageItem) -> Double,
    split: (PageItem, Double) -> (PageItem, PageItem)?
  ) -> [[PlacedItem]] {
    var pages: [[PlacedItem]] = [[]]
    var y = tops.first
    var queue = Array(items.reversed())
    while let item = queue.popLast() {
      let isFirst = pages[pages.count - 1].isEmpty
      let top = isFirst ? y : y + item.spaceAbove
      let height = measure(item)
      if top + height <= bottom {
        pages[pages.count - 1].append(PlacedItem(item: item, y: top))
        y = top + height
      } else if height > (bottom - tops.later) / 2, let (head, tail) = split(item, bottom - top) {
        pages[pages.count - 1].append(PlacedItem(item: head, y: top))
        queue.append(tail)
        y = bottom
      } else if isFirst {
        // A single line taller than a page: it is drawn, since there is no better place.
        pages[pages.count - 1].append(PlacedItem(item: item, y: top))
        y = bottom
      } else {
        queue.append(item)
        pages.append([])
        y = tops.later
      }
    }
    if y > bottom - reserve { pages.append([]) }
    return pages
  }
}
