import CatalogueModel
import CatalogueViews
import JapaneseText
import Mustache

/// What every template has of the site: its name, who answers for it, and what is true of all of it.
enum SiteView {
  /// The heading over who answers for the site, and its anchor.
  static let (label, anchor) = ("発行と利用", "section-site")

  /// What the site offers.
  static let fields: [ViewShape.Field] = [
    .init("title", "サイトの名前", .text), .init("description", "サイトの説明", .text),
    .init("publisher", "発行者。なければ空", .text),
    .init("contact", "誤りを知らせる先のアドレス。なければ空", .text),
    .init("contact_text", "誤りを知らせる先を読める形で。なければ空", .text),
    .init("as_of", "いつの時点の内容か。なければ空", .text),
    .init("edition", "版。なければ空", .text),
    .init("coverage", "収めた範囲。なければ空", .text),
    .init("terms", "利用の条件。なければ空", .text),
    .init("terms_url", "利用の条件の全文のアドレス。なければ空", .text),
    .init("has_imprint", "発行者から利用の条件までの、どれかがあるか", .flag),
    .init("has_feed", "更新情報(feed.atom)があるか", .flag),
  ]

  /// The values of a catalogue's site.
  static func view(of catalogue: Catalogue) -> View {
    let site = catalogue.schema.site
    let imprint = site.imprint
    return .object([
      "title": .text(site.title), "description": .text(site.description),
      "publisher": .text(imprint.publisher ?? ""),
      "contact": .text(imprint.contact?.address ?? ""),
      "contact_text": .text(imprint.contact?.text ?? ""),
      "as_of": .text(imprint.asOf?.both ?? ""),
      "edition": .text(imprint.edition ?? ""),
      "coverage": .text(imprint.coverage ?? ""),
      "terms": .text(imprint.terms?.text ?? ""),
      "terms_url": .text(imprint.terms?.address ?? ""),
      "has_imprint": .flag(!imprint.isEmpty),
      "has_feed": .flag(!RecentChanges(catalogue).records.isEmpty),
    ])
  }
}
