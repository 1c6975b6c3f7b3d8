/// A drawing of Cairo's whose elements are numbered from 1 in the order in which they are named.
///
/// Cairo numbers them through the life of the process, so the same drawing would not be the same bytes. O(n) for n
/// bytes.
func svgWithStableNames(_ svg: [UInt8]) -> [UInt8] {
  let kinds = ["surface", "image", "mask", "clip", "pattern", "linear", "radial"].map { Array($0.utf8) }
  var numbers: [ArraySlice<UInt8>: Int] = [:]
  var stable: [UInt8] = []
  stable.reserveCapacity(svg.count)
  var place = 0
  while place < svg.count {
    let byte = svg[place]
    stable.append(byte)
    place += 1
    guard byte == UInt8(ascii: "#") || byte == UInt8(ascii: "\""),
      let kind = kinds.first(where: { svg[place...].starts(with: $0) })
    else { continue }
    let digits = svg[(place + kind.count)...].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard !digits.isEmpty else { continue }
    let name = svg[place..<digits.endIndex]
    let number = numbers[name] ?? numbers.count + 1
    numbers[name] = number
    stable += kind + Array(String(number).utf8)
    place = digits.endIndex
  }
  return stable
}
