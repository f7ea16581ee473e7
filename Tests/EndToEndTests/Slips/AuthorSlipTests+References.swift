import Diagnostics

extension AuthorSlipTests {
  /// References and links to records as they are mistyped.
  static let referenceSlips: [Slip] = [
    .fields("place: ⟦第一会揚⟧", .unknownReference, "place: 第一会場"),
    .fields("place: ⟦第1会場⟧", .unknownReference, "place: 第一会場"),
    .fields("place: ⟦会場⟧", .unknownReference, "place: 第一会場"),
    .fields("place: ⟦乙計画⟧", .wrongKindReference),
    .fields("place: ⟦どこにもない館舎⟧", .unknownReference),
    .fields("place: ⟦[第一会場]⟧", .wrongShape, "place: 第一会場"),
    .fields("related: [{to: ⟦乙計面⟧, as: 前身}]", .unknownReference, "related: [{to: 乙計画, as: 前身}]"),
    .fields("related: [{to: ⟦OTSUU⟧, as: 前身}]", .unknownReference, "related: [{to: 乙計画, as: 前身}]"),
    .fields("related:\n  - ⟦乙計画: 前身⟧", .unknownKey, "related:\n  - {to: 乙計画, as: 前身}"),
    .fields("related: [{to: 乙計画, as: ⟦全身⟧}]", .unknownChoice, "related: [{to: 乙計画, as: 前身}]"),
    .fields("related: [⟦{to: 乙計画}⟧]", .missingField),
    .fields("related: [⟦乙計画⟧]", .missingField),
    .fields("related: [{⟦too⟧: 乙計画, to: 乙計画, as: 前身}]", .unknownKey),
    .fields("halls: [第一会場⟦・⟧東館]", .yamlWrongSign, "halls: [第一会場, 東館]"),
    .fields("halls:\n  - 第一会場⟦,⟧ 東館", .yamlWrongSign, "halls:\n  - 第一会場\n  - 東館"),
    .fields("halls:\n- 第一会場⟦、⟧東館\n- 西館", .yamlWrongSign, "halls:\n- 第一会場\n- 東館\n- 西館"),
    .fields("halls: ⟦第一会場, 東館⟧", .wrongShape, "halls: [第一会場, 東館]"),
    .fields("related: [{to: ⟦甲⟧, as: 前身}]", .selfReference),
    .fields(
      "related: [{to: 乙計画, as: 前身}, ⟦{to: OTSU, as: 前身}⟧]", .duplicateEntry),
    .text("[[⟦乙計面⟧]]を見る。", .unknownReference, "[[乙計画]]を見る。"),
    .text("[[⟦第一会揚⟧|会場]]で開く。", .unknownReference, "[[第一会場|会場]]で開く。"),
    .text("[[⟦乙計画#成り立ち⟧]]を見る。", .unknownAnchor, "[[乙計画#なりたち]]を見る。"),
    .text("[[⟦どこにもない館舎⟧]]で開く。", .unknownReference),
    .text("[計画](⟦/things/bb/⟧)を見る。", .unknownLink, "[計画](/things/b/)を見る。"),
    .text("[計画](⟦bb.md⟧)を見る。", .unknownLink, "[計画](/things/b.md)を見る。"),
    .text("[計画](⟦b.md#なりたた⟧)を見る。", .unknownAnchor, "[計画](b.md#なりたち)を見る。"),
    .text("[節](⟦#ない節⟧)を見る。", .unknownAnchor),
    .text("[押す](⟦javascript:alert(1)⟧)", .forbiddenScheme),
    .text("![図](⟦/assets/zu.png⟧)", .imageMissing),
    .text("![図](⟦https://example.com/zu.png⟧)", .imageMissing),
  ]
}
