import FuzzDriver
import Fuzzing

@main
enum FoldingFuzzer {
  static func main() {
    Fuzzer.run(.folding)
  }
}
