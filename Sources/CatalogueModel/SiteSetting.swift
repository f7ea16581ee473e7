package import Diagnostics

/// The settings under `site` of `catalogue.yml`, in the order of the guide.
package enum SiteSetting: String, Sendable, CaseIterable {
  case title
  case description
  case baseURL = "base_url"
  case language
  case publisher
  case contact
  case asOf = "as_of"
  case edition
  case coverage
  case terms
  case updates
  case keep

  /// What the setting says, for `mokuroku explain site`.
  package var summary: LocalisedText {
    switch self {
    case .title: LocalisedText("サイトの名前。必ず書きます。", en: "the name of the site; required")
    case .description: LocalisedText("サイトの説明。", en: "what the site is about")
    case .baseURL:
      LocalisedText(
        "公開するアドレス。https:// から書きます。", en: "the address of the site, with https://; required")
    case .language: LocalisedText("言葉。省けば ja。", en: "the language of the content; ja by default")
    case .publisher: LocalisedText("発行者。", en: "who publishes the catalogue")
    case .contact:
      LocalisedText(
        "誤りを知らせる先。mailto:joho@example.jp か https:// のアドレス。",
        en: "where mistakes are reported: mailto:info@example.jp, or an address with https://")
    case .asOf:
      LocalisedText(
        "いつの時点の内容か。2021-03-31、2021年3月、令和3年のように書きます。",
        en: "the date for which the content is true, such as 2021-03-31 or 2021-03")
    case .edition: LocalisedText("版。", en: "the edition")
    case .coverage: LocalisedText("収めた範囲。", en: "what the content extends to")
    case .terms:
      LocalisedText(
        "利用の条件。文か、{text: 文, url: 全文のアドレス}。",
        en: "the terms of use: a text, or {text: TEXT, url: ADDRESS}")
    case .updates:
      LocalisedText(
        "「最近の更新」と feed.atom を何からつくるか。git(コミット)、updated(欄)、none(出さない)。省けば、git の中にあれば git。",
        en: "what tells of the last changes: git (commits), updated (the field) or none; git by "
          + "default where the catalogue is in a repository")
    case .keep:
      LocalisedText(
        "書き出し先のいちばん上に残すものの名前の一覧。",
        en: "names at the top of the output that a new edition carries over")
    }
  }
}
