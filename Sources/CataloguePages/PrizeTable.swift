import CatalogueModel
import CatalogueViews
import Diagnostics
import JapaneseText
import Mustache

/// Who won which prize of a record in which round: the newest round first, prizes in the record's own order.
///
/// A relation is of winners where its edge has a prize and a round. The record's own prizes are those of a
/// relation that it writes, whose edge has a prize only.
struct PrizeTable {
  /// A prize that a record won.
  private struct Line {
    let winner: RecordIndex
    let prize: String
    let round: String
  }

  /// The lines of a round, prize by prize.
  private var rounds: [(name: String, prizes: [(name: String, winners: [RecordIndex])])] = []
  private let catalogue: Catalogue
  private let relation: Relation

  /// More winners than this are on the list only.
  static let limit = 100
  /// How many of those who are responsible a line names.
  private static let owners = 8

  /// The winners among the records that name one by a relation; nil where it is not a relation of winners.
  init?(of index: RecordIndex, _ place: RelationIndex, in catalogue: Catalogue) {
    let relation = catalogue.schema.relations[place]
    guard let prize = relation.edgeField(.prize), let round = relation.edgeField(.round) else {
      return nil
    }
    self.catalogue = catalogue
    self.relation = relation
    func text(_ field: EdgeFieldIndex, _ edge: Edge) -> String {
      edge.attributes[field].map { relation.edgeFields[field].type.show($0).text } ?? ""
    }
    let lines = catalogue.edges(of: place, to: index).map {
      Line(winner: $0.from, prize: text(prize, $0), round: text(round, $0))
    }
    group(lines, by: Self.order(of: index, in: catalogue))
  }

  /// The places of the prizes that a record itself lists.
  private static func order(of index: RecordIndex, in catalogue: Catalogue) -> [String: Int] {
    var order: [String: Int] = [:]
    for edge in catalogue.outgoing[index].map({ catalogue.edges[$0] }) {
      let relation = catalogue.schema.relations[edge.relation]
      guard relation.edgeField(.round) == nil, let field = relation.edgeField(.prize),
        let value = edge.attributes[field]
      else { continue }
      let name = relation.edgeFields[field].type.show(value).text
      if order[name] == nil { order[name] = order.count }
    }
    return order
  }

  /// Lines by round and prize; the order of the pages decides among those that are alike.
  private mutating func group(_ lines: [Line], by order: [String: Int]) {
    let keyed = lines.enumerated().map { place, line in
      (line, place, AwardRound(line.round), order[line.prize] ?? order.count)
    }
    let sorted = keyed.sorted { left, right in
      if left.2 != right.2 { return left.2 < right.2 }
      if left.3 != right.3 { return left.3 < right.3 }
      if left.0.prize != right.0.prize { return left.0.prize < right.0.prize }
      return left.1 < right.1
    }
    for (line, _, _, _) in sorted.prefix(Self.limit) {
      if rounds.last?.name != line.round { rounds.append((line.round, [])) }
      let round = rounds.count - 1
      if rounds[round].prizes.last?.name != line.prize {
        rounds[round].prizes.append((line.prize, []))
      }
      let prize = rounds[round].prizes.count - 1
      rounds[round].prizes[prize].winners.append(line.winner)
    }
  }

  /// What the table offers.
  static let shape = ViewShape.object([
    .init("prize_label", "賞の欄の見出し", .text),
    .init("winner_label", "受けた項目の集まりの名前", .text),
    .init("owners_label", "責任を持つ相手(role: responsible の欄)の見出し。なければ空", .text),
    .init("columns", "列の数", .number),
    .init(
      "rounds", "回。新しいものから",
      .list(
        of: .object([
          .init("round", "回の名前。どれにもなければ空", .text),
          .init(
            "prizes", "賞",
            .list(
              of: .object([
                .init("prize", "賞の名前。なければ空", .text),
                .init("winner_count", "受けた項目の数", .number),
                .init("winners", "受けた項目", .list(of: winnerShape)),
              ]))),
        ]))),
  ])

  private static let winnerShape = ViewShape.object([
    .init("is_first", "その賞のはじめの項目か", .flag),
    .init("title", "名称", .text), .init("path", "パス", .text),
    .init(
      "owners", "責任を持つ相手",
      .list(
        of: .object([
          .init("is_first", "はじめの相手か", .flag),
          .init("title", "名称", .text), .init("path", "パス", .text),
        ]))),
    .init("more_owners", "ここに示さない相手の数。なければ空", .text),
  ])

  /// The view of the table.
  var view: View {
    let collection = catalogue.schema.collections[relation.collection]
    let owners = collection.field(.responsible).map { collection.fields[$0] }
    let prize = relation.edgeField(.prize).map { relation.edgeFields[$0].label } ?? ""
    return .object([
      "prize_label": .text(prize), "winner_label": .text(collection.label),
      "owners_label": .text(owners?.relation == nil ? "" : owners?.label ?? ""),
      "columns": .number(owners?.relation == nil ? 2 : 3),
      "rounds": .list(
        rounds.map { round in
          let isUntold = round.name.isEmpty && rounds.count > 1
          return .object([
            "round": .text(isUntold ? "回の記載なし" : round.name),
            "prizes": .list(
              round.prizes.map { prize in
                .object([
                  "prize": .text(prize.name), "winner_count": .number(prize.winners.count),
                  "winners": .list(
                    prize.winners.enumerated().map { place, winner in
                      view(of: winner, isFirst: place == 0, owners?.relation)
                    }),
                ])
              }),
          ])
        }),
    ])
  }

  private func view(of winner: RecordIndex, isFirst: Bool, _ relation: RelationIndex?) -> View {
    let owners = relation.map { catalogue.targets(of: $0, from: winner) } ?? []
    let more = owners.count - Self.owners
    return .object([
      "is_first": .flag(isFirst),
      "title": .text(catalogue.records[winner].title.value),
      "path": .text(catalogue.path(of: winner)),
      "owners": .list(
        owners.prefix(Self.owners).enumerated().map { place, owner in
          .object([
            "is_first": .flag(place == 0),
            "title": .text(catalogue.records[owner].title.value),
            "path": .text(catalogue.path(of: owner)),
          ])
        }),
      "more_owners": more > 0 ? .count(more) : .text(""),
    ])
  }
}
