package import Diagnostics
package import JapaneseText

/// A typed value of a field, as read from one YAML node.
package enum FieldValue: Sendable, Equatable {
  /// Text, Markdown, a URL, a choice of an enumeration or the word of a relation.
  case text(String)
  case integer(Int)
  case boolean(Bool)
  case reading(Reading)
  case date(PartialDate)
  case fiscalYear(FiscalYear)
  case period(Period)
  case money(Money)
  /// A line of a budget, and a measured value.
  ///
  /// Elsewhere, since every other value would be as large.
  indirect case budget(BudgetEntry)
  indirect case measure(Measure)
  /// A reference to another record; a citation too.
  case reference(RecordReference)
}

extension FieldValue {
  /// A number that is the same for all equal values, and differs for most others.
  package var likeness: Int {
    var hasher = Hasher()
    hashLikeness(into: &hasher)
    return hasher.finalize()
  }

  /// Hashes what equal values have in common.
  func hashLikeness(into hasher: inout Hasher) {
    switch self {
    case .text(let text): hasher.combine(text)
    case .integer(let number): hasher.combine(number)
    case .boolean(let flag): hasher.combine(flag)
    case .reading(let reading): hasher.combine(reading.text)
    case .date(let date): hasher.combine(date)
    case .fiscalYear(let year): hasher.combine(year)
    case .period(let period): hasher.combine(period)
    case .money(let money): hasher.combine(money.yen)
    case .budget(let entry):
      hasher.combine(entry.year)
      hasher.combine(entry.stage)
      hasher.combine(entry.amount?.yen)
    case .measure(let measure):
      hasher.combine(measure.name.value)
      measure.time.value.hashLikeness(into: &hasher)
      hasher.combine(measure.value)
    case .reference(let reference): hasher.combine(reference.name?.bytes)
    }
  }
}

/// An amount with the form in which it is printed.
package struct Money: Sendable, Equatable {
  package let yen: Yen
  package let printed: String

  /// Joins an amount to its printed form.
  package init(yen: Yen, printed: String) {
    self.yen = yen
    self.printed = printed
  }
}

/// One line of a budget: a fiscal year, a stage and what was printed for it.
package struct BudgetEntry: Sendable {
  /// The fiscal year with its place.
  package let writtenYear: Located<FiscalYear>
  /// 当初, 第3次補正, 予備費 …, with its place; nil where the source prints none.
  package let writtenStage: Located<String>?
  /// Nil where the source gives no number: not the same as zero.
  package let amount: Money?
  /// 内数, ※推計額 and the like; an amount with one is left out of sums.
  package let note: String?

  /// Joins the parts of a line.
  package init(
    year: Located<FiscalYear>, stage: Located<String>?, amount: Money?, note: String?
  ) {
    writtenYear = year
    writtenStage = stage
    self.amount = amount
    self.note = note
  }

  package var year: FiscalYear { writtenYear.value }
  package var stage: String? { writtenStage?.value }

  /// Whether the amount stands for this programme alone, so that sums and charts may use it.
  package var isSummable: Bool { amount != nil && note == nil }
}

extension BudgetEntry: Equatable {
  /// Whether two lines say the same, wherever they stand.
  package static func == (left: BudgetEntry, right: BudgetEntry) -> Bool {
    left.year == right.year && left.stage == right.stage && left.amount == right.amount
      && left.note == right.note
  }
}

/// A name that an author wrote to mean another record, with what is said of the connexion.
package struct RecordReference: Sendable, Equatable {
  /// The name or id as written; nil in an open relation whose other side is not told.
  package let name: Located<String>?
  /// The values of the relation's edge fields, in their order.
  package let attributes: IndexedArray<EdgeField, Located<FieldValue>?>

  /// Joins a name to its attributes.
  package init(
    name: Located<String>?, attributes: IndexedArray<EdgeField, Located<FieldValue>?>
  ) {
    self.name = name
    self.attributes = attributes
  }
}

/// How one value appears on a page: a text and, smaller, a remark to it.
package struct ShownValue: Sendable, Equatable {
  package let text: String
  package let detail: String?

  /// Joins a text to a remark.
  package init(_ text: String, detail: String? = nil) {
    self.text = text
    self.detail = detail
  }
}
