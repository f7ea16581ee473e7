/// The carriage returns of front matter that end no line.
///
/// One among many ordinary line ends comes of a program that took the line end for another's. YAML breaks the line
/// there, and the author sees no break.
enum StrayReturns {
  /// How many there may be before they are the line ends of a part of the file.
  private static let most = 3

  /// The places of those in the front matter of `bytes`, none where they are the line ends of the file.
  static func places(in bytes: [UInt8]) -> [Int] {
    guard bytes.contains(13), let range = FrontMatter(bytes)?.yaml else { return [] }
    var places: [Int] = []
    var others = 0
    for place in range {
      if bytes[place] == 10 { others += 1 }
      guard bytes[place] == 13, place + 1 == bytes.count || bytes[place + 1] != 10 else { continue }
      if places.count == most { return [] }
      places.append(place)
    }
    return others > places.count ? places : []
  }
}
