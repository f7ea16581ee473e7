import CatalogueSearch
import Diagnostics

/// Words what came of a proof of the search.
struct SearchProofReport {
  private let proof: SearchProof
  /// How many misses and faults are told each by itself; the others are counted.
  private static let most = 100

  init(_ proof: SearchProof) {
    self.proof = proof
  }

  /// How many terms were asked for and what was wrong.
  var sentence: LocalisedText {
    LocalisedText(
      "検索に \(proof.termCount) の語を尋ねました。見つからなかったページ \(proof.misses.count) 件、索引の異常 \(proof.faults.count) 件。",
      en: "asked the search for \(proof.termCount) terms: \(proof.misses.count) pages missed, "
        + "\(proof.faults.count) faults of the index")
  }

  /// One line for each page that was missed and each fault of the index.
  var complaints: [LocalisedText] {
    let all = proof.faults.map(Self.line) + proof.misses.map(Self.line)
    guard all.count > Self.most else { return all }
    let rest = all.count - Self.most
    return all.prefix(Self.most) + [LocalisedText("ほかに \(rest) 件。", en: "and \(rest) more")]
  }

  private static func line(_ miss: SearchProof.Miss) -> LocalisedText {
    LocalisedText(
      "検索: 「\(miss.term)」で \(miss.page) が見つかりません。",
      en: "search: '\(miss.term)' does not find \(miss.page)")
  }

  private static func line(_ fault: SearchProof.Fault) -> LocalisedText {
    switch fault {
    case .file(let name):
      LocalisedText(
        "検索: 索引のファイル \(name) がないか、壊れているか、名前が違います。",
        en: "search: the file \(name) of the index is missing, broken or wrongly named")
    case .surplus(let path):
      LocalisedText(
        "検索: 索引のファイル \(path) は、目次のどこにも載っていません。",
        en: "search: nothing names the file \(path) of the index")
    case .page(let page):
      LocalisedText(
        "検索: 索引にある \(page) の文が、ページの文と違います。",
        en: "search: what the index has of \(page) is not what the page says")
    case .name(let name, let page):
      LocalisedText(
        "検索: 「\(name)」と打っても、\(page) が候補に出ません。",
        en: "search: '\(name)' does not suggest \(page)")
    case .order(let name, let page):
      LocalisedText(
        "検索: 「\(name)」を探しても、その名の \(page) が最初に出ません。",
        en: "search: '\(name)' does not find \(page), which has that name, first")
    case .reference(let name, let title, let page, let others):
      LocalisedText(
        "検索: 「\(name)」を探しても、「\(title)」を指す \(page) \(others > 0 ? "ほか \(others) ページ" : "")が見つかりません。",
        en: others > 0
          ? "search: '\(name)' does not find \(page) and \(others) more, which refer to '\(title)'"
          : "search: '\(name)' does not find \(page), which refers to '\(title)'")
    case .facet(let key):
      LocalisedText(
        "検索: 絞り込み「\(key)」の一覧が、ページの値と違います。",
        en: "search: the lists of the facet '\(key)' are not those of the pages")
    case .excess(let term, let page):
      LocalisedText(
        "検索: 「\(term)」のない \(page) が、あるものとして見つかります。",
        en: "search: '\(term)' finds \(page), which does not have it")
    }
  }
}
