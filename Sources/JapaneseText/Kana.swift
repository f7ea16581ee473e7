/// One kana of full width taken apart: its place among the fifty sounds, its voicing and its size.
package struct Kana: Sendable, Hashable {
  /// The marks of voicing, in their order of collation (清音, 濁音, 半濁音).
  package enum Voicing: UInt8, Sendable, Hashable {
    case plain
    case voiced
    case halfVoiced
  }

  /// The place of the kana, without voicing and at full size, in あ…ん with ゐ and ゑ: 0...47.
  package let place: Int

  /// Its mark of voicing.
  package let voicing: Voicing

  /// Whether it is a small kana (っ, ゃ, ヵ …).
  package let isSmall: Bool

  /// Whether it is katakana.
  package let isKatakana: Bool

  /// Takes a kana apart; nothing for anything else, `ー` and the iteration marks among it.
  package init?(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x3041...0x3096: self.init(hiragana: scalar.value, isKatakana: false)
    case 0x30A1...0x30F6: self.init(hiragana: scalar.value - 0x60, isKatakana: true)
    case 0x30F7...0x30FA:
      // ヷ ヸ ヹ ヺ: わ ゐ ゑ を voiced.
      self.init(place: 43 + Int(scalar.value - 0x30F7), voicing: .voiced)
    case 0x31F0...0x31FF:
      self.init(place: Kana.extensionPlaces[Int(scalar.value - 0x31F0)], isSmall: true)
    default: return nil
    }
  }

  private init(
    place: Int, voicing: Voicing = .plain, isSmall: Bool = false, isKatakana: Bool = true
  ) {
    self.place = place
    self.voicing = voicing
    self.isSmall = isSmall
    self.isKatakana = isKatakana
  }

  /// The code chart runs あ…ん with each voiced kana after its plain one and each small one before.
  private init?(hiragana value: UInt32, isKatakana: Bool) {
    var base = value
    var voicing = Voicing.plain
    var isSmall = false
    switch value {
    case 0x3041, 0x3043, 0x3045, 0x3047, 0x3049, 0x3063, 0x3083, 0x3085, 0x3087, 0x308E:
      base += 1
      isSmall = true
    case 0x3095: (base, isSmall) = (0x304B, true)
    case 0x3096: (base, isSmall) = (0x3051, true)
    case 0x3094: (base, voicing) = (0x3046, .voiced)
    case 0x304B...0x3062 where value % 2 == 0, 0x3065, 0x3067, 0x3069:
      base -= 1
      voicing = .voiced
    case 0x306F...0x307D:
      base -= (value - 0x306F) % 3
      voicing = Voicing(rawValue: UInt8((value - 0x306F) % 3)) ?? .plain
    default: break
    }
    guard let place = Kana.places.firstIndex(of: base) else { return nil }
    self.init(place: place, voicing: voicing, isSmall: isSmall, isKatakana: isKatakana)
  }

  /// The place of the vowel of the kana, あ…お (0...4), or of ん for ん, which has none.
  package var vowelPlace: Int {
    switch place {
    case 35: 0
    case 36: 2
    case 37: 4
    case 38...42: place - 38
    case 43, 44: place - 43
    case 45, 46: place - 42
    case 47: 47
    default: place % 5
    }
  }

  /// あ…ん in the order of the fifty sounds.
  private static let places =
    "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわゐゑをん"
    .unicodeScalars.map(\.value)

  /// The places of the sixteen small katakana of the phonetic extensions for Ainu, ク…ロ.
  private static let extensionPlaces = [
    7, 11, 12, 19, 22, 25, 26, 27, 28, 29, 32, 38, 39, 40, 41, 42,
  ]
}
