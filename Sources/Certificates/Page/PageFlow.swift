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

  /// The pages, the last of which keeps a height free at its end, with
  /// the last group of items moved there where it would hold none.
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
    while var item = queue.popLast() {
      let isFirst = pages[pages.count - 1].isEmpty
      if isFirst && pages.count > 1 { item.label = item.label ?? item.continuationLabel }
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
    if y > bottom - reserve, let last = pages.popLast() {
      pages += divided(last, keepingFree: reserve, height: measure)
    }
    return pages
  }

  /// A page without its last group of items, or without its last two items, and a page with those; where neither
  /// leaves enough free, the page itself and an empty one.
  private func divided(
    _ page: [PlacedItem], keepingFree reserve: Double, height measure: (PageItem) -> Double
  ) -> [[PlacedItem]] {
    let groupStart = page.lastIndex { $0.item.label != nil } ?? 0
    for cut in [groupStart, page.count - 2] where cut > 0 {
      let moved = place(page[cut...].map(\.item), height: measure)
      if let end = moved.last.map({ $0.y + measure($0.item) }), end <= bottom - reserve {
        return [Array(page[..<cut]), moved]
      }
    }
    return [page, []]
  }

  /// Items at the top of a later page.
  private func place(_ items: [PageItem], height measure: (PageItem) -> Double) -> [PlacedItem] {
    var y = tops.later
    return items.enumerated().map { index, item in
      var item = item
      if index == 0 { item.label = item.label ?? item.continuationLabel }
      let placed = PlacedItem(item: item, y: index == 0 ? y : y + item.spaceAbove)
      y = placed.y + measure(item)
      return placed
    }
  }
}
