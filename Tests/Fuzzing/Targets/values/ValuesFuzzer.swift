import FuzzDriver
import Fuzzing

@main
enum ValuesFuzzer {
  static func main() {
    Fuzzer.run(.values)
  }
}
