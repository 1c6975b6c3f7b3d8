/// How many sessions modules take at least, whatever their order.
///
/// The pieces that cannot be interrupted are items of a bin packing problem; the bound is L2 of Martello and Toth
/// ("Lower bounds and reduction procedures for the bin packing problem", 1990), which includes minutes divided by
/// the length of a session. O(p²) for p pieces.
func sessionBound(of pieces: [Int], length: Int) -> Int {
  var full = 0
  var items: [Int] = []
  for piece in pieces where piece > 0 {
    // A piece longer than a session fills whole ones; what remains may share the last.
    let whole = (piece - 1) / length
    full += whole
    items.append(piece - whole * length)
  }
  var best = (items.reduce(0, +) + length - 1) / length
  for small in Set(items).sorted() where 2 * small <= length {
    let alone = items.count { $0 > length - small }
    let large = items.filter { 2 * $0 > length && $0 <= length - small }
    let rest = items.filter { $0 >= small && 2 * $0 <= length }.reduce(0, +)
    let room = large.count * length - large.reduce(0, +)
    best = max(best, alone + large.count + max(0, (rest - room + length - 1) / length))
  }
  return full + max(best, items.count { 2 * $0 > length })
}
