/// A row with its place on a page.
struct PlacedRow {
  let row: SheetRow
  /// Its top in points from the top of the page.
  let y: Double
}

/// Breaks rows into pages from top to bottom.
struct SheetFlow {
  /// Where pages begin to hold rows, in points from the top.
  let top: Double
  /// Where they end.
  let bottom: Double

  /// The pages; a heading is never the last row of one, and a row that no page can hold is taken apart.
  ///
  /// O(n) measurements for n rows and the texts of those that are taken apart.
  func pages(
    of rows: [SheetRow], height measure: (SheetRow) -> Double, split: (SheetRow, Double) -> (SheetRow, SheetRow)?
  ) -> [[PlacedRow]] {
    var pages: [[PlacedRow]] = [[]]
    var y = top
    var queue = Array(rows.reversed())
    while let row = queue.popLast() {
      let isFirst = pages[pages.count - 1].isEmpty
      let start = isFirst ? top : y + row.spaceAbove
      let height = measure(row)
      let wanted = height + following(row, queue, measure)
      if start + min(wanted, bottom - top) <= bottom || isFirst && start + height <= bottom {
        pages[pages.count - 1].append(PlacedRow(row: row, y: start))
        y = start + height
      } else if height > bottom - top {
        let apart = row.apart
        if apart.count > 1 {
          queue += apart.reversed()
        } else if let (head, tail) = split(row, bottom - start) {
          pages[pages.count - 1].append(PlacedRow(row: head, y: start))
          queue.append(tail)
          y = bottom
        } else if isFirst {
          // A single line taller than a page: it is drawn, since there is no better place.
          pages[pages.count - 1].append(PlacedRow(row: row, y: start))
          y = bottom
        } else {
          queue.append(row)
          pages.append([])
        }
      } else {
        queue.append(row)
        pages.append([])
      }
    }
    return pages.filter { !$0.isEmpty }
  }

  /// The room that the rows need which a heading must not be parted from.
  private func following(_ row: SheetRow, _ queue: [SheetRow], _ measure: (SheetRow) -> Double) -> Double {
    var row = row
    var height = 0.0
    for next in queue.reversed() where row.staysWithNext {
      height += next.spaceAbove + measure(next)
      row = next
    }
    return height
  }
}
