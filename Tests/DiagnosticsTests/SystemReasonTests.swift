import Glibc
import Testing

@testable import Diagnostics

@Suite("Words of the system")
struct SystemReasonTests {
  @Test(
    "what a disk or a share refuses is told in each language",
    arguments: [
      ENOENT, EACCES, ENOSPC, EDQUOT, EROFS, EMFILE, EIO, EXDEV, EBUSY, ESTALE, ETIMEDOUT,
      ENAMETOOLONG,
    ])
  func words(_ number: Int32) {
    let reason = SystemReason.text(of: number)
    #expect(reason.japanese.unicodeScalars.contains { (0x3041...0x3096).contains($0.value) })
    #expect(reason.english.utf8.allSatisfy { $0 < 128 })
    #expect(!reason.english.contains("system error"))
  }

  @Test("what nobody meets is told by its number")
  func numbers() {
    #expect(SystemReason.text(of: 4_711).japanese == "システムの誤り 4711")
  }
}
