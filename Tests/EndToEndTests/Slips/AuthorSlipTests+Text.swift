import Diagnostics

extension AuthorSlipTests {
  static let textSlips: [Slip] = []
}
