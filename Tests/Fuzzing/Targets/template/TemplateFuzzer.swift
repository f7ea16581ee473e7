import FuzzDriver
import Fuzzing

@main
enum TemplateFuzzer {
  static func main() {
    Fuzzer.run(.template)
  }
}
