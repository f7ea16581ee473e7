import FuzzDriver
import Fuzzing

@main
enum YAMLFuzzer {
  static func main() {
    Fuzzer.run(.yaml)
  }
}
