import JapaneseText
import Testing

@Suite("Places in documents")
struct DocumentPlaceTests {
  @Test(
    "stand in the order of the document, whatever order they come in",
    arguments: [
      ["第1章", "第2章第1節", "第2章第2節", "第2章第10節", "第10章"],
      ["第一章", "第二章", "第十章", "第十一章", "第二十章"],
      ["第2部", "第2部 はじめに", "第2部第1章", "第2部第1章第1節1(1)", "第2部第1章第1節1(2)"],
      ["1(2)", "1(2)①", "1(2)②", "1(2)②④", "1(2)③", "1(2)⑩", "1(2)⑳", "1(2)㉑", "1(2)㊱", "1(3)"],
      ["3.(1)", "3.(1)①", "3.(1)①ⅰ）", "3.(1)①ⅱ）", "3.(1)①ⅸ）", "3.(1)①ⅹ）", "3.(2)"],
      ["4.(1)(ア)", "4.(1)(イ)", "4.(1)(オ)", "4.(1)(カ)", "4.(2)(A)", "4.(2)(B)"],
      ["第1節1", "第1節1(1)ア", "第1節1(1)イ", "第1節1(2)", "第1節1(10)", "第1節1(10)（再掲）"],
      ["全体", "概要", "概要 p.3「甲」", "概要 p.4 政策1", "概要 p.4 政策10", "各論 p.5", "各論 p.16", "各論「現状」"],
      ["第5節1", "第5節2(1)", "第5節 第2-5-9図", "第5節 第2-5-10図"],
      ["2.", "2. 脚注2", "2. 脚注4・5", "2. 脚注5", "2. 脚注10", "2.「乙」", "2.「甲」"],
      ["産業技術政策1.2.", "産業技術政策1.10.", "産業技術政策2.(1)", "産業技術政策10."],
      ["2章", "23ページ", "乙", "甲", "付録"],
    ])
  func order(_ places: [String]) {
    #expect(places.reversed().map { DocumentPlace($0) }.sorted().map(\.text) == places)
  }

  @Test(
    "are one in every width",
    arguments: [
      ("第2章第1節（1）", "第２章 第1節(1)"), ("第二章", "第2章"), ("各論 p.23", "各論p. 23"), ("1.3.(5)", "１．３．（５）"),
    ])
  func widths(one: String, other: String) {
    #expect(DocumentPlace(one) == DocumentPlace(other))
  }

  @Test(
    "have a label for each step",
    arguments: [
      (
        "第2部第1章第1節1(2)⑧",
        ["第2部", "第2部第1章", "第2部第1章第1節", "第2部第1章第1節1", "第2部第1章第1節1(2)", "第2部第1章第1節1(2)⑧"]
      ),
      ("産業技術政策1.4.(1)", ["産業技術政策1", "産業技術政策1.4", "産業技術政策1.4.(1)"]),
      ("各論 p.23「採択結果」", ["各論", "各論 p.23「採択結果」"]),
      ("3.(6)①ⅲ） 脚注13", ["3", "3.(6)", "3.(6)①", "3.(6)①ⅲ）", "3.(6)①ⅲ） 脚注13"]),
    ])
  func labels(text: String, labels: [String]) {
    let place = DocumentPlace(text)
    #expect(place.steps.indices.map { place.label(ofSteps: $0 + 1) } == labels)
  }

  @Test("any text is a place, however long")
  func anyText() {
    for text in [
      "", " ", "第", "第第第", "(", "（", "「", "p", "p.", "第9章".repeated(300), "(".repeated(3_000),
    ] {
      let place = DocumentPlace(text)
      #expect(place.steps.count <= 12)
      #expect(!(place < place))
    }
  }
}

extension String {
  fileprivate func repeated(_ count: Int) -> String { String(repeating: self, count: count) }
}
