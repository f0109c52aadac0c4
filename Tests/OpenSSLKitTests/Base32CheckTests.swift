import OpenSSLKit
import Testing

struct Base32CheckTests {
  private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")

  /// Worked by hand: 1 doubled is 2, and 32 - 2 is 30, "y"; 16 doubled is 32, whose base-32
  /// digits add up to 1, and 32 - 1 is 31, "z".
  @Test func workedExamples() {
    #expect(Base32Check.encode(0) == "00000000")
    #expect(Base32Check.encode(1) == "0000001y")
    #expect(Base32Check.encode(16) == "000000gz")
    #expect(Base32Check.encode(1 << 5) == "0000010z")
    #expect(Base32Check.encode(1 << 35 | 1) == "0000001y", "only 35 bits count")
  }

  /// Identifiers that stand in the manual, and one whose last character was mistyped.
  @Test func identifiersOfTheManual() {
    for identifier in ["7k3q-m2xw", "4t9f-c1wb", "91zr-0ah9"] {
      #expect(Base32Check.validate(identifier))
    }
    #expect(!Base32Check.validate("7k3q-m2xv"))
  }

  @Test func everySingleWrongCharacterIsCaught() throws {
    for _ in 0..<50 {
      let sound = Array(try Base32Check.random())
      #expect(Base32Check.validate(String(sound)))
      for position in sound.indices {
        for character in Self.alphabet where character != sound[position] {
          var typed = sound
          typed[position] = character
          #expect(!Base32Check.validate(String(typed)))
        }
      }
    }
  }

  /// Luhn's scheme cannot see the swap of the first and the last character of the alphabet.
  @Test func everyOtherSwapOfNeighboursIsCaught() throws {
    for _ in 0..<200 {
      let sound = Array(try Base32Check.random())
      for position in 0..<7 where sound[position] != sound[position + 1] {
        if Set([sound[position], sound[position + 1]]) == ["0", "z"] { continue }
        var typed = sound
        typed.swapAt(position, position + 1)
        #expect(!Base32Check.validate(String(typed)))
      }
    }
  }

  @Test func whatPeopleTypeIsNormalised() {
    #expect(Base32Check.normalise("7K3Q-M2XW") == "7k3qm2xw")
    #expect(Base32Check.normalise("OIL-oil") == "011011")
    #expect(Base32Check.normalise("7k3q") == "7k3q", "beginnings are taken")
    #expect(Base32Check.normalise("7k3u") == nil, "u is not in the alphabet")
    #expect(Base32Check.normalise("7k3 q") == nil)
    #expect(Base32Check.normalise("７k") == nil)
    #expect(Base32Check.validate("OOOO-OOIY"))
    #expect(!Base32Check.validate("0000001"))
    #expect(!Base32Check.validate(""))
    #expect(Base32Check.grouped("7k3qm2xw") == "7k3q-m2xw")
    #expect(Base32Check.grouped("7k3q") == "7k3q")
  }
}
