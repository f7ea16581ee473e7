import CatalogueSearch
import TextFolding

extension FuzzBody {
  /// What is searched for, against an index of a few pages.
  ///
  /// A page that has the folded words in one text is among those found. (The engine of the browser is
  /// JavaScript; its query is tested by Tests/Browser.)
  package static func search() async -> FuzzBody {
    let files = await SearchIndex.build(documents)
    let index = Result { () throws(SearchIndexReader.Fault) in try SearchIndexReader(files) }
    let pages = documents.map { document in
      [document.title] + document.readings + document.sections.map(\.text)
    }.map { texts in texts.map { Folding.scalars(of: $0) } }
    return FuzzBody("search") { bytes in
      guard case .success(let index) = index else { return "the index cannot be read" }
      let query = String(decoding: bytes, as: UTF8.self)
      let term = Folding.scalars(of: query)
      let found = index.find(query)
      if let page = found.first(where: { !pages.indices.contains($0) }) { return "no page \(page)" }
      // Punctuation alone is no query: it only separates words.
      guard term.contains(where: { Unicode.Scalar($0)?.properties.isAlphabetic == true }) else {
        return nil
      }
      for (number, texts) in pages.enumerated() where !found.contains(number) {
        if texts.contains(where: { $0.has(term) }) {
          return "\(query.debugDescription) is on page \(number) and not found"
        }
      }
      return nil
    }
  }

  private static let documents = [
    document("a/", "量子技術の拠点", "りょうしぎじゅつのきょてん", "東京都に置く。Ｔ I Ａと連携する。"),
    document("b/", "京都の研究", "きょうとのけんきゅう", "量子の研究。R&D、C++、▲3%。"),
    document("c/", "コンピューター室", "こんぴゅーたーしつ", "髙橋と⼒を合わせる。𠮷野の野。㈱ロボット。"),
  ]

  private static func document(
    _ url: String, _ title: String, _ reading: String, _ text: String
  ) -> SearchDocument {
    SearchDocument(
      url: url, collection: "施策", title: title, readings: [reading],
      sections: [SearchDocument.Section(anchor: "s1", heading: "", text: text)])
  }
}

extension [UInt32] {
  /// Whether other scalars stand in these.
  fileprivate func has(_ part: [UInt32]) -> Bool {
    guard count >= part.count else { return false }
    return (0...count - part.count).contains { self[$0..<$0 + part.count].elementsEqual(part) }
  }
}
