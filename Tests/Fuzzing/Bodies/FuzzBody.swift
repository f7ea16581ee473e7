/// One property of one reader, for bytes that anybody may have made up.
///
/// libFuzzer looks for bytes that break it (`make fuzz`); `swift test` asks for it with every file of the
/// kept corpus. Both run the same function.
package struct FuzzBody: Sendable {
  /// The name of the target and of the folder with its corpus.
  package let name: String
  private let fault: @Sendable ([UInt8]) -> String?

  /// - Parameters:
  ///   - name: the name of the target.
  ///   - fault: tells what is wrong with what a reader made of the bytes; nil when nothing is.
  init(_ name: String, _ fault: @escaping @Sendable ([UInt8]) -> String?) {
    self.name = name
    self.fault = fault
  }

  /// What is wrong with what came of `bytes`; nil when nothing is.
  package func fault(of bytes: [UInt8]) -> String? { fault(bytes) }

  /// Ends the process where something is wrong, which is what libFuzzer sees.
  package func confirm(_ bytes: UnsafeBufferPointer<UInt8>) {
    if let fault = fault(Array(bytes)) { fatalError("\(name): \(fault)") }
  }

  /// Every target that needs no preparation.
  package static let immediate: [FuzzBody] = [
    .record, .yaml, .markdown, .values, .folding, .request, .manifest, .json, .template,
  ]
}

/// Whether a range lies in others.
func lies(_ range: Range<Int>, in whole: Range<Int>) -> Bool {
  range.lowerBound >= whole.lowerBound && range.upperBound <= whole.upperBound
}

/// Whether bytes are UTF-8.
func isText(_ bytes: [UInt8]) -> Bool {
  String(validating: bytes, as: UTF8.self) != nil
}
