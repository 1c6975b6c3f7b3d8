import Bilingual
import Foundation
import TaggedPages
import Testing

@testable import Certificates

/// Pages are drawn on several threads at once, as for a cohort and for readers of a preview.
///
/// More scripts than Cairo keeps faces of fonts open (ten), so that faces are closed and opened all the time.
struct ManyPagesTests {
  @Test func pagesDrawnAtOnceAreThoseDrawnAlone() async throws {
    let sheets = try scriptNames.map { name in
      let statement = statement(.fr, names: [name])
      return (statement, carrying: try carried(statement))
    }
    let alone = try sheets.map { try certificatePDF($0.0, carrying: $0.carrying, on: .a4) }
    await withTaskGroup { group in
      for first in 0..<8 {
        group.addTask {
          await onThread {
            for step in 0..<2 * sheets.count {
              let place = (step * 5 + first * 3) % sheets.count
              let page = try? certificatePDF(sheets[place].0, carrying: sheets[place].carrying, on: .a4)
              #expect(page == alone[place], "\(scriptNames[place])")
            }
          }
        }
      }
    }
  }

  /// Does something on a thread of its own, which ends with it.
  private func onThread(_ body: @escaping @Sendable () -> Void) async {
    await withCheckedContinuation { done in
      Thread.detachNewThread {
        body()
        done.resume()
      }
    }
  }
}
