import Diagnostics

extension AuthorSlipTests {
  static let shapeSlips: [Slip] = []
}
