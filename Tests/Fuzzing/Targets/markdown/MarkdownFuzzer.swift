import FuzzDriver
import Fuzzing

@main
enum MarkdownFuzzer {
  static func main() {
    Fuzzer.run(.markdown)
  }
}
