import FuzzDriver
import Fuzzing

@main
enum JSONFuzzer {
  static func main() {
    Fuzzer.run(.json)
  }
}
