package import CatalogueModel
import Diagnostics
package import JapaneseText

extension Record {
  /// The first value of a field, where it is a date.
  package func date(ofField place: FieldIndex) -> PartialDate? {
    if case .date(let date)? = values(ofField: place).first?.value { date } else { nil }
  }
}
