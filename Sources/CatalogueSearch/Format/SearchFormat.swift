/// The constants of the search's files, each said once for all that writes and reads them.
///
/// The program writes the values into the scripts of the search when it publishes them (`SearchScript`), so
/// that the browser has no copies of its own. What is more than a constant (how lists are decoded, hashed,
/// folded) exists once in Swift and once in JavaScript; the golden files in Tests/GoldenSearch hold the two
/// together, and `SearchIndexReader` reads by these constants alone, with no code of the writer.
enum SearchFormat {
  /// Changes whenever an engine could not read the files of another.
  static let version = 6

  // Files

  /// What a file is, as its key begins: `p12`.
  enum FileKind: String {
    case pages = "p"
    case lists = "s"
    case names = "n"
    case facets = "f"
    case kanji = "k"
  }

  /// What the key of a table begins with, before the kind of what it names: `tp0`.
  static let tableKey = "t"
  /// The key of the directory, the one file whose name does not tell its content.
  static let directoryKey = "index"

  /// The key of a file with a number.
  static func key(_ kind: FileKind, _ number: Int) -> String { kind.rawValue + String(number) }

  /// The key of the table with a number.
  static func tableKey(_ kind: FileKind, _ number: Int) -> String { tableKey + key(kind, number) }

  /// What the directory tells.
  enum DirectoryEntry: Equatable {
    /// `SearchFormat.version`.
    case version
    /// How many pages there are.
    case pages
    /// Places of grams are below this power of two; files of lists take consecutive ones.
    case places
    /// Hashes of crowded grams are below this power of two.
    case range
    /// Those hashes, coded as pages are in lists.
    case crowded
    /// The keys of the facets.
    case facets
    /// How many pages of an answer the lists need not tell apart.
    case limit
    /// How many units the longest grams have.
    case longest
    /// How many files of names there are.
    case names
    /// How many files a table has, or how many places of lists, as a power of two; 0 where there are no tables.
    case shift(FileKind)
    /// The codes of the files, or of their tables.
    case codes(FileKind)

    static let shiftName = "shift-"
    static let codesName = "codes-"

    /// The name that the engine has for it.
    var name: String {
      switch self {
      case .shift(let kind): Self.shiftName + kind.rawValue
      case .codes(let kind): Self.codesName + kind.rawValue
      default: "\(self)"
      }
    }
  }

  /// What the directory tells, in its order.
  static let directory: [DirectoryEntry] = [
    .version, .pages, .places, .range, .crowded, .facets, .limit, .longest, .names,
    .shift(.pages), .shift(.lists), .shift(.names),
    .codes(.kanji), .codes(.facets), .codes(.pages), .codes(.lists), .codes(.names),
  ]

  /// How many bits of its content's hash the name of a file tells.
  ///
  /// Two contents of one file share a name by chance in one of 3 × 10⁷ changes: once in thousands of years of
  /// daily edits. They cannot be compressed, and a search reads some hundreds of them.
  static let codeBits = 25
  /// The digits of a name, 0–9 and a–v.
  static let codeRadix = 32
  static let codeDigits = 5

  // Lists

  /// How many bits a character has.
  static let bits = 15
  /// The character of 15 zeros, the first kanji: the others are ordinary characters of two bytes as well.
  static let firstCharacter = 0x4E00
  /// How many bits tell the length of a gram that stands by itself, less 1.
  static let lengthBits = 3
  /// How many bits tell what the beginning of a name is worth.
  static let nameBits = 4
  /// Gaps have one low bit more as long as twice the count times this is below the total times `gapShare`.
  ///
  /// The share of the factor is ln 2, about: the best for numbers that are spread evenly (Gallager and van
  /// Voorhis 1975).
  static let gapFactor = 10
  static let gapShare = 7

  // Grams

  /// The longest grams that have lists; what is longer is known from several.
  static let longestGram = 6
  /// Grams of so many units or more may be on more pages before longer ones tell those apart.
  static let longGram = 4
  /// How many times as many: long grams that overlap are seldom on one page by chance.
  static let longGramFactor = 4

  /// A hash is mixed with a unit and multiplied by this (2³² / φ, Knuth 6.4).
  static let hashFactor: UInt32 = 0x9E37_79B1
  /// Then it is mixed with itself, so many bits lower.
  static let hashShift = 15

  /// The units of words: letters, digits, marks, and signs that somebody may look for; all else separates.
  static let words: [ClosedRange<UInt16>] = [
    // #$%& + 0–9 @ a–z
    0x23...0x26, 0x2B...0x2B, 0x30...0x39, 0x40...0x40, 0x61...0x7A,
    // Letters of all scripts but × and ÷, and but accents, which join
    0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x1FFF,
    // ※, arrows, mathematical signs, shapes, radicals
    0x203B...0x203B, 0x2190...0x2FFF,
    // 々〆〇, hiragana, katakana but ゠ and ・
    0x3005...0x3007, 0x3041...0x309F, 0x30A1...0x30FA, 0x30FC...0xFDFF,
    0xFE70...0xFEFF,
  ]
  /// The units that separate words: what ends sentences, and signs of code.
  ///
  /// All other units that are none of words
  /// join: middle dots, dashes, commas, brackets, quotes, spaces, accents that stand by themselves.
  ///
  /// Nobody thinks of these when he types a name, J-NEXUS or 新エネルギー・産業技術総合開発機構, so texts and queries are
  /// compared without them.
  static let separators: [ClosedRange<UInt16>] = [
    // The end of a line, ! * . ; <=>? ^
    0xA...0xA,
    0x21...0x21, 0x2A...0x2A, 0x2E...0x2E, 0x3B...0x3F, 0x5E...0x5E,
    // …。
    0x2026...0x2026, 0x3002...0x3002,
  ]
  /// The unit of the first of several digits of a number, less the digit; those between are digits.
  ///
  /// So a number is found as a whole alone: 100億円 is not in 1100億円.
  static let firstDigit: UInt16 = 0xF000
  static let lastDigit: UInt16 = 0xF010
  static let onlyDigit: UInt16 = 0xF020
  /// The point between the digits of a number.
  static let point: UInt16 = 0xF030
  /// What joins two numbers is a unit: this with the place in `signs` of those that it is one of, or else
  /// the unit before.
  ///
  /// So 1/2 is not in 1)②, nor 4-1 in 4の1; between words the same signs are left out.
  static let sign: UInt16 = 0xF032
  /// Signs that count as the same between numbers.
  static let signs = ["-‐‑‒–—―", "/⁄", "~〜", ",、", "([{「『【〔〈《", ")]}」』】〕〉》"]
  /// A character beyond U+FFFF is a unit from here on, with the low bits of its number.
  static let outside: UInt16 = 0xE000
  static let outsideMask: UInt32 = 0xFFF
  /// How far katakana are from hiragana.
  static let kanaStep: UInt16 = 0x60
  /// The katakana that have hiragana, ァ–ヶ.
  static let katakana: ClosedRange<UInt16> = 0x30A1...0x30F6

  // Names

  /// A key's file is told by its first unit times this and its second.
  static let nameFactor = 31
  /// How many units of a reading or an alias are kept: nobody needs a suggestion after so much typing.
  static let nameUnits = 8
  /// How many units names have at most that weigh more where they begin than longer ones: 15 steps, for codes
  /// of four bits.
  static let nameLengths = [2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 17, 20, 24, 30]
}

extension SearchFormat {
  /// A constant as a script has it.
  enum Constant {
    case number(Int)
    case text(String)
    case numbers([Int])
    case texts([String])
  }

  /// The constants that the scripts name, by their names: `FORMAT.bits`.
  static let constants: [String: Constant] = [
    "version": .number(version),
    "directory": .texts(directory.map(\.name)),
    "directoryKey": .text(directoryKey),
    "tableKey": .text(tableKey),
    "pageKey": .text(FileKind.pages.rawValue),
    "listKey": .text(FileKind.lists.rawValue),
    "nameKey": .text(FileKind.names.rawValue),
    "facetKey": .text(FileKind.facets.rawValue),
    "kanjiKey": .text(FileKind.kanji.rawValue),
    "shiftOf": .text(DirectoryEntry.shiftName),
    "codesOf": .text(DirectoryEntry.codesName),
    "codeBits": .number(codeBits),
    "codeRadix": .number(codeRadix),
    "codeDigits": .number(codeDigits),
    "bits": .number(bits),
    "firstCharacter": .number(firstCharacter),
    "lengthBits": .number(lengthBits),
    "nameBits": .number(nameBits),
    "gapFactor": .number(gapFactor),
    "gapShare": .number(gapShare),
    "longGram": .number(longGram),
    "longGramFactor": .number(longGramFactor),
    "hashFactor": .number(Int(hashFactor)),
    "hashShift": .number(hashShift),
    "words": .text(characterClass(words)),
    "separators": .text(characterClass(separators)),
    "firstDigit": .number(Int(firstDigit)),
    "lastDigit": .number(Int(lastDigit)),
    "onlyDigit": .number(Int(onlyDigit)),
    "point": .number(Int(point)),
    "sign": .number(Int(sign)),
    "signs": .texts(signs),
    "outside": .number(Int(outside)),
    "outsideMask": .number(Int(outsideMask)),
    "kanaStep": .number(Int(kanaStep)),
    "nameFactor": .number(nameFactor),
    "nameUnits": .number(nameUnits),
    "nameLengths": .numbers(nameLengths),
  ]

  /// Units as a class of characters in a regular expression.
  private static func characterClass(_ ranges: [ClosedRange<UInt16>]) -> String {
    var units: [UInt16] = []
    func append(_ unit: UInt16) {
      // What would have a meaning there.
      if "-[\\]^".utf16.contains(unit) { units.append(0x5C) }
      units.append(unit)
    }
    for range in ranges {
      append(range.lowerBound)
      if range.count > 1 {
        units.append(0x2D)
        append(range.upperBound)
      }
    }
    return String(decoding: units, as: UTF16.self)
  }
}
