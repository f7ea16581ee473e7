package import Diagnostics
package import JapaneseText

/// One measured value: what was measured, when, and how much.
package struct Measure: Sendable {
  /// What was measured, with its place.
  package let name: Located<String>
  /// The fiscal year or the date that it is of, with its place.
  package let time: Located<FieldValue>
  package let value: MeasuredNumber
  /// As the source prints it.
  package let printed: String
  /// The unit of the value: 件, 社, ％ and the like.
  package let unit: Located<String>
  /// 約, 速報 and the like; nil where there is nothing to say.
  package let note: String?
  /// Where the source has it; nil where that is not said.
  package let place: String?

  /// Joins the parts of a value.
  package init(
    name: Located<String>, time: Located<FieldValue>, value: MeasuredNumber, printed: String,
    unit: Located<String>, note: String?, place: String?
  ) {
    self.name = name
    self.time = time
    self.value = value
    self.printed = printed
    self.unit = unit
    self.note = note
    self.place = place
  }
}

extension Measure: Equatable {
  /// Whether two values say the same, wherever they stand.
  package static func == (left: Measure, right: Measure) -> Bool {
    left.name.value == right.name.value && left.time.value == right.time.value
      && left.value == right.value && left.unit.value == right.unit.value
      && left.note == right.note && left.place == right.place
  }
}
