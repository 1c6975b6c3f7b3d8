/// A colour profile of sRGB (IEC 61966-2-1), as ICC.1:2004-10 (version 4.2) writes it; 516 bytes.
///
/// It is computed from the standard's numbers, so that no file with a licence of its own is embedded: the primaries and
/// white adapted to D50 by the Bradford matrix, and the curve as a parametric one.
let sRGBProfile: [UInt8] = {
  var tags: [(name: String, content: [UInt8])] = [
    ("desc", localizedText("sRGB")), ("cprt", localizedText("No copyright, use freely")),
    ("wtpt", xyz(0.9642, 1, 0.8249)),
    (
      "chad",
      "sf32".utf8 + [0, 0, 0, 0]
        + [
          1.047882, 0.022918, -0.050217, 0.029587, 0.990479, -0.017059, -0.009247, 0.015075, 0.751678,
        ].flatMap(fixed)
    ),
    ("rXYZ", xyz(0.436066, 0.222488, 0.013916)), ("gXYZ", xyz(0.385147, 0.716873, 0.097076)),
    ("bXYZ", xyz(0.143066, 0.060608, 0.714096)),
    (
      "rTRC",
      "para".utf8 + [0, 0, 0, 0, 0, 3, 0, 0] + [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045].flatMap(fixed)
    ),
  ]
  var table: [UInt8] = []
  var data: [UInt8] = []
  let start = 128 + 4 + 12 * (tags.count + 2)
  for tag in tags {
    let entry = word(start + data.count) + word(tag.content.count)
    let names = tag.name == "rTRC" ? ["rTRC", "gTRC", "bTRC"] : [tag.name]
    for name in names { table += name.utf8 + entry }
    data += tag.content
    data += [UInt8](repeating: 0, count: (4 - data.count % 4) % 4)
  }
  return header(size: start + data.count) + word(tags.count + 2) + table + data
}()

/// The first 128 bytes (ICC.1:2004-10, 7.2).
private func header(size: Int) -> [UInt8] {
  var header = word(size) + word(0) + [4, 0x20, 0, 0] + "mntrRGB XYZ ".utf8
  // 1 January 2000, at midnight: a profile has a date, and this one is always the same.
  header += [0x07, 0xD0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0]
  header += "acsp".utf8
  header += [UInt8](repeating: 0, count: 28)
  header += fixed(0.9642) + fixed(1) + fixed(0.8249)
  return header + [UInt8](repeating: 0, count: 128 - header.count)
}

/// A text in one language (10.13).
private func localizedText(_ text: String) -> [UInt8] {
  let utf16 = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
  return "mluc".utf8 + word(0) + word(1) + word(12) + "enUS".utf8 + word(utf16.count) + word(28) + utf16
}

private func xyz(_ x: Double, _ y: Double, _ z: Double) -> [UInt8] {
  "XYZ ".utf8 + word(0) + fixed(x) + fixed(y) + fixed(z)
}

/// A signed number with 16 bits before and 16 after the point.
private func fixed(_ number: Double) -> [UInt8] {
  word(Int(UInt32(bitPattern: Int32((number * 65536).rounded()))))
}

private func word(_ number: Int) -> [UInt8] {
  [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
}
