import CatalogueModel
import Diagnostics
import JapaneseText
import MarkdownTree

/// What the texts of a record must not say, and how its names are to be read.
extension Judgement {
  /// Each place at which one of the words stands, once for a value and for a paragraph.
  func avoided(_ texts: [(place: Rule.TextPlace, words: [String])], _ rule: Rule) -> [Diagnostic] {
    texts.flatMap { text -> [Diagnostic] in
      switch text.place {
      case .field(let place):
        let field = collection.fields[place]
        return record.values(ofField: place).compactMap { value in
          let shown = field.type.show(value.value).text
          guard let word = text.words.first(where: { shown.contains($0) }) else { return nil }
          return told(
            .ruleWords, at: bytes(of: word, in: shown, value), rule,
            LocalisedText(
              "「\(field.label)」(\(field.key))に「\(word)」とあります。",
              en: "'\(field.key)' (\(field.label)) says '\(word)'"))
        }
      case .body: return avoided(text.words, rule)
      }
    }
  }

  private func avoided(_ words: [String], _ rule: Rule) -> [Diagnostic] {
    let body = record.body
    let sought = words.map { Array($0.utf8) }
    // Most texts have none of the words.
    guard sought.contains(where: { Self.contains($0, in: body.text) }) else { return [] }
    return body.blocks.compactMap { block in
      if block.inlines.isEmpty { return nil }
      let text = body.plainText(of: block.inlines)
      guard let found = sought.firstIndex(where: { Self.contains($0, in: text) }) else {
        return nil
      }
      return told(
        .ruleWords, at: block.range, rule,
        LocalisedText(
          "本文のここに「\(words[found])」とあります。", en: "the text says '\(words[found])' here"))
    }
  }

  private static func contains(_ word: [UInt8], in text: [UInt8]) -> Bool {
    guard let first = word.first, text.count >= word.count else { return false }
    return text.withUnsafeBufferPointer { text in
      for index in 0...text.count - word.count where text[index] == first {
        if text[index..<index + word.count].elementsEqual(word) { return true }
      }
      return false
    }
  }

  /// Where a word stands in a value; the whole value where its quotation says it in other bytes.
  private func bytes(of word: String, in text: String, _ value: Located<FieldValue>) -> Range<Int> {
    guard let found = text.firstRange(of: word) else { return value.bytes }
    let quotes = value.bytes.count - text.utf8.count
    guard quotes == 0 || quotes == 2 else { return value.bytes }
    let start =
      value.bytes.lowerBound + quotes / 2
      + text.utf8.distance(from: text.startIndex, to: found.lowerBound)
    return start..<start + word.utf8.count
  }

  /// Each reading in Latin letters beside which none is written in kana.
  func unread(_ pairs: [(reading: FieldIndex, beside: [FieldIndex])], _ rule: Rule) -> [Diagnostic]
  {
    pairs.compactMap { pair in
      let values = record.values(ofField: pair.reading)
      guard let latin = values.first(where: hasLatin),
        !(values + pair.beside.flatMap { record.values(ofField: $0) }).contains(where: {
          !hasLatin($0)
        })
      else { return nil }
      let field = collection.fields[pair.reading]
      let other = pair.beside.first.map { collection.fields[$0] } ?? field
      return told(
        .ruleReading, at: latin.bytes, rule,
        LocalisedText(
          "「\(field.label)」にローマ字があり、仮名の読みがありません。「\(other.label)」(\(other.key))に仮名で書きます。",
          en:
            "'\(field.key)' has Latin letters and no reading in kana; write one under '\(other.key)'"
        ))
    }
  }

  private func hasLatin(_ value: Located<FieldValue>) -> Bool {
    guard case .reading(let reading) = value.value else { return false }
    return reading.text.unicodeScalars.contains { scalar in
      scalar.properties.isAlphabetic
        && (scalar.isASCII || (0xFF21...0xFF5A).contains(scalar.value))
    }
  }

  /// Each text that tells numbers of several years, which are a series.
  func series(in fields: [FieldIndex], _ rule: Rule) -> [Diagnostic] {
    fields.flatMap { place -> [Diagnostic] in
      let field = collection.fields[place]
      return record.values(ofField: place).compactMap { value in
        guard Self.hasSeries(field.type.show(value.value).text) else { return nil }
        let measures = collection.field(.measures).map { collection.fields[$0] }
        let ending = measures.map { "「\($0.label)」(\($0.key))に、年ごとに1行ずつ書きます。" } ?? "年ごとに分けて書きます。"
        return told(
          .ruleSeries, at: value.bytes, rule,
          LocalisedText(
            "「\(field.label)」の1つの文に、いくつもの年の数があります。" + ending,
            en: "one text of '\(field.key)' has the numbers of several years; "
              + (measures.map { "write them under '\($0.key)', one for each year" }
                ?? "write one for each year")))
      }
    }
  }

  /// Whether a number stands before each of two remarks in brackets that name different years: 120件（2020年度）、100件（2019年度）.
  static func hasSeries(_ text: String) -> Bool {
    var years: Set<String> = []
    var outside = ""
    var inside: String?
    for character in text {
      switch (character, inside) {
      case ("（", nil), ("(", nil): inside = ""
      case ("）", let remark?), (")", let remark?):
        if let year = yearAtStart(of: remark), outside.contains(where: \.isNumber) {
          years.insert(year)
          outside = ""
        }
        inside = nil
      case (_, nil): outside.append(character)
      default: inside?.append(character)
      }
    }
    return years.count > 1
  }

  /// 2020年, 令和2年: the year that a remark begins with.
  private static func yearAtStart(of remark: String) -> String? {
    guard let end = remark.firstIndex(of: "年") else { return nil }
    let year = remark[..<end]
    let digits = year.drop { !$0.isNumber }
    guard !digits.isEmpty, digits.count <= 4, digits.allSatisfy(\.isNumber),
      year.count - digits.count <= 2
    else { return nil }
    return String(year)
  }
}
