/// Text made ready for parsing: width folded, spaces taken out, with a place to read on from.
///
/// Full-width ASCII becomes ASCII, every kind of wave dash `〜`, every kind of hyphen, minus and dash
/// `-`, and the one-character eras (㍻) two characters. A space stays only where taking it out would
/// join two numbers (`17 5億円`), so that such text is refused rather than guessed at.
struct FoldedText {
  private let scalars: [Unicode.Scalar]
  private var index = 0

  init(_ text: String) {
    var folded: [Unicode.Scalar] = []
    var spaceIsPending = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace || scalar.value == 0xFEFF {
        spaceIsPending = true
        continue
      }
      if let era = FoldedText.squareEra(scalar) {
        folded.append(contentsOf: era.name.unicodeScalars)
        continue
      }
      let scalar = FoldedText.fold(scalar)
      if spaceIsPending, let last = folded.last, last.isPartOfNumber, scalar.isPartOfNumber {
        folded.append(" ")
      }
      spaceIsPending = false
      folded.append(scalar)
    }
    scalars = folded
  }

  private init(scalars: ArraySlice<Unicode.Scalar>) {
    self.scalars = Array(scalars)
  }

  /// Whether nothing is left.
  var isAtEnd: Bool { index == scalars.count }

  /// The next scalar.
  var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  /// The folded text from the place of reading to the end.
  var remainder: String { FoldedText.string(scalars[index...]) }

  /// The number of times a scalar occurs in what is left.
  func count(of scalar: Unicode.Scalar) -> Int {
    scalars[index...].count { $0 == scalar }
  }

  /// Reads past `word` if it comes next.
  mutating func scan(_ word: String) -> Bool {
    guard scalars[index...].starts(with: word.unicodeScalars) else { return false }
    index += word.unicodeScalars.count
    return true
  }

  /// Reads the scalars as long as `condition` holds.
  mutating func scan(while condition: (Unicode.Scalar) -> Bool) -> String {
    let start = index
    while let next, condition(next) { index += 1 }
    return FoldedText.string(scalars[start..<index])
  }

  /// Reads a number of at most `maximum` digits; nothing if there is no digit or there are more.
  mutating func scanNumber(digits maximum: Int) -> Int? {
    let before = index
    let digits = scan { $0.isDigit }
    guard !digits.isEmpty, digits.utf8.count <= maximum, let number = Int(digits) else {
      index = before
      return nil
    }
    return number
  }

  /// What is left, parted at the occurrence of `separator` with the given number (from 0).
  func parted(at separator: String, occurrence: Int = 0) -> (FoldedText, FoldedText)? {
    let word = Array(separator.unicodeScalars)
    var seen = 0
    var place = index
    while place + word.count <= scalars.count {
      if scalars[place..<place + word.count].elementsEqual(word) {
        if seen == occurrence {
          return (
            FoldedText(scalars: scalars[index..<place]),
            FoldedText(scalars: scalars[(place + word.count)...])
          )
        }
        seen += 1
      }
      place += 1
    }
    return nil
  }

  /// The text without `word` at its end, or nothing if it does not end so.
  func without(ending word: String) -> FoldedText? {
    let word = Array(word.unicodeScalars)
    guard scalars[index...].suffix(word.count).elementsEqual(word) else { return nil }
    return FoldedText(scalars: scalars[index..<(scalars.count - word.count)])
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// One scalar as texts are compared.
  static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x7E, 0xFF5E, 0x223C: return "〜"
    case 0x2010...0x2015, 0x2212, 0xFF0D: return "-"
    case 0xFF01...0xFF5D: return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    default: return scalar
    }
  }

  private static func squareEra(_ scalar: Unicode.Scalar) -> Era? {
    switch scalar.value {
    case 0x337E: .meiji
    case 0x337D: .taisho
    case 0x337C: .showa
    case 0x337B: .heisei
    case 0x32FF: .reiwa
    default: nil
    }
  }
}

extension Unicode.Scalar {
  /// Whether this is one of `0`...`9`.
  var isDigit: Bool { value >= 0x30 && value <= 0x39 }

  /// Whether this may stand inside a number: a digit, a comma or a point.
  fileprivate var isPartOfNumber: Bool { isDigit || value == 0x2C || value == 0x2E }
}
