/// The characters that nobody sees and that make two texts different all the same.
///
/// They come with what is pasted from web pages and word processors: a name with one is found by no
/// search of its file. Characters that join or choose shapes are left alone where they do: between the
/// parts of an emoji, in scripts that need them, and variation selectors behind a character. A no-break
/// space can be seen, and marks of direction are for `ForbiddenCharacter` or for scripts that need them.
/// Sources: Unicode 16 §23.2 and §23.4, DerivedCoreProperties.txt (Default_Ignorable_Code_Point), UTS 51.
package enum InvisibleCharacter {
  /// Whether nobody sees a code point, whatever stands beside it.
  package static func isInvisible(_ value: UInt32) -> Bool {
    switch value {
    case 0xAD, 0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180E, 0x200B...0x200D, 0x2028,
      0x2029, 0x2060...0x2064, 0x206A...0x206F, 0x3164, 0xFEFF, 0xFFA0, 0xFFF9...0xFFFC,
      0xFE00...0xFE0F, 0xE0000...0xE0FFF:
      true
    default: false
    }
  }

  /// Whether Unicode leaves a code point to each machine, so that others show another character or none.
  ///
  /// The marks of lists of word processors are none: `LineMarkScanner` takes them for what they are.
  package static func isPrivate(_ value: UInt32) -> Bool {
    switch value {
    case 0xF0B7, 0xF0A7, 0xF06C, 0xF0D8, 0xF0FC: false
    case 0xE000...0xF8FF, 0xF0000...0xFFFFD, 0x100000...0x10FFFD: true
    default: false
    }
  }

  /// The name of a code point among those who make them; nil for the rarer ones.
  package static func name(of value: UInt32) -> String? {
    switch value {
    case 0x0D: "行の途中の改行"
    case 0xAD: "ソフトハイフン"
    case 0x200B: "ゼロ幅の空白"
    case 0x200C: "ゼロ幅の非接合子"
    case 0x200D: "ゼロ幅の接合子"
    case 0x2028: "行の区切り"
    case 0x2029: "段落の区切り"
    case 0x2060: "単語結合子"
    case 0xFEFF: "バイト順の印"
    case 0x3164, 0xFFA0, 0x115F, 0x1160: "ハングルの埋め草"
    case 0xFE00...0xFE0F, 0xE0100...0xE01EF: "異体字の印"
    case 0xFFFC: "物の置き場所の印"
    default: nil
    }
  }
}
