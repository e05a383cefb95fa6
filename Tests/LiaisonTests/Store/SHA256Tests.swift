import Testing

@testable import Liaison

struct SHA256Tests {
  /// The examples of FIPS 180-4 as NIST publishes them ("Cryptographic Standards and Guidelines,
  /// Examples with Intermediate Values", SHA256.pdf), and the empty message.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
        + "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
  ])
  func `the digest is that of FIPS 180-4`(message: String, digest: String) {
    #expect(SHA256.hex(Array(message.utf8)) == digest)
  }

  @Test func `a million letters give the digest of the standard's long example`() {
    #expect(
      SHA256.hex(Array(repeating: UInt8(ascii: "a"), count: 1_000_000))
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  // python3 -c "import hashlib; print(*(hashlib.sha256(b'x'*n).hexdigest()[:8] for n in …))"
  @Test(arguments: [
    (1, "2d711642"), (54, "45f316e1"), (55, "d5e28568"), (56, "04c26261"), (57, "ae14a256"),
    (63, "75220b47"), (64, "7ce10097"), (65, "9537c5fd"), (119, "000b48d4"), (120, "13f05a0b"),
    (128, "24da1b81"),
  ])
  func `padding is right around the ends of blocks`(count: Int, start: String) {
    #expect(SHA256.hex(Array(repeating: UInt8(ascii: "x"), count: count)).hasPrefix(start))
  }
}
